import type { FileState } from '../core/workspace/file-state.ts';
import { readAhead } from './read-ahead.ts';
import type { Slices } from './turns.ts';

/** How far the closed cases have been read. */
export interface ReadingState {
  /** `stopped`: somebody did not want to wait; what is known is not all there is. */
  readonly kind: 'reading' | 'complete' | 'stopped';
  /** Files read, of those that there are to read. */
  readonly read: number;
  readonly total: number;
}

/** What there is to read, and what is done with it. */
export interface ReadingWork {
  /** Finds out which files there are. */
  readonly list: () => Promise<void>;
  /** The files to be read, as things stand. */
  readonly due: () => Iterable<string>;
  readonly fetch: (uri: string) => Promise<FileState>;
  readonly take: (uri: string, state: FileState) => Promise<unknown>;
  readonly onProgress: (state: ReadingState) => void;
  /** All is read, or somebody stopped it. `listed`: it was looked which files there are. */
  readonly onEnd: (end: { readonly state: ReadingState; readonly listed: boolean; readonly uris: readonly string[] }) => void;
  readonly onError: (error: unknown) => void;
}

/**
 * Reads the cases that no editor shows, file by file, in the background: in slices of a few milliseconds, each when
 * nobody waits for an answer. It can be stopped, and goes on where it was.
 */
export class BackgroundReading {
  readonly #work: ReadingWork;
  readonly #slices: Slices;
  #isToList = false;
  #isStopped = false;
  #running: Promise<void> | undefined;
  #readBefore = 0;
  #state: ReadingState = { kind: 'reading', read: 0, total: 0 };

  constructor(work: ReadingWork, slices: Slices) {
    this.#work = work;
    this.#slices = slices;
  }

  get state(): ReadingState {
    return this.#state;
  }

  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  /** Looks which files there are, and reads what has not been read; also after it was stopped. */
  start(): void {
    this.#isToList = true;
    this.#isStopped = false;
    this.more();
  }

  /** More has to be read. Nothing happens after it was stopped, until it is started again. */
  more(): void {
    if (this.#isStopped) return;
    this.#running ??= this.#run();
  }

  /** Ends it after the file that is being read. */
  stop(): void {
    if (this.#running) this.#isStopped = true;
  }

  /** Resolves when all is read, or somebody has stopped it. */
  async ended(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async #run(): Promise<void> {
    let listed = false;
    const uris: string[] = [];
    // Whoever stopped it and goes on is told of all that there is, and not of what was left.
    this.#readBefore = this.#state.kind === 'stopped' ? this.#state.read : 0;
    await this.#slices.next();
    for (;;) {
      while (this.#isToList) {
        this.#isToList = false;
        listed = true;
        await this.#work.list().catch(this.#work.onError);
        await this.#slices.next();
      }
      const due = this.#isStopped ? [] : [...this.#work.due()];
      if (due.length === 0) break;
      await this.#readAll(due, uris);
    }
    this.#running = undefined; // from here to the end nothing is awaited: what becomes due begins anew
    this.#tell(this.#isStopped ? 'stopped' : 'complete', uris.length, uris.length + (this.#isStopped ? [...this.#work.due()].length : 0));
    this.#work.onEnd({ state: this.#state, listed, uris });
  }

  /** Reads these files; ends early when there is reason to look for others, or none to go on. */
  async #readAll(due: readonly string[], done: string[]): Promise<void> {
    const { fetch, take, onError } = this.#work;
    const total = done.length + due.length;
    for await (const { uri, state } of readAhead(due, fetch, () => !this.#isToList && !this.#isStopped)) {
      await this.#slices.next();
      await take(uri, state).catch(onError);
      done.push(uri);
      this.#tell('reading', done.length, total);
    }
  }

  #tell(kind: ReadingState['kind'], read: number, total: number): void {
    this.#state = { kind, read: this.#readBefore + read, total: this.#readBefore + total };
    this.#work.onProgress(this.#state);
  }
}
