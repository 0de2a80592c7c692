import * as vscode from 'vscode';
import type { ActiveCase } from '../active-case.ts';
import type { CaseList } from '../case-list.ts';
import type { SummaryPanel } from '../panel/summary-panel.ts';

interface Parts {
  readonly panel: SummaryPanel;
  readonly active: ActiveCase;
  readonly cases: CaseList;
}

/** Open Summary: of the file or tree row it was called on, else of the case in the active editor, else of one to choose. */
export async function openSummary({ panel, active, cases }: Parts, target: unknown): Promise<void> {
  const uri = uriOf(target) ?? active.overview?.uri ?? vscode.window.activeTextEditor?.document.uri;
  const found = uri === undefined ? undefined : typeof uri === 'string' ? vscode.Uri.parse(uri) : uri;
  if (found && (!cases.isLoaded || (await cases.has(found)))) {
    panel.show(found);
    return;
  }
  const chosen = await vscode.window.showQuickPick(
    cases.all.map((overview) => ({ label: overview.title ?? overview.case, description: overview.case, uri: overview.uri })),
    { placeHolder: cases.all.length > 0 ? 'The active editor shows no case. Of which case?' : 'There is no case in this workspace yet.' },
  );
  if (chosen) panel.show(vscode.Uri.parse(chosen.uri));
}

/** Answers a click on a code lens: the summary with the item open. */
export function showItem(panel: SummaryPanel, uri: unknown, item: unknown): void {
  if (typeof uri === 'string' && typeof item === 'string') panel.show(vscode.Uri.parse(uri), item);
}

/** The file meant by what a menu hands over: a URI, or a row of the tree of cases. */
function uriOf(target: unknown): vscode.Uri | string | undefined {
  if (target instanceof vscode.Uri) return target;
  if (typeof target !== 'object' || target === null || !('of' in target)) return undefined;
  const { of } = target;
  return typeof of === 'object' && of !== null && 'uri' in of && typeof of.uri === 'string' ? of.uri : undefined;
}
