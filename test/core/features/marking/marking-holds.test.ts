import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markActions } from '../../../../server/src/core/features/marking/marking-actions.ts';
import { markSelection } from '../../../../server/src/core/features/marking/mark-selection.ts';
import { removeMark } from '../../../../server/src/core/features/marking/remove-mark.ts';
import { meaningOfTree } from '../../../../server/src/core/features/marking/tree-meaning.ts';
import { createMarkdownParsers } from '../../../../server/src/core/syntax/markdown-parser.ts';
import { parseSyntax } from '../../../../server/src/core/syntax/syntax-document.ts';
import { applyEdits } from '../../../../server/src/core/text/text-edit.ts';
import type { CaseAnalysis } from '../../../../server/src/core/workspace/case-analysis.ts';
import { analyserOf, exampleCases, SMALL_STUDY } from '../../../support/features.ts';
import { wholeTree, factsOfWhole } from '../../../support/whole-document.ts';

/*
 * Marking any selection and taking the mark away again: the text is what it was, and in between everything else means what
 * it did, by the parser's reading of the whole document. The item that is marked occurs nowhere else.
 */

/** Selections of one run of each test; more by the environment, as for a night. */
const RUNS = Number(process.env.MARKINGS ?? 200);
const ITEM = 'Z9';
const FRONT_MATTER = '---\ncase: one\n---\n';
const parsers = createMarkdownParsers();

/** What a document says without the marks of an item, read as a whole: its tree, its words, citations and headings. */
function saidBy(text: string, item = ITEM): unknown {
  const tree = wholeTree(text);
  const isMark = (offset: number): boolean => new RegExp(`^:+${item}\\b`).test(text.slice(offset, offset + 300));
  const { citations, headings, words, directives } = factsOfWhole(text) as Record<string, { id?: string; text?: string; depth?: number; name?: string }[]>;
  return {
    tree: meaningOfTree(tree, isMark),
    words: words?.length,
    citations: citations?.map(({ id }) => id),
    headings: headings?.map(({ text: words, depth }) => [words, depth]),
    others: directives?.map(({ name }) => name).filter((name) => name !== item),
  };
}

/** Marks a selection and takes the mark away again. @returns what was tried, or undefined where nothing is offered */
function check(text: string, start: number, end: number): string | undefined {
  const syntax = parseSyntax(text, parsers);
  const marking = markSelection(syntax, FRONT_MATTER.length, { start, end }, ITEM, parsers);
  if (!marking) return undefined;
  let after = applyEdits(
    text,
    marking.edits(ITEM, () => '{supports src="a b"}'),
  );
  const context = `${JSON.stringify(text.slice(start, end))} in\n${text}\nbecame\n${after}`;
  expect(saidBy(after), context).toEqual(saidBy(text));
  const marks = (): number[] => [...after.matchAll(new RegExp(`:+${ITEM}`, 'g'))].map(({ index }) => index);
  expect(marks().length, context).toBeGreaterThan(0);
  for (let left = 50; left > 0 && marks().length > 0; left -= 1) {
    const marked = parseSyntax(after, parsers);
    const directive = marked.blocks.flatMap(({ start: by, block }) => block.directives.map((each) => moved(each, by))).find(({ name }) => name === ITEM);
    const edits = directive && removeMark(marked, directive, parsers);
    expect(edits, `no way back: ${context}`).toBeDefined();
    after = applyEdits(after, edits ?? []);
  }
  expect(after, context).toBe(text);
  return marking.form;
}

/** The value with all its places further on. */
function moved<Value>(value: Value, by: number): Value {
  if (Array.isArray(value)) return value.map((part: unknown) => moved(part, by)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, part]) => [
    key,
    (key === 'start' || key === 'end') && typeof part === 'number' ? part + by : moved(part, by),
  ]);
  return Object.fromEntries(entries) as Value;
}

/** Pieces of the example cases: a heading and a paragraph or two. */
const PIECES = Object.values(exampleCases()).flatMap((text) => {
  const body = text.slice(text.indexOf('\n---\n', 4) + 5);
  return Array.from(body.matchAll(/[^]{1,500}(?=\n\n|$)\n*/g), ([piece]) => piece);
});

