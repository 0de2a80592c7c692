import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { ResultSink } from './result-writer.ts';

/** Packs reports to a thirteenth, at 2 ms a megabyte; to pack more takes longer than to make them. */
const LEVEL = 3;

/**
 * A result of which nothing may be seen before its end is known: the last case may be the one that must not be shown.
 * It is held packed, since the coverage of 10,000 cases is 300 MB of JSON, and 22 MB so.
 */
export class HeldResult implements ResultSink {
  readonly #packed: Uint8Array[] = [];

  result(content: string | Uint8Array): void {
    this.#packed.push(deflateRawSync(content, { level: LEVEL }));
  }

  taken(): Promise<void> {
    return Promise.resolve();
  }

  /** Hands all of it on, as fast as the reader takes it. */
  async release(to: ResultSink): Promise<void> {
    for (const piece of this.#packed) {
      to.result(inflateRawSync(piece));
      await to.taken();
    }
  }
}
