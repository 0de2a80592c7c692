import type { Span } from '../text/span.ts';
import { foldWords, wordCount, type FoldedWords } from './fold-words.ts';

/**
 * What may stand between two pieces of a quotation: words that its author left out and says so (`omission`), or a remark
 * of the author in brackets that was not said (`remark`).
 */
export type Joint = 'omission' | 'remark';

/** A quotation as it is looked up: pieces that must have been said as they are, in order. */
export interface QuotedWords {
  /** All words, without those in brackets. Their places count from the start of the quotation's content. */
  readonly words: FoldedWords;
  readonly pieces: readonly Piece[];
}

/** Words that must have been said one after the other. */
export interface Piece {
  /** Which of the quotation's words: from the first, up to and without the last. */
  readonly first: number;
  readonly last: number;
  /** What stands between the piece before and this one; undefined for the first. */
  readonly joint: Joint | undefined;
  /** The beginning of its first word is the author's: “[T]he”. */
  readonly beginsInWord: boolean;
  /** The end of its last word is the author's: “work[ed]”. */
  readonly endsInWord: boolean;
}

/** Signs by which an author says that words were left out: […], [...], (…), … and more of them. */
const OMISSION = /\\?[[(]\s*(?:…|\.\s?\.\s?\.|[-–—]{2,3})\s*\\?[\])]|…|\.\s?\.\s?\.(?:\s?\.)?/g;
/** A remark of the author in brackets. */
const REMARK = /\\?\[[^[\]]*\]/g;

/** Reads what stands between quotation marks. @param prose see `BlockQuotation` */
export function readQuotation(prose: string): QuotedWords {
  const joints = jointsIn(prose);
  const words = foldWords(
    prose,
    joints.map(({ span }) => span),
  );
  const pieces: Piece[] = [];
  let first = 0;
  let before: JointPlace | undefined;
  for (const joint of [...joints, undefined]) {
    const end = joint?.span.start ?? prose.length;
    let last = first;
    while (last < wordCount(words) && (words.start[last] ?? end) < end) last += 1;
    if (last > first) {
      const beginsInWord = before?.joint === 'remark' && isInWord(prose.slice(before.span.end, words.start[first]));
      const endsInWord = joint?.joint === 'remark' && isInWord(prose.slice(words.end[last - 1], joint.span.start));
      pieces.push({ first, last, joint: pieces.length === 0 ? undefined : (before?.joint ?? 'remark'), beginsInWord, endsInWord });
      before = joint;
    } else if (before?.joint !== 'omission') {
      before = joint;
    }
    first = last;
  }
  return { words, pieces };
}

/** Whether what stands between a bracket and letters parts no word: nothing, or an apostrophe as in “[I]’d” and “[c]’était”. */
function isInWord(between: string): boolean {
  return /^['’ʼ]?$/.test(between);
}

interface JointPlace {
  readonly joint: Joint;
  readonly span: Span;
}

function jointsIn(prose: string): JointPlace[] {
  const place = (match: RegExpExecArray): Span => ({ start: match.index, end: match.index + match[0].length });
  const omissions = Array.from(prose.matchAll(OMISSION), (match): JointPlace => ({ joint: 'omission', span: place(match) }));
  const remarks = Array.from(prose.matchAll(REMARK), (match): JointPlace => ({ joint: 'remark', span: place(match) }));
  const isOmission = ({ start }: Span): boolean => omissions.some(({ span }) => span.start <= start && start < span.end);
  return [...omissions, ...remarks.filter(({ span }) => !isOmission(span))].sort((a, b) => a.span.start - b.span.start);
}
