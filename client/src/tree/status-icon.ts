import * as vscode from 'vscode';
import type { ItemOverview } from '../../../server/src/protocol.ts';

type Status = ItemOverview['status'];

/** Each status has a shape of its own, the same as in the summary panel; colour only helps. */
const ICONS: Readonly<Record<Status, { readonly shape: string; readonly colour: string }>> = {
  missing: { shape: 'circle-large-outline', colour: 'descriptionForeground' },
  thin: { shape: 'color-mode', colour: 'charts.yellow' },
  addressed: { shape: 'circle-large-filled', colour: 'charts.blue' },
  evidenced: { shape: 'pass', colour: 'charts.green' },
  triangulated: { shape: 'pass-filled', colour: 'charts.green' },
  'not-applicable': { shape: 'circle-slash', colour: 'descriptionForeground' },
};

/** The icon of a status: a shape of its own, so that its colour is not all that tells it. */
export function statusIcon(status: Status): vscode.ThemeIcon {
  const { shape, colour } = ICONS[status];
  return new vscode.ThemeIcon(shape, new vscode.ThemeColor(colour));
}
