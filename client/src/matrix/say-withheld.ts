import * as vscode from 'vscode';
import type { MatrixWithheld } from '../../../server/src/protocol.ts';
import type { PlaceShower } from '../show-place.ts';

const GO = 'Go to the Place';

/**
 * Says that something was not done, since others would see a confidential name, and offers to go where it stands.
 * @param outcome what was not done, as a sentence
 */
export async function sayWithheld(
  outcome: string,
  { uri, why, at }: Pick<MatrixWithheld['withheld'], 'uri' | 'why' | 'at'>,
  places: PlaceShower,
): Promise<void> {
  const file = vscode.Uri.parse(uri);
  const line = at ? `, line ${at.start.line + 1}` : '';
  const choice = await vscode.window.showErrorMessage(`${outcome} ${vscode.workspace.asRelativePath(file)}${line}: ${why}`, GO);
  if (choice !== GO) return;
  const { start, end } = at ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  await places.show(file, new vscode.Range(start.line, start.character, end.line, end.character));
}
