import * as vscode from 'vscode';
import { count, countsInWords, problemsInWords, spoken } from '../../page/words.ts';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { CaseItemsRequest, type CaseOverview, type FrameworkOverview, type ItemOverview } from '../../../server/src/protocol.ts';
import type { CaseList } from '../case-list.ts';
import { addressedOf } from '../addressed.ts';
import { statusIcon } from './status-icon.ts';

interface CaseNode {
  readonly kind: 'case';
  readonly of: CaseOverview;
}

/** A row of the tree of cases. */
export type CasesTreeNode =
  | CaseNode
  | { readonly kind: 'framework'; readonly of: CaseOverview; readonly framework: FrameworkOverview }
  | { readonly kind: 'item'; readonly of: CaseOverview; readonly framework: FrameworkOverview; readonly item: ItemOverview };

/** The view Cases: cases, their frameworks, and what each says on every item. What a row holds is asked for when it is opened. */
export class CasesTree implements vscode.TreeDataProvider<CasesTreeNode>, vscode.Disposable {
  readonly #client: BaseLanguageClient;
  readonly #cases: CaseList;
  readonly #changed = new vscode.EventEmitter<CasesTreeNode[] | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #disposables: readonly Pick<vscode.Disposable, 'dispose'>[];
  /** The rows that VS Code has, by their cases: it wants to be told of a change by the very row. */
  readonly #rows = new Map<string, { kind: 'case'; of: CaseOverview }>();

  constructor(client: BaseLanguageClient, cases: CaseList) {
    this.#client = client;
    this.#cases = cases;
    const view = vscode.window.createTreeView('casewright.cases', { treeDataProvider: this, showCollapseAll: true });
    const listener = cases.onDidChange((change) => {
      view.message = whatIsLacking(cases) ?? '';
      if (change.kind === 'all') this.#changed.fire(undefined);
      else if (change.uris.length > 0) this.#changed.fire(change.uris.flatMap((uri) => this.#updated(uri) ?? []));
    });
    this.#disposables = [view, listener, this.#changed];
  }

  async getChildren(node?: CasesTreeNode): Promise<CasesTreeNode[]> {
    if (!node) {
      this.#rows.clear();
      return this.#cases.all.map((of) => this.#rowOf(of));
    }
    if (node.kind === 'case') return node.of.frameworks.map((framework) => ({ kind: 'framework', of: node.of, framework }));
    if (node.kind === 'item') return [];
    const items = await this.#client.sendRequest(CaseItemsRequest, { uri: node.of.uri, framework: node.framework.id });
    return items.map((item) => ({ ...node, kind: 'item', item }));
  }

  /** The ids say what a row is about, so that VS Code keeps it open and selected when the tree is refreshed. */
  getTreeItem(node: CasesTreeNode): vscode.TreeItem {
    if (node.kind === 'case') return caseRow(node.of);
    if (node.kind === 'framework') return frameworkRow(node.of, node.framework);
    return itemRow(node.of, node.framework, node.item);
  }

  /** What a case's row says in full is put together only for those that somebody points at. */
  resolveTreeItem(row: vscode.TreeItem, node: CasesTreeNode): vscode.TreeItem {
    if (node.kind === 'case') row.tooltip = caseInFull(node.of);
    return row;
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #rowOf(of: CaseOverview): CaseNode {
    const row = { kind: 'case' as const, of };
    this.#rows.set(of.uri, row);
    return row;
  }

  /** The row of a case with what is now known of it; undefined for one that VS Code does not have. */
  #updated(uri: string): CaseNode | undefined {
    const row = this.#rows.get(uri);
    const of = this.#cases.get(vscode.Uri.parse(uri));
    if (row && of) row.of = of;
    return row;
  }
}

/** What must be said of a list that is not whole; undefined for one that is, or will be in a moment. */
function whatIsLacking({ reading, isReadingMany }: CaseList): string | undefined {
  if (!reading) return undefined;
  const [read, total] = [reading.read.toLocaleString('en'), reading.total.toLocaleString('en')];
  // How far it has come is in the status bar; this is brought up to date less often.
  if (isReadingMany) return `Still reading: more of the ${total} files will follow. You can write on meanwhile.`;
  return reading.kind === 'stopped'
    ? `Not all cases are here: reading them was stopped after ${read} of ${total} files. Run “Check All Cases” to read the rest.`
    : undefined;
}

function caseRow(of: CaseOverview): vscode.TreeItem {
  const { addressed, total } = addressedOf(of.frameworks);
  const row = new vscode.TreeItem(of.title ?? of.case, vscode.TreeItemCollapsibleState.Collapsed);
  row.id = of.uri;
  row.iconPath = new vscode.ThemeIcon('book');
  row.contextValue = 'case';
  row.description = of.frameworks.length > 0 ? `${addressed}/${total} addressed` : 'no framework in use';
  return row;
}

function caseInFull(of: CaseOverview): string {
  const file = vscode.workspace.asRelativePath(vscode.Uri.parse(of.uri));
  return [`${of.case}: ${file}`, ...of.frameworks.map(frameworkLine), problemsInWords(of.problems)].join('\n');
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
