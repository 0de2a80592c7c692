import type { InitializeParams } from 'vscode-languageserver';
import type { InitializationOptions } from '../protocol.ts';

/** What the client can do, as far as it makes a difference. */
export interface ClientProfile {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesLenses: boolean;
  readonly answersConfiguration: boolean;
  readonly registersWatchers: boolean;
  /** Can be asked, once it runs, for other documents than those that it starts the server for. */
  readonly takesMoreDocuments: boolean;
  readonly takesSnippets: boolean;
  /** Shows more than the label in each row of a list of completions. */
  readonly showsLabelDetails: boolean;
  /** Takes snippets in edits of the workspace, too (LSP 3.18). */
  readonly takesSnippetEdits: boolean;
  /** Shows actions that are not to be had with the reason, where their kind is asked for. */
  readonly showsRefusedActions: boolean;
  readonly showsDocuments: boolean;
  readonly nestsSymbols: boolean;
  readonly tellsFolderChanges: boolean;
  /** Takes places with the whole of what is there, and what the question was about. */
  readonly takesLocationLinks: boolean;
  /** Takes edits of several files with the versions that they are meant for. */
  readonly takesVersionedEdits: boolean;
  /** Casewright's own client: it has the commands of the lenses and listens to our notifications. */
  readonly isOurs: boolean;
  readonly rulePages: string | undefined;
}

/** Reads the capabilities that a client announces. */
export function profileOf(params: InitializeParams): ClientProfile {
  const { textDocument, workspace, window } = params.capabilities;
  const options = (params.initializationOptions ?? {}) as InitializationOptions;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    answersConfiguration: workspace?.configuration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    takesMoreDocuments: [textDocument?.synchronization, textDocument?.definition, textDocument?.references, textDocument?.rename].every(
      (feature) => feature?.dynamicRegistration === true,
    ),
    takesSnippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    showsLabelDetails: textDocument?.completion?.completionItem?.labelDetailsSupport === true,
    takesSnippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true && workspace.workspaceEdit.documentChanges === true,
    showsRefusedActions: textDocument?.codeAction?.disabledSupport === true,
    showsDocuments: window?.showDocument?.support === true,
    nestsSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    takesLocationLinks: textDocument?.definition?.linkSupport === true,
    takesVersionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    tellsFolderChanges: workspace?.workspaceFolders === true,
    isOurs: options.clientCommands === true,
    rulePages: options.rulePages,
  };
}
