import {
  BulkRegistration,
  DefinitionRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ReferencesRequest,
  RenameRequest,
  TextDocumentSyncKind,
  type Connection,
} from 'vscode-languageserver';

/** How the files end that cases rest on: frameworks, templates and configurations, bibliographies, lists of names and transcripts. */
export const ENDINGS: readonly string[] = ['yaml', 'yml', 'bib', 'json', 'txt'];

/** Whether a document is no case by its name, but may be a file that cases rest on. */
export function isBehindCases(uri: string): boolean {
  return ENDINGS.includes(uri.slice(uri.lastIndexOf('.') + 1).toLowerCase());
}

/**
 * Asks a client for the ways back from these files to the cases, and for nothing else: who writes in them has tools of
 * their own for all the rest. What has not been saved comes along, so that places are those on the screen.
 * @param schemes what the folders are in, such as `file`
 */
export async function askForFilesBehindCases(connection: Connection, schemes: readonly string[]): Promise<void> {
  const documentSelector = schemes.map((scheme) => ({ scheme, pattern: `**/*.{${ENDINGS.join(',')}}` }));
  const registrations = BulkRegistration.create();
  registrations.add(DidOpenTextDocumentNotification.type, { documentSelector });
  registrations.add(DidChangeTextDocumentNotification.type, { documentSelector, syncKind: TextDocumentSyncKind.Incremental });
  registrations.add(DidCloseTextDocumentNotification.type, { documentSelector });
  registrations.add(DefinitionRequest.type, { documentSelector });
  registrations.add(ReferencesRequest.type, { documentSelector });
  registrations.add(RenameRequest.type, { documentSelector, prepareProvider: true });
  await connection.client.register(registrations);
}
