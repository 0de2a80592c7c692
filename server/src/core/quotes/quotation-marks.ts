import type { Span } from '../text/span.ts';
import { endOfProse } from './prose-of-block.ts';

/** Words between two quotation marks of one paragraph. */
export interface Quoted {
  /** With the quotation marks. */
  readonly span: Span;
  /** Without them. */
  readonly content: Span;
  /**
   * Whether it is not closed: it may go on in the next paragraph, if that opens with the same sign. Of a quotation over
   * several paragraphs each is opened, and only the last one closed.
   */
  readonly opener: string | undefined;
}

/** By each sign that may open a quotation, those that may close it: English, French, German, Nordic, Estonian and Polish ways. */
const CLOSERS: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '“': '”"',
  '”': '”',
  '„': '“”"',
  '«': '»',
  '»': '«»',
  '‹': '›',
  '›': '‹›',
  '‚': '‘’',
  '‘': '’',
  '’': '’',
};
const SIGNS = /["'“”„«»‹›‚‘’]/g;
/** Guillemets may have spaces on their inner sides. */
const GUILLEMETS = '«»‹›';
/** Signs that are apostrophes, too. */
const APOSTROPHES = "'’";
/** Words that begin with an apostrophe: ’em, ’tis, ’90s, rock ’n’ roll. */
const ELISION = /^(?:\d0|em|tis|twas|til|till|cause|n|bout|round|cos|s|ne|nen|t)(?![\p{L}\p{N}])/iu;
/** A paragraph with more signs than this is data and no prose. */
const MOST_SIGNS = 2_000;

interface Open {
  readonly at: number;
  readonly sign: string;
}

/**
 * The outermost quotations of a paragraph, in order. Quotations inside them belong to them; apostrophes are none.
 * @param prose the paragraph, in which what is not prose is blanked out
 */
export function quotedIn(prose: string): Quoted[] {
  const signs = Array.from(prose.matchAll(SIGNS), (match) => ({ at: match.index, sign: match[0] }));
  if (signs.length === 0 || signs.length > MOST_SIGNS) return [];
  const open: Open[] = [];
  const found: Quoted[] = [];
  signs.forEach(({ at, sign }, index) => {
    const around = { before: prose[at - 1] ?? ' ', behind: prose.slice(at + 1, at + 8) };
    if (isApostrophe(sign, around)) return;
    const opened = openedBefore(open, sign);
    const isLater = (): boolean => signs.slice(index + 1).some((later) => later.sign === sign && mayClose(sign, surroundings(prose, later.at)));
    if (opened >= 0 && mayClose(sign, around) && !(isPossessive(sign, around) && isLater())) {
      const first = open[opened];
      open.length = opened;
      if (first && opened === 0) found.push({ span: { start: first.at, end: at + 1 }, content: { start: first.at + 1, end: at }, opener: undefined });
    } else if (mayOpen(sign, around)) {
      open.push({ at, sign });
    }
  });
  return [...found, ...unclosed(prose, open, found)];
}

/** The outermost quotation that is not closed, if it is one of those signs that are nothing else, and at the start of the paragraph. */
function unclosed(prose: string, open: readonly Open[], found: readonly Quoted[]): Quoted[] {
  const first = open.find(({ sign }) => !APOSTROPHES.includes(sign) && sign !== '‘');
  if (!first || found.some(({ span }) => span.end > first.at)) return [];
  const end = endOfProse(prose);
  return [{ span: { start: first.at, end }, content: { start: first.at + 1, end }, opener: first.sign }];
}

interface Around {
  readonly before: string;
  readonly behind: string;
}

function surroundings(prose: string, at: number): Around {
  return { before: prose[at - 1] ?? ' ', behind: prose.slice(at + 1, at + 8) };
}

/** Which of the open quotations a sign closes, the innermost first; -1: none. */
function openedBefore(open: readonly Open[], sign: string): number {
  return open.findLastIndex((candidate) => (CLOSERS[candidate.sign] ?? '').includes(sign));
}

function mayClose(sign: string, { before, behind }: Around): boolean {
  if (GUILLEMETS.includes(sign)) return true;
  return !/[\s(\[]/.test(before) && (!/^[\p{L}\p{N}]/u.test(behind) || sign === '“' || sign === '”');
}

function mayOpen(sign: string, { before, behind }: Around): boolean {
  if (CLOSERS[sign] === undefined || behind === '') return false;
  if (sign === '„' || sign === '‚' || sign === '“' || sign === '«' || sign === '‹') return true;
  const isFree = !/[\p{L}\p{N}.,;:!?…]/u.test(before) || /[:—–]/.test(before);
  return isFree && (GUILLEMETS.includes(sign) || !/^[\s.,;:!?)\]]/.test(behind)) && !/^\s*$/.test(behind);
}

function isApostrophe(sign: string, { before, behind }: Around): boolean {
  if (!APOSTROPHES.includes(sign) && sign !== '‘') return false;
  const isInWord = /[\p{L}\p{N}]/u.test(before) && /^[\p{L}\p{N}]/u.test(behind);
  return isInWord || (!/[\p{L}\p{N}]/u.test(before) && ELISION.test(behind)) || (/[nN]/.test(before) && behind.startsWith(' roll'));
}

/** The firms’ sales: an apostrophe behind an s that words follow may be no end of a quotation. */
function isPossessive(sign: string, { before, behind }: Around): boolean {
  return APOSTROPHES.includes(sign) && /[sxzSXZ]/.test(before) && /^ [\p{L}\p{N}]/u.test(behind);
}
