import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { inOrder } from '../lsp/message-order.ts';
import { startServer } from '../lsp/server.ts';
import { createClientHost } from './client-host.ts';

const scope = self as unknown as DedicatedWorkerGlobalScope;
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope), inOrder());
// Nobody else ends a worker whose client has gone or starts another.
connection.onExit(() => {
  scope.close();
});
startServer(connection, createClientHost(connection));
