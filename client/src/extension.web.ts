import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type MessageTransports } from 'vscode-languageclient/browser';
import { startClient, type CasewrightApi } from './client.ts';

/** Starts Casewright in a VS Code that runs in a browser alone: the server is a web worker. */
export async function activate(context: vscode.ExtensionContext): Promise<CasewrightApi> {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.worker.js').toString(true);
  // Not the worker itself: VS Code wraps it, and then the client does not know it for one.
  const start = (): Promise<MessageTransports> => {
    const worker = new Worker(script, { name: 'Casewright' });
    return Promise.resolve({ reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) });
  };
  return startClient(context, (options) => new LanguageClient('casewright', 'Casewright', start, options));
}
