import { describe, expect, it } from 'vitest';
import { analyse } from '../../support/workspace.ts';

const words = (count: number): string => 'word '.repeat(count).trim();

/** Checks the status of P1 in a case with the given body and, in the front matter, findings. */
async function check(body: string, status: string, options: { findings?: string; config?: string } = {}): Promise<void> {
  const head = `---\ncase: one\nframeworks: [internationalization-capacity]\nsources:\n  - {id: int-a, kind: interview}\n  - {id: int-b, kind: interview}\n  - {id: web, kind: documentation}\n  - {id: odd, kind: hearsay}\n${options.findings ?? ''}---\n\n`;
  const analysis = await analyse(head + body, options.config === undefined ? {} : { 'casewright.yaml': options.config });
  expect(analysis.coverage.items.find(({ entry }) => entry.item.id === 'P1')?.status).toBe(status);
}

describe('an item is', () => {
  it('missing without a mark', () => check(words(100), 'missing'));
  it('thin below 40 words', () => check(`:P1[${words(39)} [@int-a; @web]]`, 'thin'));
  it('thin with placeholder text', () => check(`:P1[${words(60)} TODO more [@int-a]]`, 'thin'));
  it('not thin for an ellipsis in a sentence', () => check(`:P1[${words(60)} … and so on]`, 'addressed'));
  it('addressed with 40 words', () => check(`:P1[${words(40)}]`, 'addressed'));
  it('addressed by several marks together', () => check(`:P1[${words(20)}] and :P1[${words(20)}]`, 'addressed'));
  it('thin when its marks only repeat each other', () => check(`:::P1\n:P1[${words(30)}]\n:::\n`, 'thin'));
  it('evidenced with one source', () => check(`:P1[${words(40)} [@int-a]]`, 'evidenced'));
  it('evidenced with two sources of one kind', () => check(`:P1[${words(40)} [@int-a; @int-b]]`, 'evidenced'));
  it('triangulated with two sources of two kinds', () => check(`:P1[${words(40)} [@int-a]]{src=web}`, 'triangulated'));
  it('no better for a source that is not declared', () => check(`:P1[${words(40)} [@int-a; @nobody]]`, 'evidenced'));
  it('no better for a source of unknown kind', () => check(`:P1[${words(40)} [@int-a; @odd]]`, 'evidenced'));
  it('not helped by comments, code, citations and headings', () =>
    check(`# One :P1\n\n<!-- ${words(50)} -->\n\n## ${words(30)}\n\n\`\`\`\n${words(40)}\n\`\`\`\n\n${words(5)} [@int-a, ${words(40)}]\n`, 'thin'));
  it('not applicable with a reason', () => check('', 'not-applicable', { findings: 'findings:\n  P1: {verdict: not-applicable, because: "No data"}\n' }));
  it('still missing when the reason is missing', () => check('', 'missing', { findings: 'findings:\n  P1: {verdict: not-applicable, because: " "}\n' }));
  it('measured by the project’s own threshold', () => check(`:P1[${words(10)}]`, 'addressed', { config: 'rules: {coverage/thin: {min_words: 10}}\n' }));
});
