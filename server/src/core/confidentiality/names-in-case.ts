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
  const inText = findNames(automaton, text, { gaps, hidden: hiddenSyntax(text) }).map((found): PlacedName => ({ ...found, part: 'text' }));
  const inSyntax = gaps.flatMap((gap) => placed(findNames(automaton, text.slice(gap.start, gap.end)), gap.start, 'syntax'));
  return inText.length + inSyntax.length === 0 ? NOBODY : [...inText, ...inSyntax];
});

/** The terms of a list in front matter, at the document's offsets: in keys, values and comments. */
export const namesInFrontMatter = oncePer(({ automaton }: NameList, { text, content }: FrontMatter): readonly PlacedName[] =>
  placed(findNames(automaton, text, { isYaml: true }), content.start, 'text'),
);

/** Whether a term of a list stands in the name of a file or folder, where words are also told apart by capitals and digits: `LarsHolm2.md`. */
export function isInFileName({ automaton }: NameList, name: string): boolean {
  const apart = name.replace(/(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})|(?<=\p{Ll})(?=\p{Lu})/gu, ' ');
  return [name, apart].some((words) => findNames(automaton, words).length > 0);
}

function placed(found: readonly FoundName[], by: number, part: PlacedName['part']): PlacedName[] {
  return found.map(({ name, span }) => ({ name, span: shiftSpan(span, by), part }));
}

/** What readers of a text do not see in it: comments, tags, where links lead, and the numbers of footnotes. */
const HIDDEN = /<!--(?:(?!<!--)[^])*?-->|<\/?[a-z][^<>]*>|\]\([^()\s]*\)|\[\^[^[\]\s]+\]/gi;
/** Tags that end a line, a cell or a paragraph: words on both sides of them are two. */
const BREAKING = /^<\/?(?:br|div|h[1-6]|hr|li|p|t[dhr])\b/i;

function hiddenSyntax(text: string): Span[] {
  return Array.from(text.matchAll(HIDDEN), ({ 0: syntax, index }) => ({
    start: index,
    // The sign that is left parts the words.
    end: index + syntax.length - (BREAKING.test(syntax) ? 1 : 0),
  }));
}

/** What of a directive is not its text. */
function syntaxOf({ span, content }: Directive): Span[] {
  if (!content) return [span];
  return [
    { start: span.start, end: content.start },
    { start: content.end, end: span.end },
  ];
}
