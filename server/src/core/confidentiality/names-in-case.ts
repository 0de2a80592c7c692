import { oncePer } from '../memory/once-per.ts';
import type { Block, Directive } from '../syntax/block.ts';
import type { FrontMatter } from '../syntax/front-matter.ts';
import { byStart, shiftSpan, type Span } from '../text/span.ts';
import { findNames, type FoundName } from './find-names.ts';
import type { NameList } from './name-list.ts';

/** A confidential term in a part of a case, and whether others see it without seeing the text of the case. */
export interface PlacedName extends FoundName {
  /** `syntax`: the id, notes and other attributes of marks. */
  readonly part: 'text' | 'syntax';
}

const NOBODY: readonly PlacedName[] = [];

/**
 * The terms of a list in a block, at the block's offsets: in what is read, where marks and emphasis do not matter, and in
 * the syntax of marks. A block that stays the same is not looked through again, whatever becomes of the rest of the case.
 */
export const namesInBlock = oncePer(({ automaton }: NameList, { text, directives }: Block): readonly PlacedName[] => {
  const gaps = directives.flatMap(syntaxOf).sort(byStart);
  const inText = findNames(automaton, text, gaps).map((found): PlacedName => ({ ...found, part: 'text' }));
  const inSyntax = gaps.flatMap((gap) => placed(findNames(automaton, text.slice(gap.start, gap.end)), gap.start, 'syntax'));
  return inText.length + inSyntax.length === 0 ? NOBODY : [...inText, ...inSyntax];
});

/** The terms of a list in front matter, at the document's offsets: in keys, values and comments. */
export const namesInFrontMatter = oncePer(({ automaton }: NameList, { text, content }: FrontMatter): readonly PlacedName[] =>
  placed(findNames(automaton, text), content.start, 'text'),
);

/** Whether a term of a list stands in a few words, such as the name of a file. */
export function hasName({ automaton }: NameList, words: string): boolean {
  return findNames(automaton, words).length > 0;
}

function placed(found: readonly FoundName[], by: number, part: PlacedName['part']): PlacedName[] {
  return found.map(({ name, span }) => ({ name, span: shiftSpan(span, by), part }));
}

/** What of a directive is not its text. */
function syntaxOf({ span, content }: Directive): Span[] {
  if (!content) return [span];
  return [
    { start: span.start, end: content.start },
    { start: content.end, end: span.end },
  ];
}
