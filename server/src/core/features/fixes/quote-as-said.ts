import type { Difference } from '../../quotes/judge.ts';
import { quotationsOf } from '../../quotes/quotations.ts';
import { shiftSpan, type Span } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { Fixer } from './fixer.ts';

/** Signs that mean something in Markdown: between them, words are not exchanged. */
const SYNTAX = /[[\]{}<>*_`\\@#|~]|:{2,}|^\s*>/m;

/** Puts the words of the transcript in place of those that differ; marks of omission, quotation marks and Markdown stay. */
export const quoteAsSaid: Fixer = (analysis, { span }) => {
  const quotation = quotationsOf(analysis).find((candidate) => candidate.span.start === span.start && candidate.span.end === span.end);
  if (quotation?.verdict?.kind !== 'altered') return [];
  const { differences } = quotation.verdict;
  const { content } = quotation;
  const edits = differences.map((difference) => editFor(analysis.text, content, difference));
  const areSafe = edits.every((edit) => !SYNTAX.test(analysis.text.slice(edit.span.start, edit.span.end)));
  return edits.length > 0 && areSafe ? [{ title: 'Quote what was said', edits, preferred: true }] : [];
};

function editFor(text: string, content: Span, { quoted, saidWords }: Difference): TextEdit {
  const place = shiftSpan(quoted, content.start);
  const before = text.slice(content.start, place.start);
  if (saidWords === '') return { span: withSpaces(text, content, place), newText: '' };
  if (place.end > place.start) return { span: place, newText: saidWords };
  // Where words are missing, the place is behind the word before, and before the first word where there is none.
  return { span: place, newText: /[\p{L}\p{N}]/u.test(before) ? ` ${saidWords}` : `${saidWords} ` };
}

/** The words with the spaces before them; at the start of the quotation, with those behind them. */
function withSpaces(text: string, content: Span, place: Span): Span {
  const before = /\s+$/.exec(text.slice(content.start, place.start))?.[0].length ?? 0;
  if (before > 0) return { start: place.start - before, end: place.end };
  const behind = /^[\s,;:]+/.exec(text.slice(place.end, content.end))?.[0].length ?? 0;
  return { start: place.start, end: place.end + behind };
}
