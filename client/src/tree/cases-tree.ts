import * as vscode from 'vscode';
import { count, countsInWords, problemsInWords, spoken } from '../../page/words.ts';
import type { CaseOverview, FrameworkOverview, ItemOverview } from '../../../server/src/protocol.ts';
import type { CaseList } from '../case-list.ts';
import { addressedOf } from '../addressed.ts';
import { statusIcon } from './status-icon.ts';

/** A row of the tree of cases. */
export type CasesTreeNode =
  | { readonly kind: 'case'; readonly of: CaseOverview }
  | { readonly kind: 'framework'; readonly of: CaseOverview; readonly framework: FrameworkOverview }
  | { readonly kind: 'item'; readonly of: CaseOverview; readonly framework: FrameworkOverview; readonly item: ItemOverview };

/** The view Cases: cases, their frameworks, and what each says on every item. */
export class CasesTree implements vscode.TreeDataProvider<CasesTreeNode>, vscode.Disposable {
  readonly #cases: CaseList;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #disposables: readonly Pick<vscode.Disposable, 'dispose'>[];

  constructor(cases: CaseList) {
    this.#cases = cases;
    const view = vscode.window.createTreeView('casewright.cases', { treeDataProvider: this, showCollapseAll: true });
    const listener = cases.onDidChange(() => {
      this.#changed.fire();
    });
    this.#disposables = [view, listener, this.#changed];
  }

  getChildren(node?: CasesTreeNode): CasesTreeNode[] {
    if (!node) return this.#cases.all.map((of) => ({ kind: 'case', of }));
    if (node.kind === 'case') return node.of.frameworks.map((framework) => ({ kind: 'framework', of: node.of, framework }));
    if (node.kind === 'framework') return node.framework.items.map((item) => ({ ...node, kind: 'item', item }));
    return [];
  }

  /** The ids say what a row is about, so that VS Code keeps it open and selected when the tree is refreshed. */
  getTreeItem(node: CasesTreeNode): vscode.TreeItem {
    if (node.kind === 'case') return caseRow(node.of);
    if (node.kind === 'framework') return frameworkRow(node.of, node.framework);
    return itemRow(node.of, node.framework, node.item);
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }
}

function caseRow(of: CaseOverview): vscode.TreeItem {
  const { addressed, total } = addressedOf(of.frameworks);
  const row = new vscode.TreeItem(of.title ?? of.case, vscode.TreeItemCollapsibleState.Collapsed);
  row.id = of.uri;
  row.iconPath = new vscode.ThemeIcon('book');
  row.contextValue = 'case';
  row.description = of.frameworks.length > 0 ? `${addressed}/${total} addressed` : 'no framework in use';
  row.tooltip = [
    `${of.case}: ${vscode.workspace.asRelativePath(vscode.Uri.parse(of.uri))}`,
    ...of.frameworks.map(frameworkLine),
    problemsInWords(of.problems),
  ].join('\n');
  return row;
}

function frameworkLine({ title, counts }: FrameworkOverview): string {
  return `${title}: ${countsInWords(counts)}`;
}

function frameworkRow(of: CaseOverview, framework: FrameworkOverview): vscode.TreeItem {
  const row = new vscode.TreeItem(framework.title, vscode.TreeItemCollapsibleState.Collapsed);
  row.id = `${of.uri}#${framework.id}`;
  row.iconPath = new vscode.ThemeIcon('checklist');
  row.contextValue = 'framework';
  row.description = countsInWords(framework.counts);
  row.tooltip = frameworkLine(framework);
  return row;
}

function itemRow(of: CaseOverview, framework: FrameworkOverview, item: ItemOverview): vscode.TreeItem {
  const row = new vscode.TreeItem(`${item.id} ${item.label}`);
  const facts = [spoken(item.status), ...(item.sourceCount > 0 ? [count(item.sourceCount, 'source')] : [])];
  const { start, end } = item.range;
  row.id = `${of.uri}#${framework.id}/${item.id}`;
  row.iconPath = statusIcon(item.status);
  row.contextValue = 'item';
  row.description = facts.join(' · ');
  row.tooltip = `${item.id} ${item.label}\n${[...facts, count(item.words, 'word')].join(' · ')}`;
  row.accessibilityInformation = { label: `${item.id} ${item.label}, ${facts.join(', ')}` };
  row.command = {
    command: 'casewright.showPlace',
    title: 'Go to the Text',
    arguments: [vscode.Uri.parse(of.uri), new vscode.Range(start.line, start.character, end.line, end.character)],
  };
  return row;
}
