import type { Difference } from '../../quotes/judge.ts';
import { lookUp } from '../../quotes/quotations-of-block.ts';
import { quotationsOf, type Quotation } from '../../quotes/quotations.ts';
import type { RuleFinding } from '../../rules/rule.ts';
import { shiftSpan, type Span } from '../../text/span.ts';
import { applyEdits, type TextEdit } from '../../text/text-edit.ts';
import type { CaseAnalysis } from '../../workspace/case-analysis.ts';
import type { Fixer } from './fixer.ts';

/** Signs that mean something in Markdown: between them, words are not exchanged. */
const SYNTAX = /[[\]{}<>*_`\\@#|~]|:{2,}|^\s*>/m;

/** Puts the words of the transcript in place of those that differ; marks of omission, quotation marks and Markdown stay. */
export const quoteAsSaid: Fixer = (analysis, finding) => {
  const { quotation, differences } = alteredAt(analysis, finding);
  if (!quotation) return [];
  const { content } = quotation;
  const edits = differences.map((difference) => saidInstead(analysis.text, content, difference));
  return isSound(analysis, quotation, edits) ? [{ title: 'Quote what was said', edits, preferred: true }] : [];
};

/**
 * Leaves the words as they are, and shows readers where they differ: `[…]` for what is left out, `[brackets]` around what is
 * put in. Words in place of others are neither.
 */
export const showAlterations: Fixer = (analysis, finding) => {
  const { quotation, differences } = alteredAt(analysis, finding);
  const isExchange = ({ quotedWords, saidWords }: Difference): boolean => quotedWords !== '' && saidWords !== '';
  if (!quotation || differences.some(isExchange)) return [];
  const { content } = quotation;
  const edits = differences.flatMap(({ quoted, quotedWords }) =>
    quotedWords === '' ? omission(analysis.text, content, quoted) : remark(analysis.text, content, quoted),
  );
  const isLeftOut = differences.some(({ quotedWords }) => quotedWords === '');
  const isPutIn = differences.some(({ saidWords }) => saidWords === '');
  const title = `Show with ${isLeftOut ? '[…] what is left out' : ''}${isLeftOut && isPutIn ? ', and with ' : ''}${isPutIn ? '[brackets] what is put in' : ''}`;
  return isSound(analysis, quotation, edits) ? [{ title, edits, preferred: false }] : [];
};

/** The altered quotation that a finding is about, and how it differs from what was said. */
function alteredAt(analysis: CaseAnalysis, { span }: RuleFinding): { readonly quotation: Quotation | undefined; readonly differences: readonly Difference[] } {
  const quotation = quotationsOf(analysis).find((candidate) => candidate.span.start === span.start && candidate.span.end === span.end);
  return quotation?.verdict?.kind === 'altered' ? { quotation, differences: quotation.verdict.differences } : { quotation: undefined, differences: [] };
}

/** Whether edits of a quotation leave the Markdown in it alone, and then it stands in the transcript. */
function isSound({ text, transcripts }: CaseAnalysis, { content, prose, sourceIds }: Quotation, edits: readonly TextEdit[]): boolean {
  if (edits.length === 0 || edits.some(({ span }) => SYNTAX.test(text.slice(span.start, span.end)))) return false;
  const inProse = edits.map(({ span, newText }) => ({ span: shiftSpan(span, -content.start), newText }));
  const kind = lookUp(applyEdits(prose, inProse), sourceIds, transcripts, true)?.kind;
  return kind === 'exact' || kind === 'ambiguous';
}

function saidInstead(text: string, content: Span, { quoted, saidWords }: Difference): TextEdit {
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

/** The sign of omission behind the word before, and behind the emphasis that this word ends. */
function omission(text: string, content: Span, quoted: Span): TextEdit[] {
  const behindWord = content.start + quoted.start;
  const at = behindWord + (/^[*_]+(?=[\s,.;:!?])/.exec(text.slice(behindWord, content.end))?.[0].length ?? 0);
  return [{ span: { start: at, end: at }, newText: ' […]' }];
}

/** The words in brackets; none where a sign beside them would make a link or a mark of that. */
function remark(text: string, content: Span, quoted: Span): TextEdit[] {
  const span = shiftSpan(quoted, content.start);
  const isBesideSyntax = /[\w!:\]]/.test(text.charAt(span.start - 1)) || /[\w([{:]/.test(text.charAt(span.end));
  return isBesideSyntax ? [] : [{ span, newText: `[${text.slice(span.start, span.end)}]` }];
}
