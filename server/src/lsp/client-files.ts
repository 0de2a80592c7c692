import type { Connection } from 'vscode-languageserver';
import type { FileState } from '../core/workspace/file-state.ts';
import type { Host } from '../host/host.ts';
import { FindFilesRequest, ReadFileRequest, type FileAnswer } from '../protocol.ts';
import { normalise } from './normalise.ts';

/** The part of a host that reaches the files of the workspace. */
type Files = Pick<Host, 'files' | 'findDocuments'>;

/** Files that only the client can reach. Those of a client that does not know these requests are not there. */
export function clientFiles(connection: Connection): Files {
  return {
    files: {
      read: (uri) =>
        connection.sendRequest(ReadFileRequest, { uri }).then(stateOf, (): FileState => {
          return { kind: 'absent' };
        }),
    },
    findDocuments: (folder, patterns) =>
      connection.sendRequest(FindFilesRequest, { folder, patterns }).then(
        (uris) => uris.map(normalise),
        () => [],
      ),
  };
}

/** A host for a machine whose editor shows folders that are not on its disk, too: those the editor reads. */
export function withClientFiles(host: Host, connection: Connection): Host {
  const client = clientFiles(connection);
  const readerOf = (uri: string): Files => (/^file:/i.test(uri) ? host : client);
  return {
    ...host,
    files: { read: (uri) => readerOf(uri).files.read(uri) },
    findDocuments: (folder, patterns) => readerOf(folder).findDocuments(folder, patterns),
  };
}

function stateOf(answer: FileAnswer): FileState {
  if ('text' in answer) return { kind: 'text', text: answer.text };
  return 'absent' in answer ? { kind: 'absent' } : { kind: 'unreadable', reason: answer.reason };
}
