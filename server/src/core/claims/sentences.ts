import type { Span } from '../text/span.ts';

/** One sentence of the prose, its words separated by single spaces. */
export interface Sentence {
  readonly text: string;
  /** Where the characters from `start` to `end` of the text stand in what it was read from. */
  readonly spanOf: (start: number, end: number) => Span;
}

/** Behind these, a point ends no sentence. */
const ABBREVIATION = /(?:^|[\s(])(?:approx|ca|mio|mill|mia|kr|no|nos|e\.g|i\.e|cf|vs|etc|dr|mr|mrs|ms|prof|st|inc|ltd|co|corp|[a-z])$/i;
/** What was said by somebody, in quotation marks, is not what the case says. */
const QUOTED = /“[^“”]*”|"[^"]*"|„[^„“”]*[“”]|«[^«»]*»|»[^«»]*«/g;

/**
 * The sentences of one paragraph.
 * @param prose the text with everything but plain text blanked out, at the same offsets
 */
export function sentencesIn(prose: string, paragraph: Span): Sentence[] {
  const { text, places } = withSingleSpaces(
    prose.slice(paragraph.start, paragraph.end).replace(QUOTED, (quoted) => ' '.repeat(quoted.length)),
    paragraph.start,
  );
  const sentences: Sentence[] = [];
  let start = 0;
  for (const { index } of text.matchAll(/[.!?](?=[)\]’”"]* |[)\]’”"]*$)/g)) {
    if (text[index] === '.' && ABBREVIATION.test(text.slice(Math.max(0, index - 8), index)) && index < text.length - 1) continue;
    sentences.push(sentenceOf(text, places, start, index + 1));
    start = index + 1;
  }
  if (start < text.length) sentences.push(sentenceOf(text, places, start, text.length));
  return sentences.filter((sentence) => sentence.text !== '');
}

function sentenceOf(text: string, places: readonly number[], start: number, end: number): Sentence {
  const raw = text.slice(start, end);
  const first = start + raw.length - raw.trimStart().length;
  return {
    text: raw.trim(),
    spanOf: (from, to) => ({ start: places[first + from] ?? 0, end: (places[first + to - 1] ?? 0) + 1 }),
  };
}

/** The text with runs of blanks as one space, none before a sign that closes, and where each character came from. */
function withSingleSpaces(prose: string, offset: number): { text: string; places: number[] } {
  let text = '';
  const places: number[] = [];
  for (const { 0: run, index } of prose.matchAll(/\s+|\S+/g)) {
    const isBlank = run.trim() === '';
    if (isBlank && /^[,.;:!?)\]]/.test(prose.slice(index + run.length, index + run.length + 1))) continue;
    const kept = isBlank ? ' ' : run;
    for (let at = 0; at < kept.length; at += 1) places.push(offset + index + at);
    text += kept;
  }
  return { text, places };
}
