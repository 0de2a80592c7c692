import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

/**
 * The page of the panel: a frame that panel.js fills. Nothing may be loaded or run but the two files of the extension,
 * and nothing may be sent anywhere.
 */
export function pageHtml(webview: vscode.Webview, dist: vscode.Uri): string {
  const nonce = randomBytes(18).toString('base64');
  const file = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(dist, name)).toString();
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Casewright summary</title>
    <link rel="stylesheet" href="${file('panel.css')}">
  </head>
  <body>
    <main></main>
    <p class="announcer" role="status" aria-live="polite"></p>
    <script nonce="${nonce}" src="${file('panel.js')}"></script>
  </body>
</html>`;
}
