import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';

/** How many bytes are gathered before they are written. */
const AT_ONCE = 1024 * 1024;

/** The ending of files that are not whole yet. */
export const PARTIAL = '.tmp';

/**
 * Writes a file of a cache, and its folder where it is not there, whole or not at all: others who read or write it at the
 * same time see the old file or the new one. Only the user can read it, since it may say what is in confidential cases.
 * @returns whether it was written; a cache that cannot be written is only slower
 */
export function writeWhole(file: string, content: string | Uint8Array): boolean {
  const writer = new WholeWriter(file);
  writer.add(typeof content === 'string' ? Buffer.from(content) : content);
  return writer.end();
}

/** Writes a file as {@link writeWhole} does, piece by piece. Never throws; after a failure nothing more is written. */
export class WholeWriter {
  readonly #file: string;
  readonly #beside: string;
  /** The open file; undefined when there is nothing to write to, or no longer. */
  #descriptor: number | undefined;
  #waiting: Uint8Array[] = [];
  #bytes = 0;

  constructor(file: string) {
    this.#file = file;
    this.#beside = `${file}.${process.pid}-${randomBytes(4).toString('hex')}${PARTIAL}`;
    try {
      mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
      this.#descriptor = openSync(this.#beside, 'wx', 0o600);
    } catch {
      this.#descriptor = undefined;
    }
  }

  add(piece: Uint8Array): void {
    if (this.#descriptor === undefined) return;
    this.#waiting.push(piece);
    this.#bytes += piece.length;
    if (this.#bytes >= AT_ONCE) this.#flush(this.#descriptor);
  }

  /** @returns whether the file is there now, with all its pieces */
  end(): boolean {
    if (this.#descriptor !== undefined) this.#flush(this.#descriptor);
    if (this.#descriptor === undefined) return false;
    try {
      closeSync(this.#descriptor);
      this.#descriptor = undefined;
      renameSync(this.#beside, this.#file);
      return true;
    } catch {
      this.discard();
      return false;
    }
  }

  /** Leaves the file as it was before. */
  discard(): void {
    const open = this.#descriptor;
    this.#descriptor = undefined;
    this.#waiting = [];
    try {
      if (open !== undefined) closeSync(open);
      rmSync(this.#beside, { force: true });
    } catch {
      // What is left is removed with other old files of the cache.
    }
  }

  #flush(descriptor: number): void {
    const content = Buffer.concat(this.#waiting);
    this.#waiting = [];
    this.#bytes = 0;
    try {
      for (let at = 0; at < content.length;) at += writeSync(descriptor, content, at);
    } catch {
      this.discard();
    }
  }
}
