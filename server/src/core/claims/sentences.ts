import { firstAtOrAfter } from '../text/sorted.ts';
import type { Span } from '../text/span.ts';

/** One sentence of the prose, its words separated by single spaces. */
export interface Sentence {
  readonly text: string;
  /** Where the characters from `start` to `end` of the text stand in what it was read from. */
  readonly spanOf: (start: number, end: number) => Span;
}

/** Where a sentence ends: the blank behind it may stand behind signs that close something, and no sign that goes on follows. */
const END = /[.!?](?=(?:[’”"]|\s*[)\]])*(?:\s+(?![\s,.;:!?)\]])|\s*$))/g;
/** Behind these, a point ends no sentence. */
const ABBREVIATION = /(?:^|[\s(])(?:approx|ca|mio|mill|mia|kr|no|nos|e\s*\.g|i\s*\.e|cf|vs|etc|dr|mr|mrs|ms|prof|st|inc|ltd|co|corp|[a-z])$/i;
const QUOTATION_MARK = /["“„«»]/;
/** What was said by somebody, in quotation marks, is not what the case says. */
const QUOTED = /“[^“”]*”|"[^"]*"|„[^„“”]*[“”]|«[^«»]*»|»[^«»]*«/g;

/** A paragraph with what is quoted in it blanked out, at the same offsets. */
export function withoutQuotations(paragraph: string): string {
  return QUOTATION_MARK.test(paragraph) ? paragraph.replace(QUOTED, (quoted) => ' '.repeat(quoted.length)) : paragraph;
}

/** Where the sentences of a paragraph end, in order; behind the last end nothing but blanks may follow, or a rest. */
export function sentenceEnds(paragraph: string): number[] {
  const ends: number[] = [];
  for (const { index } of paragraph.matchAll(END)) {
    const isLast = index === paragraph.length - 1;
    if (paragraph[index] === '.' && !isLast && ABBREVIATION.test(before(paragraph, index))) continue;
    ends.push(index + 1);
  }
  if ((ends.at(-1) ?? 0) < paragraph.length) ends.push(paragraph.length);
  return ends;
}

/** Some characters before a point, without the blanks between. */
function before(paragraph: string, point: number): string {
  let end = point;
  while (end > 0 && /\s/.test(paragraph.charAt(end - 1))) end -= 1;
  return paragraph.slice(Math.max(0, end - 20), end);
}

/** From `at` on, the text of a sentence lacks so many characters of what it was read from. */
interface Lack {
  readonly at: number;
  readonly count: number;
}

/**
 * A sentence as it is compared with patterns: runs of blanks are one space, and none stands before a sign that closes.
 * @param offset where `raw` begins in what the spans count from
 */
export function sentenceOf(raw: string, offset: number): Sentence {
  const lacks: Lack[] = [];
  let count = 0;
  const spaced = raw.replace(/\s+/g, (blank: string, index: number) => {
    const end = index + blank.length;
    const kept = CLOSING.includes(raw.charAt(end)) && end < raw.length ? '' : ' ';
    count += blank.length - kept.length;
    if (blank.length > kept.length) lacks.push({ at: end - count, count });
    return kept;
  });
  const first = spaced.startsWith(' ') ? 1 : 0;
  const placeOf = (index: number): number => {
    const behind = firstAtOrAfter(lacks, first + index + 1, (lack) => lack.at);
    return offset + first + index + (lacks[behind - 1]?.count ?? 0);
  };
  return { text: spaced.trim(), spanOf: (start, end) => ({ start: placeOf(start), end: placeOf(end - 1) + 1 }) };
}

/** Signs that close something: no blank is wanted before them. */
const CLOSING = ',.;:!?)]';
