import { Console } from 'node:console';
import { createConnection, ProposedFeatures, type Connection } from 'vscode-languageserver/node';
import { MessageOrder } from '../lsp/message-order.ts';
import { startServer } from '../lsp/server.ts';
import { WholeMessages } from './whole-messages.ts';

const order = new MessageOrder();
const connection = connect();
startServer({
  connection,
  order,
  loadHost: async ({ isOurs }) => {
    const [{ createNodeHost }, { packageRoot }, { withClientFiles }] = await Promise.all([
      import('./node-host.ts'),
      import('./package-root.ts'),
      import('../lsp/client-files.ts'),
    ]);
    const host = createNodeHost(packageRoot());
    // Only our own client knows the requests for files.
    return isOurs ? withClientFiles(host, connection) : host;
  },
});

/** The connection that the command line asks for: standard input and output, or one of the others that the library knows. */
function connect(): Connection {
  if (!process.argv.includes('--stdio')) return createConnection(ProposedFeatures.all, order.options);
  // Whatever is printed would be taken for a message.
  globalThis.console = new Console(process.stderr);
  return createConnection(ProposedFeatures.all, process.stdin, new WholeMessages(process.stdout), order.options);
}
