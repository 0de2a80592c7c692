import type { FileState } from '../core/workspace/file-state.ts';

/** How many bytes are looked at for zeros, which no text has. */
const LOOKED_AT = 8_000;

/** Bytes: a thesis of 500 pages has two million, a bibliography of 20,000 entries ten; reading more would only keep its author waiting. */
export const MOST_BYTES = 20_000_000;

/** Why a file of a size is not read; undefined where it is. Completes "… could not be read: …". */
export function whyTooLarge(bytes: number): string | undefined {
  return bytes > MOST_BYTES ? 'it is larger than 20 MB, which no text of a study is; split it, or keep pictures and data in files of their own' : undefined;
}

/** The text in the bytes of a file. Text files are UTF-8; anything else is named as what it is, instead of being shown as garbage. */
export function decodeText(bytes: Uint8Array): Extract<FileState, { readonly kind: 'text' | 'unreadable' }> {
  const tooLarge = whyTooLarge(bytes.length);
  if (tooLarge !== undefined) return { kind: 'unreadable', reason: tooLarge };
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (!utf16 && bytes.subarray(0, LOOKED_AT).includes(0)) return { kind: 'unreadable', reason: 'it is not a text file' };
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { kind: 'unreadable', reason: 'it is not saved as UTF-8; save it again with the encoding UTF-8' };
  }
}
