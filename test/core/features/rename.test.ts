import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mentionAt } from '../../../server/src/core/mentions/case-mentions.ts';
import { renaming, whyNotRenamed, type Renaming } from '../../../server/src/core/features/navigate/rename.ts';
import { applyEdits } from '../../../server/src/core/text/text-edit.ts';
import { exampleCases, SMALL_PACK, withCursor } from '../../support/features.ts';
import { builtins, ROOT, workspaceOf } from '../../support/workspace.ts';

type Files = Readonly<Record<string, string>>;

/** The study after renaming what is at the cursor of its file `case.md`, or why that is refused. */
async function rename(files: Files, offset: number, newName: string): Promise<Files | string> {
  const workspace = await workspaceOf(files);
  const cases = workspace.cases().map((uri) => workspace.analyse(uri)!);
  const from = cases.find(({ uri }) => uri === `${ROOT}/case.md`)!;
  const at = mentionAt(from, offset);
  if (!at) return 'nothing here';
  const { referent } = at;
  const file = (name: string): { uri: string; text: string } => ({ uri: `${ROOT}/${name}`, text: files[name] ?? '' });
  const team = { pack: file('small.yaml'), configurations: [file('casewright.yaml')], templates: [file('own.yaml')] };
  const caseIds = new Set(cases.filter((one) => one !== from).map(({ model }) => model.id));
  const reason = whyNotRenamed(referent, from.uri, (uri) => !builtins.has(uri));
  const result: Renaming =
    reason === undefined
      ? renaming(referent, newName, {
          cases: referent.kind === 'item' ? cases : [from],
          team: referent.kind === 'item' ? team : undefined,
          bibliography: undefined,
          caseIds,
        })
      : { kind: 'refused', reason };
  if (result.kind === 'refused') return result.reason;
  const edits = new Map(result.files.map((one) => [one.uri, one.edits]));
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, applyEdits(text, edits.get(`${ROOT}/${name}`) ?? [])]));
}

/** Checks what renaming at the cursor makes of the files; of those not named in `expected`, that they stay the same. */
async function check(marked: string, newName: string, expected: Files | RegExp, others: Files = {}): Promise<void> {
  const { text, offset } = withCursor(marked);
  const files = { ...others, 'case.md': text };
  const renamed = await rename(files, offset, newName);
  if (expected instanceof RegExp) expect(renamed).toMatch(expected);
  else expect(renamed).toEqual({ ...files, ...expected });
}

const FRONT = "---\ncase: x\nsources: [{id: ceo, kind: interview}, {id: 'web', kind: documentation}]\n---\n\n";
const TEAM = {
  'casewright.yaml': 'frameworks: [./small.yaml]\ntemplate: ./own.yaml\ngates: {per_item: {A1: evidenced}}\n',
  'small.yaml': `${SMALL_PACK}    parent: A1\nlinks:\n  - {from: A1, to: A2, kind: influences, at: p. 3}\n`,
  'own.yaml': 'id: own\ntitle: Own\nsections:\n  - heading: All\n    sections:\n      - items: [A1, A2]\n',
};

describe('renaming a source', () => {
  it('changes its entry, citations and src, and nothing else', () =>
    check(
      `${FRONT}A [@ce<|>o, p. 1; @web] the ceo :T1[b]{src="web ceo"} \`[@ceo]\`\n`,
      'int-ceo',
      {
        'case.md': `${FRONT.replace('ceo', 'int-ceo')}A [@int-ceo, p. 1; @web] the ceo :T1[b]{src="web int-ceo"} \`[@ceo]\`\n`,
      },
      { 'casewright.yaml': 'frameworks: [policy-themes]\n' },
    ));
  it('keeps the quotation marks', () => check(`${FRONT.replace('web', 'w<|>eb')}[@web]\n`, 'site', { 'case.md': `${FRONT.replace('web', 'site')}[@site]\n` }));
  it('is refused for a name that there is', () => check(`${FRONT}[@ce<|>o]\n`, 'web', /There is a source “web” already/));
  it('is refused for a name that is cited already', () => check(`${FRONT}[@ce<|>o] [@boss]\n`, 'boss', /“boss” is cited already/));
  it.each(['', '  ', 'the boss', '@boss', 'boss]', '_boss', 'a--b'])('is refused for the name “%s”', (name) =>
    check(`${FRONT}[@ce<|>o]\n`, name, /needed|is none: choose another/),
  );
  it.each(['007', '1e3', 'null', 'true', 'a:'])('is refused for “%s”, which YAML would not read so', (name) =>
    check(`${FRONT}[@ce<|>o]\n`, name, /would not be read|is none/),
  );
  it('is refused in a bibliography', () =>
    check('---\ncase: x\n---\n\n[@do<|>e]\n', 'roe', /“doe” stands in “all.bib”/, {
      'casewright.yaml': 'bibliography: [all.bib]\n',
      'all.bib': '@book{doe,}',
    }));
  it('is refused where it is written with escapes', () =>
    check('---\ncase: x\nsources: [{id: "c\\x65o"}]\n---\n\n[@ce<|>o]\n', 'boss', /with escapes in “case.md”/));
});

