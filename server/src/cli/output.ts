import { jsonText } from '../core/report/json-text.ts';
import type { Style } from '../core/report/paint.ts';
import { shownText } from '../core/text/shown-text.ts';
import { whyUnreadable } from '../node/why-unreadable.ts';
import { EXIT } from './exit-codes.ts';

/** What a command needs to know of the terminal, pipe or file that it writes to. */
export interface Output {
  /** The folder in which the program runs. */
  readonly cwd: string;
  /** How results may look: coloured and broken into lines on a terminal, plain and unbroken in a pipe. */
  readonly style: Style;
  /** Whether the result is read on a terminal, and not by a file or another program. */
  readonly isTerminal: boolean;
  /** The result, and nothing else: standard output. */
  result(content: string | Uint8Array): void;
  /** Waits until the reader has taken all of the result so far, or takes no more. */
  taken(): Promise<void>;
  /** A line about the result, such as what could not be read: standard error. */
  note(line: string): void;
  /** How far long work is, on a terminal only; undefined when it is over. */
  progress(line: string | undefined): void;
}

const NARROWEST = 40;

/** The output of this process. */
export function processOutput(): Output {
  const { stdout, stderr, env } = process;
  stdout.on('error', endUnlessClosed);
  stderr.on('error', endUnlessClosed);
  const clear = '\r\u001B[K';
  let shown = false;
  const progress = (line: string | undefined): void => {
    if (!stderr.isTTY || (line === undefined && !shown)) return;
    stderr.write(line === undefined ? clear : `${clear}${line}`);
    shown = line !== undefined;
  };
  return {
    cwd: process.cwd(),
    isTerminal: stdout.isTTY,
    style: { width: stdout.isTTY ? Math.max(NARROWEST, stdout.columns || 80) : Infinity, colour: wantsColour(env, stdout.isTTY) },
    result: (content) => {
      progress(undefined);
      stdout.write(content);
    },
    // The callback comes whether it could be written or not: a closed pipe must not be waited for.
    taken: () =>
      new Promise((resolve) => {
        if (stdout.writableLength === 0) resolve();
        else
          stdout.write('', () => {
            resolve();
          });
      }),
    note: (line) => {
      progress(undefined);
      stderr.write(`${shownText(line)}\n`);
    },
    progress,
  };
}

/** FORCE_COLOR and NO_COLOR as agreed among command-line programs; otherwise colour is for terminals that have it. */
function wantsColour(env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: term } = env;
  if (force !== undefined) return force !== '0' && force !== 'false';
  return isTerminal && !no && term !== 'dumb';
}

/** A result for other programs. */
export function asJson(value: unknown): string {
  return `${jsonText(value)}\n`;
}

/**
 * A reader that has seen enough (`| head`) closes the pipe; what is left to say is then said to nobody. Anything else,
 * such as a full disk, means that the result is not what it should be.
 */
function endUnlessClosed(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`The result could not be written: ${whyUnreadable(error)}.\n`);
  process.exit(EXIT.failed);
}
