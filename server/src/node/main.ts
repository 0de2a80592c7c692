import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { MessageOrder } from '../lsp/message-order.ts';
import { startServer } from '../lsp/server.ts';

const order = new MessageOrder();
const connection = createConnection(ProposedFeatures.all, order.options);
startServer({
  connection,
  order,
  loadHost: async () => {
    const [{ createNodeHost }, { packageRoot }, { withClientFiles }] = await Promise.all([
      import('./node-host.ts'),
      import('./package-root.ts'),
      import('../lsp/client-files.ts'),
    ]);
    return withClientFiles(createNodeHost(packageRoot()), connection);
  },
});
