import * as vscode from 'vscode';
import { pageHtml } from './web-page.ts';

export interface WebView {
  readonly extensionUri: vscode.Uri;
  /** The name of its bundle: `panel` for `dist/panel.js` and `dist/panel.css`. */
  readonly bundle: string;
  readonly title: string;
  /** Gets every message of the page, whatever it is. */
  readonly receive: (message: unknown) => void;
}

/** Puts one of the extension's pages into a web view. It can load nothing but the files of its bundle. */
export function fillWebView(panel: vscode.WebviewPanel, { extensionUri, bundle, title, receive }: WebView): void {
  const dist = vscode.Uri.joinPath(extensionUri, 'dist');
  const { webview } = panel;
  const file = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(dist, name)).toString();
  panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'casewright.svg');
  webview.options = { enableScripts: true, localResourceRoots: [dist] };
  webview.onDidReceiveMessage(receive);
  const nonce = newNonce();
  webview.html = pageHtml({ title, script: file(`${bundle}.js`), style: file(`${bundle}.css`), styleSource: webview.cspSource, nonce });
}

function newNonce(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))));
}
