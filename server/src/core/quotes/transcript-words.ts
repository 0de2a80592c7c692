import { oncePer } from '../memory/once-per.ts';
import type { Span } from '../text/span.ts';
import { byStart } from '../text/span.ts';
import type { TranscriptFile } from '../workspace/case-files.ts';
import { foldWords, type FoldedWords } from './fold-words.ts';

/** What was said, ready to be searched. */
export interface TranscriptWords {
  readonly uri: string;
  readonly text: string;
  readonly words: FoldedWords;
}

/** The words of a transcript, found once for each state of its file; undefined when it could not be read. */
export function wordsSaid({ uri, state }: TranscriptFile): TranscriptWords | undefined {
  return state.kind === 'text' ? wordsOfText(state)(uri) : undefined;
}

const wordsOfText = oncePer((state: { readonly text: string }) => {
  const { text } = state;
  const words = foldWords(text, notSaid(text));
  const known = new Map<string, TranscriptWords>();
  return (uri: string): TranscriptWords => {
    const made = known.get(uri) ?? { uri, text, words };
    known.set(uri, made);
    return made;
  };
});

/** A time in brackets, between number signs (as f4 and its kin write it) or at the start of a line, as recorders and subtitles write it. */
const TIME = String.raw`\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3}|-\d(?=#))?`;
/** Times in brackets, notes of the transcriber ([laughs]), the voices of WebVTT. */
const ASIDES = new RegExp(String.raw`\[[^\][\r\n]{1,60}\]|\(${TIME}\)|#${TIME}#|</?[a-z][^<>\r\n]{0,60}>|<${TIME}>`, 'gi');
/** What begins a line: the number and the times of a subtitle; a time; then perhaps who speaks. */
const LINE_START = new RegExp(
  String.raw`^[ \t]*(?:\d+[ \t]*(?=\r?\n[ \t]*${TIME}[ \t]*-->)|${TIME}[ \t]*-->[^\r\n]*|(?:[\[(#]?${TIME}[\])#]?[ \t\-–—:]*)?((?:[*_]{0,3}\p{Lu}[^\s:]{0,24}(?:[ \t]+[^\s:]{1,24}){0,3}[*_]{0,3}[ \t]*:)(?=[\s*_]))?)`,
  'gmu',
);
/** Words before a colon at the start of a line are who speaks if so many lines begin with them: “He said:” begins one. */
const LEAST_TURNS = 2;

/** The stretches of a transcript that nobody said, in order. */
function notSaid(text: string): Span[] {
  const spans: Span[] = [];
  const labels = new Map<string, Span[]>();
  for (const match of text.matchAll(LINE_START)) {
    const [whole, label] = match;
    const end = match.index + whole.length;
    const labelStart = end - (label?.length ?? 0);
    if (labelStart > match.index) spans.push({ start: match.index, end: labelStart });
    if (label === undefined) continue;
    const span = { start: labelStart, end };
    if (/\d[\])#]?[ \t\-–—:]*$/.test(whole.slice(0, -label.length)) || /^[*_]*[\p{Lu}\d. ]+[*_ \t]*:$/u.test(label)) spans.push(span);
    else turnsOf(labels, label).push(span);
  }
  for (const turns of labels.values()) if (turns.length >= LEAST_TURNS) for (const turn of turns) spans.push(turn);
  for (const match of text.matchAll(ASIDES)) spans.push({ start: match.index, end: match.index + match[0].length });
  return spans.filter(({ start, end }) => end > start).sort(byStart);
}

/** The list of the turns that begin with a label, to be added to: there may be a hundred thousand. */
function turnsOf(labels: Map<string, Span[]>, label: string): Span[] {
  const known = labels.get(label) ?? [];
  if (known.length === 0) labels.set(label, known);
  return known;
}
