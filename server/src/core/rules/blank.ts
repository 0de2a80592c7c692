import type { CaseModel } from '../model/case-model.ts';
import type { Span } from '../text/span.ts';

/** A test for stretches of a case's text: whether nothing stands in one but blanks and comments. */
export function blankTester({ syntax, comments }: CaseModel): (span: Span) => boolean {
  let text = '';
  for (const { span } of comments) {
    text += syntax.text.slice(text.length, span.start);
    text += ' '.repeat(Math.max(0, span.end - text.length));
  }
  text += syntax.text.slice(text.length);
  return (span) => {
    const something = /\S/g;
    something.lastIndex = span.start;
    return (something.exec(text)?.index ?? text.length) >= span.end;
  };
}
