import type { CaseModel } from '../model/case-model.ts';
import { firstAtOrAfter } from '../text/sorted.ts';
import type { Span } from '../text/span.ts';

/** A test for stretches of a case's text: whether nothing stands in one but blanks and comments. */
export function blankTester({ syntax, comments }: CaseModel): (span: Span) => boolean {
  const { text } = syntax;
  /** Where the comment ends that a place lies in; undefined where it lies in none. */
  const commentEnd = (place: number): number | undefined => {
    const comment = comments[firstAtOrAfter(comments, place + 1, ({ span }) => span.start) - 1];
    return comment && comment.span.end > place ? comment.span.end : undefined;
  };
  const firstSomething = (from: number): number => {
    const something = /\S/g;
    something.lastIndex = from;
    const place = something.exec(text)?.index ?? text.length;
    const end = commentEnd(place);
    return end === undefined ? place : firstSomething(end);
  };
  return (span) => firstSomething(span.start) >= span.end;
}
