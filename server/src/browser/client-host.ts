import { builtins } from 'casewright:builtins';
import type { Connection } from 'vscode-languageserver';
import type { FileState } from '../core/workspace/file-state.ts';
import type { Host } from '../host/host.ts';
import { FindFilesRequest, ReadFileRequest } from '../protocol.ts';

/** A host without a disk: frameworks and templates are bundled in, and the client reads the files of the workspace. */
export function createClientHost(connection: Connection): Host {
  return {
    builtins,
    rulePages: 'casewright:/docs/rules',
    files: { read: async (uri) => stateOf(await connection.sendRequest(ReadFileRequest, { uri })) },
    findDocuments: async (folder, patterns) => connection.sendRequest(FindFilesRequest, { folder, patterns }),
  };
}

function stateOf(answer: { readonly text: string } | { readonly absent: true } | { readonly reason: string }): FileState {
  if ('text' in answer) return { kind: 'text', text: answer.text };
  return 'absent' in answer ? { kind: 'absent' } : { kind: 'unreadable', reason: answer.reason };
}
