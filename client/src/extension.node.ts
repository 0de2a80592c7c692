import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { startClient, type CasewrightApi } from './client.ts';

/** Starts Casewright in a desktop or remote VS Code: the server is a process of its own. */
export async function activate(context: vscode.ExtensionContext): Promise<CasewrightApi> {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.cjs').fsPath;
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  return startClient(context, (options) => new LanguageClient('casewright', 'Casewright', { run, debug }, options));
}