describe('renaming a case', () => {
  it('changes its name', () => check('---\ncase: <|>x\n---\n\nx\n', 'Brodersen & Co', { 'case.md': '---\ncase: Brodersen & Co\n---\n\nx\n' }));
  it('is refused for the name of another', () => check('---\ncase: <|>x\n---\n', 'y', /There is a case “y” already/, { 'y.md': '---\ncase: y\n---\n' }));
});

describe('renaming an item of a team’s framework', () => {
  it('changes the framework, marks and findings of all cases, gates and templates', () =>
    check(
      '---\ncase: x\nfindings: {A1: {value: late}}\n---\n\n## Timing\n\n:A<|>1[x] :A2[y]\n',
      'Start',
      {
        'case.md': '---\ncase: x\nfindings: {Start: {value: late}}\n---\n\n## Timing\n\n:Start[x] :A2[y]\n',
        'other.md': '---\ncase: y\n---\n\n:::Start{supports}\nA1.\n:::\n',
        'casewright.yaml': TEAM['casewright.yaml'].replace('A1', 'Start'),
        'small.yaml': TEAM['small.yaml'].replaceAll('A1', 'Start'),
        'own.yaml': TEAM['own.yaml'].replace('A1', 'Start'),
      },
      { ...TEAM, 'other.md': '---\ncase: y\n---\n\n:::A1{supports}\nA1.\n:::\n' },
    ));
  it('is refused for an item that there is', () => check('---\ncase: x\n---\n\n:A<|>1[x]\n', 'A2', /There is an item “A2” already/, TEAM));
  it('is refused where a case uses another framework with such an item', () =>
    check('---\ncase: x\nframeworks: [small, policy-themes]\n---\n\n:A<|>1[x]\n', 'T1', /The case “x” also uses “Seven themes/, TEAM));
  it('is refused where it would make marks of other text', () => check('---\ncase: x\n---\n\n:A<|>1[x] :smile[y]\n', 'smile', /“:smile” or a finding/, TEAM));
  it('is refused for what is no id', () => check('---\ncase: x\n---\n\n:A<|>1[x]\n', '1A', /letter followed by/, TEAM));
  it('is refused for an item that ships with Casewright', () =>
    check('---\ncase: x\nframeworks: [policy-themes]\n---\n\n:T<|>1[x]\n', 'Z1', /ships with Casewright/));
  it('is refused for frameworks', () => check('---\ncase: x\nframeworks: [sm<|>all]\n---\n', 'big', /change it by hand/, TEAM));
});

describe('renaming there and back', () => {
  const examples = Object.values(exampleCases());
  const word = fc.stringMatching(/^[a-zA-Zäøλ0-9]{1,5}(?:[-_.+/:][a-zA-Zäøλ0-9]{1,4}){0,2}$/);

  it('gives back the whole study, for an item', async () => {
    const study = { ...TEAM, 'case.md': '---\ncase: x\nfindings: {A1: {value: late}}\n---\n\n:A1[x] A1\n\n:::A1\n:A2[y]\n:::\n' };
    const itemId = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,3}(?:[-_][A-Za-z0-9]{1,3})?$/).filter((id) => !/^A[123]$/.test(id));
    await fc.assert(
      fc.asyncProperty(itemId, async (id) => {
        const there = await rename(study, study['case.md'].indexOf(':A1') + 1, id);
        if (typeof there === 'string') {
          expect(there).toMatch(/would not be read/);
          return;
        }
        expect(there['case.md']).toContain(`:${id}[x] A1`);
        expect(await rename(there, (there['case.md'] ?? '').indexOf(`:${id}`) + 1, 'A1')).toEqual(study);
      }),
      { numRuns: 40 },
    );
  });

  it('gives back every text, wherever one asks and whatever the name', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...examples), fc.nat(), word, async (text, place, name) => {
        const sources = [...text.matchAll(/(?<=[[ ]@)[\w-]+/g)];
        const at = sources[place % sources.length];
        if (!at) return;
        const there = await rename({ 'case.md': text }, at.index, name);
        if (typeof there === 'string') return;
        expect(there['case.md']).not.toBe(text);
        expect(await rename(there, (there['case.md'] ?? '').indexOf(`@${name}`) + 1, at[0])).toEqual({ 'case.md': text });
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
