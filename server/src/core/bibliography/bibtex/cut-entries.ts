import type { Span } from '../../text/span.ts';
import { beginsEntry, scanEntry, skipBraces, type EntryFlaw } from './scan-entry.ts';

/** An entry as it stands in the file; its fields are not read yet. */
export interface CutEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly span: Span;
  /** Where its fields begin, behind the key's comma. */
  readonly fieldsAt: number;
  readonly closing: string;
}

/** A BibTeX file cut into its entries. */
export interface CutFile {
  readonly entries: readonly CutEntry[];
  /** Where the definitions of texts (`@string`) begin, behind their brace. */
  readonly strings: readonly { readonly fieldsAt: number; readonly closing: string }[];
  readonly flaws: readonly { readonly span: Span; readonly key: string | undefined; readonly kind: EntryFlaw['kind'] | 'no-key' | 'ends-early' }[];
}

const START = /@[ \t]*([A-Za-z]+)\s*([{(])/g;
/** A key and what ends it: a comma or, without any field, the end of the entry. */
const KEY = /\s*([^\s,{}()="#%\\~]+)\s*(?:,|(?=[})]))/y;
/** Keys that only braces allow: `10.1002/(SICI)1097`. */
const KEY_IN_BRACES = /\s*([^\s,{}="#%\\~]+)\s*(?:,|(?=\}))/y;
/** A field behind the end of an entry: a brace too many has ended it. */
const FIELD_BEHIND = /\s*,?\s*[A-Za-z]+[ \t]*=[ \t]*["{\d]/y;

/**
 * Finds the entries of a BibTeX file. One that is broken ends where the next begins, at the start of a line. Text between
 * entries is a comment, as in BibTeX.
 */
export function cutEntries(text: string): CutFile {
  const entries: CutEntry[] = [];
  const strings: CutFile['strings'][number][] = [];
  const flaws: CutFile['flaws'][number][] = [];
  const start = new RegExp(START);
  for (let match = start.exec(text); match; match = start.exec(text)) {
    const type = match[1]?.toLowerCase() ?? '';
    const closing = match[2] === '(' ? ')' : '}';
    const open = start.lastIndex - 1;
    if (type === 'comment') {
      start.lastIndex = endOfComment(text, open) ?? open;
      continue;
    }
    if (type === 'string' || type === 'preamble') {
      if (type === 'string') strings.push({ fieldsAt: open + 1, closing });
      start.lastIndex = type === 'string' ? scanEntry(text, open + 1, closing).end : (skipBraces(text, open) ?? open);
      continue;
    }
    const key = match[2] === '(' ? KEY : KEY_IN_BRACES;
    key.lastIndex = open + 1;
    const found = key.exec(text);
    if (!found) {
      // Where no line begins, an @ is part of a comment: “write to me @work (now)”.
      if (beginsEntry(text, text.lastIndexOf('\n', match.index) + 1)) flaws.push({ span: { start: match.index, end: open }, key: undefined, kind: 'no-key' });
      continue;
    }
    const word = found[1] ?? '';
    const keyStart = open + 1 + found[0].indexOf(word);
    const keySpan = { start: keyStart, end: keyStart + word.length };
    const fieldsAt = key.lastIndex;
    const { end, flaw } = scanEntry(text, fieldsAt, closing);
    entries.push({ key: word, keySpan, span: { start: match.index, end }, fieldsAt, closing });
    FIELD_BEHIND.lastIndex = end;
    if (flaw) flaws.push({ span: flaw.kind === 'unclosed' ? keySpan : { start: flaw.at, end: flaw.at + 1 }, key: word, kind: flaw.kind });
    else if (FIELD_BEHIND.test(text)) flaws.push({ span: { start: end - 1, end }, key: word, kind: 'ends-early' });
    start.lastIndex = end;
  }
  return { entries, strings, flaws };
}

/** A comment in braces ends with them, whatever stands in it; what follows any other is read. */
function endOfComment(text: string, open: number): number | undefined {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    else if (text[at] === '}') depth -= 1;
    if (depth <= 0) return at + 1;
  }
  return undefined;
}