const BITS = [
  'word', 'two words', 'Ü😀', ' ', ' ', '\n', '\n', '\n\n', '\n\n', '\n\n- item ', '\n- ', '\n  - deeper ', '\n\n1. first ', '\n\n> quoted ', '\n> ', '\n## Head ', '\n\n### Sub\n\n',
  '*', '**', '*emph*', '**strong**', '_', '`code`', '`', '[link](http://a.dk)', '[', ']', '[sic]', '[@a]', '[@a, p. 3; see @b]', '[@', ':P4', ':P4[marked]', ':P4[marked]{supports src=a}',
  '\n\n:::P3{rival}\n', '\n:::\n', '\n::::P3\n', '\n::::\n', '\n\n::P6\n\n', '{', '}', '{supports}', ':', '\\', '&amp;', '<b>', '<!-- c -->', '\n| a | b |\n|---|---|\n| c | d |\n', '10:30', '  \n',
  '\n```\ncode\n```\n', '\n    indented\n', '\n---\n', '\n[ref]: http://a.dk\n', '[ref]', '![img](a.png)', 'http://a.dk:80/:P4', '\t', '\r\n',
]; // prettier-ignore

const place = fc.nat(1_000_000);

describe('marking and unmarking any selection gives back the text and changes nothing else', () => {
  it('in the example cases', () => {
    let marked = 0;
    fc.assert(
      fc.property(fc.constantFrom(...PIECES), place, fc.oneof(fc.nat(40), fc.nat(500)), (piece, at, length) => {
        const text = FRONT_MATTER + piece;
        const start = FRONT_MATTER.length + (at % piece.length);
        if (check(text, start, Math.min(text.length, start + length)) !== undefined) marked += 1;
      }),
      { numRuns: RUNS },
    );
    expect(marked).toBeGreaterThan(RUNS / 4);
  }, 600_000);

  it('in made-up Markdown', () => {
    let marked = 0;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...BITS), { minLength: 1, maxLength: 14 }), place, place, (bits, one, other) => {
        const text = FRONT_MATTER + bits.join('');
        const places = [one, other].map((at) => FRONT_MATTER.length + (at % (text.length - FRONT_MATTER.length + 1))).sort((a, b) => a - b);
        if (check(text, places[0] ?? 0, places[1] ?? 0) !== undefined) marked += 1;
      }),
      { numRuns: RUNS, examples: [[['\n::::P3\n', 'word\n', ':::\n'], 14, 14]] },
    );
    expect(marked).toBeGreaterThan(RUNS / 4);
  }, 600_000);
});

/** Headings that are called what the item A2 is, and some that are not. */
const HEADINGS = [
  '## Networks',
  '## 2. *Networks* ##',
  '# networks :A3',
  '### Net<b>works</b>',
  '## Networks [@a]',
  '## Networks\\',
  'Networks\n---',
  '## A1',
  '> ## Networks',
  '##',
];

describe('a heading that marks itself takes a stance and gives it back, and marks nothing under another name; all else stays as it is', () => {
  it('in made-up Markdown', async () => {
    const analyseText = await analyserOf(SMALL_STUDY);
    const marksOf = ({ coverage }: CaseAnalysis): string[] =>
      coverage.marks.map(({ item, form, stances }) => [item.item.id, form, ...stances].join(' ')).sort();
    /** What can be done at the heading of the text, by its beginning. */
    const at = (text: string): { analysis: CaseAnalysis; after: (title: string) => string | undefined } => {
      const analysis = analyseText(text);
      const start = analysis.model.sections.find(({ key }) => key === 'networks')?.textSpan.start;
      const actions = start === undefined ? [] : markActions(analysis, { start, end: start }, parsers);
      const after = (title: string): string | undefined => {
        const action = actions.find((each) => each.title.startsWith(title));
        return action && 'edits' in action ? applyEdits(text, action.edits) : undefined;
      };
      return { analysis, after };
    };
    const bits = fc.array(fc.constantFrom(...BITS), { maxLength: 6 });
    let tried = 0;
    fc.assert(
      fc.property(bits, fc.constantFrom(...HEADINGS), bits, (before, heading, behind) => {
        const text = `${FRONT_MATTER}${before.join('')}\n\n${heading}\n\n${behind.join('')}`;
        const { analysis, after } = at(text);
        const renamed = after('Remove the mark A2: give');
        if (renamed === undefined) return;
        tried += 1;
        const said = JSON.stringify(saidBy(text, 'A2'));
        expect(JSON.stringify(saidBy(renamed, 'A2')).replaceAll(/," \(not A2\)"| \(not A2\)/g, ''), renamed).toBe(said);
        expect([...marksOf(at(renamed).analysis), 'A2 heading'].sort(), renamed).toEqual(marksOf(analysis));
        const rival = after('Change stance on A2 to “rival”') ?? '';
        expect(JSON.stringify(saidBy(rival, 'A2')), rival).toBe(said);
        const tagged = at(rival);
        expect(marksOf(tagged.analysis), rival).toEqual([...marksOf(analysis), 'A2 section rival'].sort());
        expect(tagged.after('Remove the mark A2 and keep'), rival).toBe(text);
      }),
      { numRuns: RUNS / 4 }, // each reads four texts as a whole
    );
    expect(tried).toBeGreaterThan(RUNS / 16);
  }, 600_000);
});
