import type { Output } from './output.ts';

/** How many bytes are gathered before they are handed on: large enough that writing costs little, small enough to be nothing. */
const AT_ONCE = 256 * 1024;

/** Where a result goes: the output, or what holds it back. */
export type ResultSink = Pick<Output, 'result' | 'taken'>;

/**
 * Writes a result that comes in many pieces, as fast as its reader takes it: a result of hundreds of megabytes never
 * piles up in memory.
 */
export class ResultWriter {
  readonly #sink: ResultSink;
  readonly #gap: string;
  #waiting: Uint8Array[] = [];
  #bytes = 0;
  #isEmpty = true;

  /**
   * @param head what stands before the first piece
   * @param gap what stands between two pieces
   */
  constructor(sink: ResultSink, head: string, gap: string) {
    this.#sink = sink;
    this.#gap = gap;
    this.#gather(head);
  }

  /** Whether no piece has been written. */
  get isEmpty(): boolean {
    return this.#isEmpty;
  }

  /** The next piece; an empty one is left out. */
  async add(piece: Uint8Array): Promise<void> {
    if (piece.length === 0) return;
    if (!this.#isEmpty) this.#gather(this.#gap);
    this.#isEmpty = false;
    this.#gather(piece);
    if (this.#bytes >= AT_ONCE) await this.#handOn();
  }

  /** What stands behind the last piece. */
  async end(tail: string): Promise<void> {
    this.#gather(tail);
    await this.#handOn();
  }

  #gather(content: string | Uint8Array): void {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    this.#waiting.push(bytes);
    this.#bytes += bytes.length;
  }

  async #handOn(): Promise<void> {
    const content = Buffer.concat(this.#waiting);
    this.#waiting = [];
    this.#bytes = 0;
    if (content.length > 0) this.#sink.result(content);
    await this.#sink.taken();
  }
}
