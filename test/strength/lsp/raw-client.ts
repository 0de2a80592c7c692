import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { PROJECT_ROOT } from '../../support/workspace.ts';

/** A message as it came over the wire. */
export interface Wire {
  readonly jsonrpc?: string;
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string; readonly data?: unknown };
}

const SERVER = path.join(PROJECT_ROOT, 'dist/server.cjs');

/** Frames a message as the protocol wants it. */
export function framed(content: string): string {
  return `Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`;
}

/**
 * The bundled server on stdio with nothing in between: sends whatever it is told to, however wrong, and keeps all that comes
 * back. Whoever makes one kills it.
 */
export class RawClient {
  readonly process: ChildProcess;
  readonly received: Wire[] = [];
  /** Standard error, where a server that works writes nothing. */
  stderr = '';
  /** The code that the server ended with, as soon as it has. */
  readonly exit: Promise<number | null>;
  /** What the client answers to requests of the server; null for those that are not named. */
  readonly answers: Readonly<Record<string, (params: never) => unknown>>;
  #nextId = 1;
  #buffer = Buffer.alloc(0);
  #waiting: (() => void)[] = [];
  #hasEnded = false;

  constructor(answers: RawClient['answers'] = {}, environment: Readonly<Record<string, string>> = {}) {
    this.answers = answers;
    this.process = spawn(process.execPath, [SERVER, '--stdio'], { stdio: 'pipe', env: { ...process.env, ...environment } });
    this.process.stdout!.on('data', (data: Buffer) => {
      this.#read(data);
    });
    this.process.stderr!.on('data', (data: Buffer) => (this.stderr += data.toString()));
    // A server that has gone takes no more: the tests see that by its exit.
    this.process.stdin!.on('error', () => undefined);
    this.exit = new Promise((resolve) =>
      this.process.once('close', (code) => {
        this.#hasEnded = true;
        this.#wake();
        resolve(code);
      }),
    );
  }

  /** Ends the server without asking it. */
  async kill(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.exit;
  }

  /** Sends bytes as they are. */
  write(text: string): void {
    this.process.stdin!.write(text);
  }

  send(message: unknown): void {
    this.write(framed(JSON.stringify(message)));
  }

  notify(method: string, params?: unknown): void {
    this.send({ jsonrpc: '2.0', method, ...(params === undefined ? {} : { params }) });
  }

  /** Sends a request. @returns its id */
  ask(method: string, params?: unknown): number {
    const id = this.#nextId++;
    this.send({ jsonrpc: '2.0', id, method, ...(params === undefined ? {} : { params }) });
    return id;
  }

  /** Sends a request and waits for its answer. */
  async request(method: string, params?: unknown): Promise<Wire> {
    return this.answer(this.ask(method, params));
  }

  /** The answer to a request. */
  answer(id: number): Promise<Wire> {
    return this.until((message) => message.id === id && message.method === undefined);
  }

  /** The first message that matches, of those that came and those to come. */
  async until(matches: (message: Wire) => boolean): Promise<Wire> {
    for (;;) {
      const found = this.received.find(matches);
      if (found) return found;
      if (this.#hasEnded) throw new Error(`The server ended before it answered. ${this.stderr}`);
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  /** Starts a session as an editor does. */
  async initialize(params: unknown): Promise<Wire> {
    const answer = await this.request('initialize', params);
    this.notify('initialized', {});
    return answer;
  }

  #read(data: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, data]);
    for (;;) {
      const end = this.#buffer.indexOf('\r\n\r\n');
      if (end < 0) break;
      const length = Number(/content-length: (\d+)/i.exec(this.#buffer.toString('ascii', 0, end))?.[1]);
      if (!(this.#buffer.length >= end + 4 + length)) break;
      const content = this.#buffer.toString('utf8', end + 4, end + 4 + length);
      this.#buffer = this.#buffer.subarray(end + 4 + length);
      this.#take(JSON.parse(content) as Wire);
    }
    this.#wake();
  }

  #take(message: Wire): void {
    this.received.push(message);
    if (message.method === undefined || message.id === undefined) return;
    const answer = this.answers[message.method];
    this.send({ jsonrpc: '2.0', id: message.id, result: answer ? answer(message.params as never) : null });
  }

  #wake(): void {
    for (const resume of this.#waiting.splice(0)) resume();
  }
}
