import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { MessageOrder } from '../lsp/message-order.ts';
import { startServer } from '../lsp/server.ts';
import { createClientHost } from './client-host.ts';

const scope = self as unknown as DedicatedWorkerGlobalScope;
const order = new MessageOrder();
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope), order.options);
// Nobody else ends a worker whose client has gone or starts another.
connection.onExit(() => {
  scope.close();
});
startServer({ connection, order, loadHost: () => Promise.resolve(createClientHost(connection)) });
