import { MOST_PLACES as MOST_FOUND } from '../../quotes/find-exact.ts';
import type { TranscriptPlace } from '../../quotes/judge.ts';
import type { Transcripts } from '../../quotes/quotations-of-block.ts';
import { placesOf, type Quotation } from '../../quotes/quotations.ts';
import { wordsSaid } from '../../quotes/transcript-words.ts';
import { listed } from '../../rules/wording.ts';
import { firstAtOrAfter } from '../../text/sorted.ts';
import { blocks, bullets, code, plain } from './markdown-text.ts';

/** So many words are shown before and behind a passage: enough to tell on which occasion it was said. */
const AROUND = 8;
/** Of a longer passage only its beginning and its end are shown. */
const MOST_WORDS = 40;
/** Of a phrase that is said over and over, so many places are shown. */
const MOST_SHOWN = 5;

/** What became of looking a quotation up, with what was said, as Markdown; undefined where it was not looked up. */
export function describeQuotation({ verdict, sourceIds }: Quotation, transcripts: Transcripts): string | undefined {
  if (!verdict) return undefined;
  const places = placesOf({ verdict });
  const passages = places.slice(0, MOST_SHOWN).flatMap((place) => passageAt(place, transcripts) ?? []);
  const isAsked = (id: string): boolean => places.length === 0 || places.some(({ uri }) => uri === transcripts.get(id)?.uri);
  const ids = sourceIds.filter((id) => transcripts.has(id) && isAsked(id)).map(code);
  switch (verdict.kind) {
    case 'exact':
      return blocks(`**Said so**, by the transcript of ${listed(ids)}:`, ...passages);
    case 'ambiguous':
      return blocks(
        `**Said so at ${places.length < MOST_FOUND ? '' : 'at least '}${String(places.length)} places**, by the transcript of ${listed(ids)}:`,
        bullets(passages),
        places.length > passages.length ? '…' : undefined,
        `If it matters which of them is meant, quote more of it, or say where it was said: ${code(`[@${sourceIds[0] ?? 'id'}, 00:12:09]`)}.`,
      );
    case 'altered':
      return blocks(`**Said otherwise**, by the transcript of ${listed(ids)}:`, ...passages);
    case 'absent':
      return `**Nothing like these words** stands in the transcript of ${listed(ids, 'or')}.`;
  }
}

/** A passage, set off from what was said before and behind it; with times and speakers, which tell the occasion, too. */
function passageAt({ uri, span }: TranscriptPlace, transcripts: Transcripts): string | undefined {
  const file = [...transcripts.values()].find((candidate) => candidate.uri === uri);
  const said = file && wordsSaid(file);
  if (!said) return undefined;
  const { start, end } = said.words;
  const first = firstAtOrAfter(start, span.start, (at) => at);
  const last = firstAtOrAfter(start, span.end, (at) => at);
  const shown = (from = 0, to = from): string => onOneLine(said.text.slice(from, to));
  const half = MOST_WORDS / 2;
  const passage =
    last - first <= MOST_WORDS ? shown(span.start, span.end) : `${shown(span.start, end[first + half - 1])} … ${shown(start[last - half], span.end)}`;
  const before = first > 0 ? `… ${shown(start[Math.max(0, first - AROUND)], span.start)}` : '';
  const behind = last < start.length ? `${shown(span.end, end[Math.min(last + AROUND, start.length) - 1])} …` : '';
  return `${before}**${passage}**${behind}`;
}

/** Text of a transcript as Markdown that shows it as it is, on one line; what was parted at the end of a line is one word again. */
function onOneLine(text: string): string {
  const joined = text.replace(/[-\u00ad][ \t]*[\r\n]\s*/g, '');
  return `${/^\s/.test(joined) ? ' ' : ''}${plain(joined)}${/\s$/.test(joined) ? ' ' : ''}`;
}
