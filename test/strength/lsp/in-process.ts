import { PassThrough } from 'node:stream';
import { createConnection, ProposedFeatures, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { createProtocolConnection, type Diagnostic, type ProtocolConnection } from 'vscode-languageserver-protocol/node';
import type { FileState } from '../../../server/src/core/workspace/file-state.ts';
import type { Host } from '../../../server/src/host/host.ts';
import { MessageOrder } from '../../../server/src/lsp/message-order.ts';
import { startServer } from '../../../server/src/lsp/server.ts';
import { readBuiltins } from '../../../server/src/node/builtins.ts';
import { PROJECT_ROOT, ROOT } from '../../support/workspace.ts';

const BUILTINS = readBuiltins(PROJECT_ROOT);

/** A disk in memory that takes its time, so that reads end in another order than they began. */
export class SlowDisk {
  /** Texts by URI. */
  readonly files: Map<string, string>;
  readonly #delays: readonly number[];
  #reads = 0;

  /** @param delays how many turns of the event loop each read takes, over and over */
  constructor(files: Iterable<readonly [string, string]>, delays: readonly number[] = []) {
    this.files = new Map(files);
    this.#delays = delays;
  }

  async read(uri: string): Promise<FileState> {
    await this.#delay();
    const text = this.files.get(uri);
    return text === undefined ? { kind: 'absent' } : { kind: 'text', text };
  }

  async find(folder: string): Promise<readonly string[]> {
    await this.#delay();
    return [...this.files.keys()].filter((uri) => uri.startsWith(`${folder}/`) && uri.endsWith('.md')).sort();
  }

  async #delay(): Promise<void> {
    for (let turn = this.#delays[this.#reads++ % this.#delays.length] ?? 0; turn > 0; turn -= 1) await new Promise((resolve) => setImmediate(resolve));
  }
}

export interface InProcessOptions {
  readonly diagnostics: 'pull' | 'push';
}

/** The server in this process, with a client that talks to it over pipes: quick to start, and close to what an editor has. */
export class InProcessServer {
  readonly connection: ProtocolConnection;
  readonly published = new Map<string, readonly Diagnostic[]>();
  /** Errors that the server logged. */
  readonly errors: string[] = [];

  private constructor(disk: SlowDisk) {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    const host: Host = {
      files: disk,
      builtins: BUILTINS,
      rulePages: 'casewright:/docs/rules',
      findDocuments: (folder) => disk.find(folder),
    };
    const order = new MessageOrder();
    const connection = createConnection(ProposedFeatures.all, new StreamMessageReader(toServer), new StreamMessageWriter(toClient), order.options);
    startServer({ connection, order, loadHost: () => Promise.resolve(host) });
    this.connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  }

  static async start(disk: SlowDisk, { diagnostics }: InProcessOptions): Promise<InProcessServer> {
    const server = new InProcessServer(disk);
    const { connection } = server;
    connection.onNotification('textDocument/publishDiagnostics', (params: { uri: string; diagnostics: Diagnostic[] }) => {
      server.published.set(params.uri, params.diagnostics);
    });
    connection.onNotification('window/logMessage', ({ type, message }: { type: number; message: string }) => {
      if (type === 1) server.errors.push(message);
    });
    for (const method of ['client/registerCapability', 'workspace/diagnostic/refresh', 'workspace/codeLens/refresh', 'window/workDoneProgress/create'])
      connection.onRequest(method, () => null);
    connection.listen();
    await connection.sendRequest('initialize', {
      processId: null,
      workspaceFolders: [{ uri: ROOT, name: 'study' }],
      capabilities: {
        textDocument: {
          ...(diagnostics === 'pull' ? { diagnostic: {} } : {}),
          documentSymbol: { hierarchicalDocumentSymbolSupport: true },
          completion: { completionItem: { snippetSupport: true } },
        },
        workspace: { workspaceFolders: true, diagnostics: { refreshSupport: true } },
        window: { workDoneProgress: true },
      },
      initializationOptions: { clientCommands: true },
    });
    await connection.sendNotification('initialized', {});
    return server;
  }

  /** Ends the conversation. */
  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    this.connection.dispose();
  }
}
