import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import {
  createProtocolConnection,
  InitializeRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type ProtocolConnection,
  type Registration,
  type RegistrationParams,
} from 'vscode-languageserver-protocol/node';
import { CasesChangedNotification, ReadyNotification, type InitializationOptions } from '../../server/src/protocol.ts';
import { PROJECT_ROOT } from './workspace.ts';

export interface ClientOptions {
  /** How the client gets findings: by asking, or by being told. */
  readonly diagnostics: 'pull' | 'push';
  /** A `file:` URI. */
  readonly root?: string;
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: InitializationOptions;
  /** What the client answers to `workspace/configuration` for the section `casewright`; an error is thrown, a promise waited for. */
  readonly settings?: unknown;
  /** The program and its arguments; the bundled server by default. */
  readonly command?: readonly string[];
}

/** A language client as strict as the protocol, talking to the bundled server over stdio. */
export class LspClient {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  readonly published = new Map<string, { version: number | undefined; diagnostics: Diagnostic[] }>();
  /** What the server wrote to standard error: nothing, if all is well. */
  stderr = '';
  /** Errors that the server logged. */
  readonly errors: string[] = [];
  readonly casesChanged: string[][] = [];
  /** What the server shows as progress: its kind and its words, in order. */
  readonly progress: string[] = [];
  /** What the server asked for when it ran. */
  readonly registered: Registration[] = [];
  initialized!: InitializeResult;
  ready: Promise<void>;
  #waiting: (() => void)[] = [];

  private constructor(child: ChildProcess) {
    this.process = child;
    this.connection = createProtocolConnection(new StreamMessageReader(child.stdout!), new StreamMessageWriter(child.stdin!));
    child.stderr!.on('data', (data: Buffer) => (this.stderr += data.toString()));
    this.ready = new Promise((resolve) => this.connection.onNotification(ReadyNotification, resolve));
  }

  static async start(options: ClientOptions): Promise<LspClient> {
    const [program = process.execPath, ...args] = options.command ?? [process.execPath, path.join(PROJECT_ROOT, 'dist/server.cjs'), '--stdio'];
    const client = new LspClient(spawn(program, args, { stdio: 'pipe' }));
    await client.#initialize(options);
    return client;
  }

  async #initialize(options: ClientOptions): Promise<void> {
    const { connection } = this;
    connection.onNotification('textDocument/publishDiagnostics', (params: { uri: string; version?: number; diagnostics: Diagnostic[] }) => {
      this.published.set(params.uri, { version: params.version, diagnostics: params.diagnostics });
      this.#wake();
    });
    connection.onNotification(CasesChangedNotification, ({ uris }) => {
      this.casesChanged.push([...uris]);
      this.#wake();
    });
    connection.onNotification('window/logMessage', ({ type, message }: { type: number; message: string }) => {
      if (type === 1) this.errors.push(message);
    });
    connection.onNotification('$/progress', ({ value }: { value: { kind: string; message?: string } }) => {
      this.progress.push(`${value.kind} ${value.message ?? ''}`.trim());
      this.#wake();
    });
    connection.onRequest('window/workDoneProgress/create', () => null);
    connection.onRequest('workspace/configuration', async () => {
      if (options.settings instanceof Error) throw options.settings;
      return [(await options.settings) ?? null];
    });
    connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      this.registered.push(...registrations);
      return null;
    });
    connection.onRequest('workspace/diagnostic/refresh', () => null);
    connection.onRequest('workspace/codeLens/refresh', () => null);
    connection.listen();
    const folders = options.root === undefined ? null : [{ uri: options.root, name: 'study' }];
    this.initialized = await connection.sendRequest<InitializeResult>(InitializeRequest.method, {
      processId: process.pid,
      workspaceFolders: folders,
      capabilities: {
        ...options.capabilities,
        textDocument: { ...(options.diagnostics === 'pull' ? { diagnostic: {} } : {}), ...options.capabilities?.textDocument },
        workspace: { configuration: true, workspaceFolders: true, ...options.capabilities?.workspace },
      },
      initializationOptions: options.initializationOptions,
    });
    await connection.sendNotification('initialized', {});
  }

  async open(uri: string, text: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
  }

  async change(uri: string, version: number, text: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });
  }

  async pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, ...(previousResultId ? { previousResultId } : {}) });
  }

  /** The findings the server has sent for a document, as soon as they satisfy `when`. */
  async pushed(uri: string, when: (diagnostics: Diagnostic[]) => boolean = () => true): Promise<Diagnostic[]> {
    for (;;) {
      const found = this.published.get(uri);
      if (found && when(found.diagnostics)) return found.diagnostics;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  /** Waits until the server has nothing to show progress of any more. */
  async progressEnded(): Promise<void> {
    while (this.progress.at(-1) !== 'end') await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** Ends the server as an editor does. @returns its exit code */
  async stop(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.process.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    return ended;
  }

  #wake(): void {
    for (const resume of this.#waiting.splice(0)) resume();
  }
}
