import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { withClientFiles } from '../lsp/client-files.ts';
import { inOrder } from '../lsp/message-order.ts';
import { startServer } from '../lsp/server.ts';
import { createNodeHost } from './node-host.ts';
import { packageRoot } from './package-root.ts';

const connection = createConnection(ProposedFeatures.all, inOrder());
startServer(connection, withClientFiles(createNodeHost(packageRoot()), connection));
