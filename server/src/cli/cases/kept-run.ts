import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Span } from '../../core/text/span.ts';
import { WholeWriter } from '../../node/write-whole.ts';
import type { ProblemLine } from '../problem-lines.ts';
import type { Content } from './reading.ts';

/*
 * What a run found out, in one file, for the next run of the same command in the same folder:
 *
 *   the parts of the cases, one after the other, as they will be printed | the index, as JSON | the end
 *
 * The index is small, so that a run in which nothing has changed reads little and parses less. The end says where the
 * index begins, and has a digest of all that is before it: a file that is damaged in any way is as good as none.
 */

/** What is known of one file of the run. */
export interface KeptFile extends Content {
  /** Undefined for a file that is no case. */
  readonly case: KeptCase | undefined;
}

export interface KeptCase {
  readonly id: string;
  readonly idSpan: Span;
  /** A text that is another one when other cases have the name of this one. */
  readonly namesakes: string;
  /** See `CaseReading`. */
  readonly problems?: readonly ProblemLine[];
  readonly facts: unknown;
  /** The number of bytes of its part. */
  readonly length: number;
}

/** What a run depends on besides the cases, and what is wrong there: see `Learned`. */
export interface KeptSurroundings {
  readonly found: readonly (readonly [uri: string, mark: string])[];
  readonly problems: readonly (readonly [folder: string, lines: readonly ProblemLine[]])[];
}

interface Index extends KeptSurroundings {
  /** In the order of their parts; a file that is no case has none. */
  readonly files: readonly (readonly [file: string, kept: KeptFile])[];
}

const MAGIC = Buffer.from('casewright run 1');
const PLACE_BYTES = 8;
const DIGEST_BYTES = 32;
const END_BYTES = PLACE_BYTES + DIGEST_BYTES + MAGIC.length;
const AT_ONCE = 1024 * 1024;

/** A run that was kept, open for reading. */
export class KeptRun {
  readonly found: KeptSurroundings['found'];
  readonly problems: ReadonlyMap<string, readonly ProblemLine[]>;
  readonly files: ReadonlyMap<string, KeptFile>;
  readonly #descriptor: number;
  /** Where the part of each file begins. */
  readonly #places = new Map<string, number>();
  /** A stretch of the file: parts are asked for in their order, or nearly so. */
  #window: { readonly start: number; readonly bytes: Buffer } = { start: 0, bytes: Buffer.alloc(0) };

  /** Where the last part ends. */
  readonly #end: number;

  private constructor(descriptor: number, { found, problems, files }: Index) {
    this.#descriptor = descriptor;
    this.found = found;
    this.problems = new Map(problems);
    this.files = new Map(files);
    let place = 0;
    for (const [file, kept] of files) {
      this.#places.set(file, place);
      place += kept.case?.length ?? 0;
    }
    this.#end = place;
  }

  /** Opens what was kept. Undefined where there is nothing, and where it is damaged. */
  static open(file: string): KeptRun | undefined {
    let descriptor: number | undefined;
    try {
      descriptor = openSync(file, 'r');
      const index = readIndex(descriptor);
      if (index) return new KeptRun(descriptor, index);
    } catch {
      // As good as none.
    }
    if (descriptor !== undefined) closeSync(descriptor);
    return undefined;
  }

  /** The part of a case. Throws where the file cannot be read any more. */
  partOf(file: string, { length }: KeptCase): Uint8Array {
    const place = this.#places.get(file) ?? 0;
    if (place < this.#window.start || place + length > this.#window.start + this.#window.bytes.length) {
      this.#window = { start: place, bytes: readAt(this.#descriptor, place, Math.max(length, Math.min(AT_ONCE, this.#end - place))) };
    }
    return this.#window.bytes.subarray(place - this.#window.start, place - this.#window.start + length);
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

/** Writes what a run finds out. Never throws. */
export class RunKeeper {
  readonly #writer: WholeWriter;
  readonly #hash = createHash('sha256');
  readonly #files: [file: string, kept: KeptFile][] = [];
  #length = 0;

  constructor(file: string) {
    this.#writer = new WholeWriter(file);
  }

  /** The next file of the run, with the part that it has if it is a case. */
  add(file: string, kept: KeptFile, part: Uint8Array): void {
    this.#files.push([file, kept]);
    this.#write(part);
  }

  /** @returns whether it is kept */
  end({ found, problems }: KeptSurroundings): boolean {
    const place = Buffer.alloc(PLACE_BYTES);
    place.writeBigUInt64BE(BigInt(this.#length));
    this.#write(Buffer.from(JSON.stringify({ found, problems, files: this.#files } satisfies Index)));
    this.#write(place);
    this.#writer.add(this.#hash.digest());
    this.#writer.add(MAGIC);
    return this.#writer.end();
  }

  discard(): void {
    this.#writer.discard();
  }

  #write(bytes: Uint8Array): void {
    this.#hash.update(bytes);
    this.#length += bytes.length;
    this.#writer.add(bytes);
  }
}

function readIndex(descriptor: number): Index | undefined {
  const { size } = fstatSync(descriptor);
  if (size < END_BYTES) return undefined;
  const end = readAt(descriptor, size - END_BYTES, END_BYTES);
  const place = Number(end.readBigUInt64BE());
  const isOurs = end.subarray(PLACE_BYTES + DIGEST_BYTES).equals(MAGIC) && place <= size - END_BYTES;
  if (!isOurs || !end.subarray(PLACE_BYTES, PLACE_BYTES + DIGEST_BYTES).equals(digestUpTo(descriptor, size - END_BYTES + PLACE_BYTES))) return undefined;
  return JSON.parse(readAt(descriptor, place, size - END_BYTES - place).toString()) as Index;
}

function digestUpTo(descriptor: number, end: number): Buffer {
  const hash = createHash('sha256');
  const piece = Buffer.allocUnsafe(Math.min(AT_ONCE, end));
  for (let at = 0; at < end;) {
    const read = readSync(descriptor, piece, 0, Math.min(piece.length, end - at), at);
    if (read === 0) break;
    hash.update(piece.subarray(0, read));
    at += read;
  }
  return hash.digest();
}

function readAt(descriptor: number, start: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  for (let at = 0; at < length;) {
    const read = readSync(descriptor, bytes, at, length - at, start + at);
    if (read === 0) throw new Error('The file ends too early.');
    at += read;
  }
  return bytes;
}
