import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ClientProfile } from './client-profile.ts';
import type { Diagnostics } from './diagnostics.ts';
import type { Session } from './session.ts';

/** What the request handlers share. */
export interface ServerContext {
  readonly connection: Connection;
  readonly session: Session;
  readonly documents: TextDocuments<TextDocument>;
  readonly profile: ClientProfile;
  readonly diagnostics: Diagnostics;
}
