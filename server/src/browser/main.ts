import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { inOrder } from '../lsp/message-order.ts';
import { startServer } from '../lsp/server.ts';
import { createClientHost } from './client-host.ts';

const scope = self as unknown as DedicatedWorkerGlobalScope;
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope), inOrder());
startServer(connection, createClientHost(connection));
