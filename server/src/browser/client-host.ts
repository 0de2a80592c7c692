import { builtins } from 'casewright:builtins';
import type { Connection } from 'vscode-languageserver';
import type { Host } from '../host/host.ts';
import { clientFiles } from '../lsp/client-files.ts';

/** A host without a disk: frameworks and templates are bundled in, and the client reads the files of the workspace. */
export function createClientHost(connection: Connection): Host {
  return { builtins, rulePages: 'casewright:/docs/rules', ...clientFiles(connection) };
}
