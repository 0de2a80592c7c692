import { CodeActionKind, TextDocumentSyncKind, type Connection, type InitializeResult } from 'vscode-languageserver';
import type { Host } from '../host/host.ts';
import { profileOf, type ClientProfile } from './client-profile.ts';
import { SHOW_ITEM } from './commands.ts';
import type { MessageOrder } from './message-order.ts';
import { messagesReceived } from './turns.ts';

/** What a server is started with. */
export interface ServerStart {
  /** It must not be listening yet, and must have been made with the options of `order`. */
  readonly connection: Connection;
  readonly order: MessageOrder;
  /** Called when `initialize` has been answered. */
  readonly loadHost: (client: ClientProfile) => Promise<Host>;
}

/**
 * Serves one client over a connection until it disconnects. This module knows what it takes to answer `initialize`; all
 * that Casewright knows of cases is loaded behind that answer, while the client is at work on it.
 */
export function startServer({ connection, order, loadHost }: ServerStart): void {
  connection.onInitialize((params): InitializeResult => {
    const profile = profileOf(params);
    const beReady = async (): Promise<void> => {
      await messagesReceived(); // the answer is on its way
      const [{ serve }, host] = await Promise.all([import('./serve.ts'), loadHost(profile)]);
      serve({ connection, host, params, profile });
      order.open();
    };
    void beReady();
    return { capabilities: capabilitiesFor(profile), serverInfo: { name: 'casewright-language-server' } };
  });
  order.answerRefused(connection);
  connection.listen();
}

function capabilitiesFor(profile: ClientProfile): InitializeResult['capabilities'] {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    positionEncoding: 'utf-16',
    completionProvider: { triggerCharacters: [':', '@', '#', '{', '"', ' ', '[', '=', '-'] },
    hoverProvider: true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite] },
    documentSymbolProvider: true,
    codeLensProvider: {},
    foldingRangeProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true },
    workspaceSymbolProvider: true,
    documentLinkProvider: { resolveProvider: false },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    // Workspace diagnostics are not offered: clients that ask for them ask again every two seconds.
    ...(profile.pullsDiagnostics ? { diagnosticProvider: { identifier: 'casewright', interFileDependencies: true, workspaceDiagnostics: false } } : {}),
    ...(profile.isOurs ? {} : { executeCommandProvider: { commands: [SHOW_ITEM] } }),
  };
}
