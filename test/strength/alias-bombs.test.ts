import { describe, expect, it } from 'vitest';
import { SMALL_PACK } from '../support/features.ts';
import { ROOT, workspaceOf } from '../support/workspace.ts';

/** Nine lists, each of ten times the one before: a billion values in a few lines of YAML. */
const BOMB = [
  'a: &a [x, x, x, x, x, x, x, x, x, x]',
  ...Array.from('bcdefghi', (name, index) => `${name}: &${name} [${Array(10).fill(`*${'abcdefgh'[index]}`).join(', ')}]`),
].join('\n');
/** The same in the values that Casewright looks for. */
const bombIn = (key: string): string => `${BOMB}\n${key}: *i\n`;
const CASE = '---\ncase: one\nframeworks: [small]\n---\n\nText :A1.\n';

/** All that is wrong, with its file: in those that cases depend on, and in the cases. */
async function problemsOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const workspace = await workspaceOf({ 'one.md': CASE, 'small.yaml': SMALL_PACK, ...files });
  const inFiles = workspace.fileProblems().map(({ uri, message }) => [uri, message] as const);
  const inCases = workspace.cases().flatMap((uri) => workspace.analyse(uri)?.findings.map(({ message }) => [uri, message] as const) ?? []);
  return [...inFiles, ...inCases].map(([uri, message]) => `${uri.slice(ROOT.length + 1)}: ${message}`);
}

describe('a few lines of YAML that stand for a billion values are named as that, and the rest works', () => {
  it.each([
    ['the front matter of a case', 'bomb.md', { 'bomb.md': `---\ncase: bomb\n${bombIn('sources')}---\n\nText.\n` }],
    ['a framework', 'own.yaml', { 'own.yaml': `id: own\ntitle: T\n${bombIn('items')}`, 'casewright.yaml': 'frameworks: [./small.yaml, ./own.yaml]\n' }],
    ['the configuration', 'casewright.yaml', { 'casewright.yaml': bombIn('frameworks') }],
    ['what the configuration extends', 'base.yaml', { 'base.yaml': bombIn('rules'), 'casewright.yaml': 'extends: ./base.yaml\n' }],
    ['a template', 'own.yaml', { 'own.yaml': `id: own\ntitle: T\n${bombIn('sections')}`, 'casewright.yaml': 'template: ./own.yaml\n' }],
  ])('in %s', async (_, file, files) => {
    const problems = await problemsOf(files);
    expect(problems).toContainEqual(expect.stringMatching(new RegExp(`^${file}: .*unfolds to far too many values`)));
    expect(problems).toContainEqual(expect.stringMatching(/^one\.md: /));
  });
});
