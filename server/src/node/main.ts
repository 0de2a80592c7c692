import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../lsp/server.ts';
import { createNodeHost } from './node-host.ts';
import { packageRoot } from './package-root.ts';

startServer(createConnection(ProposedFeatures.all), createNodeHost(packageRoot()));
