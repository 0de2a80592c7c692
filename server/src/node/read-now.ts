import { lstatSync, readFileSync, statSync, type Stats } from 'node:fs';
import type { FileState } from '../core/workspace/file-state.ts';
import { decodeText, whyTooLarge } from '../host/decode-text.ts';
import { errorCode, whyUnreadable } from './why-unreadable.ts';

/** What is in a file, with its bytes and what the system says of it, as far as it could be read. */
export interface ReadFile {
  readonly state: Exclude<FileState, { readonly kind: 'unknown' }>;
  /** From before the file was read: a change in between shows the next time. */
  readonly stats?: Stats;
  readonly bytes?: Uint8Array;
}

/** Reads a file at once, for programs that have nothing else to do. Never throws. */
export function readNow(path: string): ReadFile {
  try {
    const stats = statSync(path);
    const reason = whyNoText(stats);
    if (reason !== undefined) return { state: { kind: 'unreadable', reason } };
    const bytes = readFileSync(path);
    return { state: decodeText(bytes), stats, bytes };
  } catch (error) {
    if (!isAbsence(error)) return { state: { kind: 'unreadable', reason: whyUnreadable(error) } };
    return { state: isLinkNow(path) ? DANGLING : { kind: 'absent' } };
  }
}

/** A link that leads nowhere. */
export const DANGLING: FileState & { readonly kind: 'unreadable' } = { kind: 'unreadable', reason: 'it is a link to a file that does not exist' };

/** Why something that is there cannot be read as a file; undefined for a file. */
export function whyNoText(found: Stats): string | undefined {
  if (found.isDirectory()) return 'it is a folder';
  return found.isFile() ? whyTooLarge(found.size) : 'it is not a file but a pipe or a device'; // reading it could wait for ever
}

/** Where there is no such file, or no place on this machine that the name could mean. */
const ABSENT: ReadonlySet<string> = new Set([
  'ENOENT',
  'ENOTDIR',
  'ERR_INVALID_FILE_URL_PATH',
  'ERR_INVALID_FILE_URL_HOST',
  'ERR_INVALID_URL_SCHEME',
  'ERR_INVALID_URL',
  'ERR_INVALID_ARG_VALUE',
]);

/** Whether an error says that there is no such file. */
export function isAbsence(error: unknown): boolean {
  return ABSENT.has(errorCode(error) ?? '');
}

function isLinkNow(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}
