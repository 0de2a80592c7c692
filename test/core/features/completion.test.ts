import { describe, expect, it } from 'vitest';
import { complete } from '../../../server/src/core/features/complete/complete.ts';
import { completeOutsideCase } from '../../../server/src/core/features/complete/outside-case.ts';
import type { CompletionItem } from '../../../server/src/core/features/completion.ts';
import { SOURCE_KINDS } from '../../../server/src/core/model/vocabulary.ts';
import { applyEdits } from '../../../server/src/core/text/text-edit.ts';
import { SMALL_STUDY, withCursor } from '../../support/features.ts';
import { analyse, ROOT, workspaceOf } from '../../support/workspace.ts';

const STUDY = {
  ...SMALL_STUDY,
  'references.bib': '@book{doe:2020, title = {On Small Things}}',
  'casewright.yaml': 'frameworks: [./small.yaml]\nbibliography: [references.bib]\n',
};

async function completions(marked: string): Promise<{ text: string; items: CompletionItem[] }> {
  const { text, offset } = withCursor(marked);
  const items = complete(await analyse(text, STUDY), offset);
  for (const { edit } of items) {
    expect(edit.span.start).toBeLessThanOrEqual(offset);
    expect(edit.span.end).toBeGreaterThanOrEqual(offset);
    expect(text.slice(edit.span.start, edit.span.end)).not.toMatch(/[\r\n]/);
  }
  return { text, items };
}

/** The labels offered at the cursor, in order. */
async function offers(marked: string): Promise<string[]> {
  const { items } = await completions(marked);
  return items.toSorted((a, b) => (a.sortText < b.sortText ? -1 : 1)).map((item) => item.label);
}

/** What the text becomes when `label` is chosen (snippets as they are sent). */
async function accepted(marked: string, label: string): Promise<string> {
  const { text, items } = await completions(marked);
  const item = items.find((candidate) => candidate.label === label);
  if (!item) throw new Error(`No “${label}” among ${items.map((candidate) => candidate.label).join(', ')}`);
  return applyEdits(text, [item.edit]);
}

const FRONT = '---\ncase: x\nsources:\n  - {id: int-ceo, kind: interview, informant: CEO}\n  - {id: web, kind: documentation, title: Web site}\n---\n\n';
const inBody = (body: string): string => FRONT + body;
const inFront = (yaml: string): string => `---\n${yaml}\n---\n`;

describe('front-matter keys', () => {
  it('are those that are not there yet, in the order in which they should stand', async () => {
    const keys = await offers(inFront('case: x\n<|>\nsources: []'));
    expect(keys.slice(0, 8)).toEqual(['title', 'frameworks', 'template', 'firm', 'internationalization', 'figures', 'findings', 'pseudonyms']);
    expect(keys).toContain('abstract');
    expect((await offers(inFront('case: x\nfirm:\n  name: y\n  <|>'))).slice(0, 7)).toEqual([
      'country',
      'industry',
      'founded',
      'employees',
      'revenue',
      'ownership',
      'products',
    ]);
    expect(await offers(inFront('case: x\nsources:\n  - {id: a, ki<|>}'))).toContain('kind');
    expect(await offers(inFront('case: x\ninternationalization:\n  markets:\n    - {country: DK, <|>}'))).toEqual(['year', 'mode', 'share', 'note']);
    expect(await offers(inFront('case: x\nfindings:\n  A1: {value: early, <|>}'))).toEqual(['verdict', 'because']);
  });
  it('come with their colon, and open what they hold', async () => {
    expect(await accepted(inFront('case: x\nti<|>'), 'title')).toBe(inFront('case: x\ntitle: '));
    expect(await accepted(inFront('case: x\n<|>'), 'firm')).toBe(inFront('case: x\nfirm:\n  $0'));
    expect(await accepted(inFront('case: x\n<|>'), 'sources')).toBe(inFront('case: x\nsources:\n  - $0'));
    expect(await accepted(inFront('case: x\n<|>'), 'frameworks')).toBe(inFront('case: x\nframeworks: [$0]'));
    expect(await accepted(inFront('case: x\nsources: [{id: a,<|>}]'), 'kind')).toBe(inFront('case: x\nsources: [{id: a, kind: }]'));
    expect(await accepted(inFront('case: x\nfirm:\n  emplyes<|>: 40'), 'employees')).toBe(inFront('case: x\nfirm:\n  employees: 40'));
  });
  it('are not offered where they would break the lines around', async () => {
    expect(await offers(inFront('case: x\nfirm:\n    name: y\n  <|>'))).toEqual([]);
    expect(await offers(inFront('case: x\nfirm:\n<|>\n  name: y'))).toEqual([]);
    expect(await offers(inFront('case: x\n  <|>'))).toEqual([]);
    expect(await offers(inFront('case: x\nfirm: {name: y}\n  <|>'))).toEqual([]);
    expect(await offers(inFront('ca<|>se: x'))).toEqual([]);
    expect(await offers('---\ncase: x\n<|>---\n')).toEqual([]);
  });
  it('do not turn a value into one that does not fit', async () => {
    expect(await offers(inFront('case: x\nfirm:\n  foundet<|>: long ago'))).not.toContain('founded');
  });
  it('are offered while the front matter is broken', async () => {
    expect(await offers(inFront('case: x\ntitle: "no end\nfirm:\n  co<|>'))).toContain('country');
    expect(await offers('---\ncase: x\nfirm: {co<|>')).toContain('country');
  });
});

describe('front-matter values', () => {
  it('are the words of closed lists', async () => {
    expect(await offers(inFront('case: x\nsources:\n  - {id: a, kind: <|>}'))).toEqual([
      'documentation',
      'archival-records',
      'interview',
      'direct-observation',
      'participant-observation',
      'physical-artifact',
    ]);
    expect(await accepted(inFront('case: x\nsources:\n  - id: a\n    kind:<|>'), 'interview')).toBe(
      inFront('case: x\nsources:\n  - id: a\n    kind: interview'),
    );
    expect(await offers(inFront('case: x\nfindings: {A1: {value: <|>}}'))).toEqual(['early', 'late']);
    expect(await offers(inFront('case: x\nfindings: {A1: {verdict: <|>}}'))).toContain('partly-supported');
    expect(await offers(inFront('case: x\nfirm: {name: <|>}'))).toEqual([]);
  });
  it('say what they mean', async () => {
    const { items } = await completions(inFront('case: x\nfindings: {A1: {value: <|>}}'));
    expect(items[0]?.documentation).toBe('From the outset');
  });
  it('are frameworks that are not named yet', async () => {
    const besideAnother = await offers(inFront('case: x\nframeworks: [internationalization-capacity, <|>]'));
    expect(besideAnother).toEqual(expect.arrayContaining(['policy-themes', 'small']));
    expect(besideAnother).not.toContain('internationalization-capacity');
    const onItsLine = await offers(inFront('case: x\nframeworks:\n  - small\n  - <|>'));
    expect(onItsLine).toContain('internationalization-capacity');
    for (const notAgain of ['small', 'policy-themes']) expect(onItsLine, 'policy-themes has a label of small').not.toContain(notAgain);
  });
  it('are the templates there are, the team’s own among them, and the languages that the template knows', async () => {
    const builtin = ['casewright:case-narrative', 'casewright:interview-summary', 'casewright:sme-case'];
    expect(await offers(inFront('case: x\ntemplate: <|>'))).toEqual(builtin);
    const own = { 'casewright.yaml': 'template: ./own.yaml\n', 'own.yaml': 'id: own\ntitle: Own\nlang: da\nsections: [{heading: Firmaet}]\n' };
    const found = async (yaml: string): Promise<string[]> => {
      const { text, offset } = withCursor(inFront(yaml));
      return complete(await analyse(text, own), offset).map(({ label }) => label);
    };
    expect(await found('case: x\ntemplate: <|>')).toEqual([...builtin, './own.yaml']);
    expect(await found('case: x\nlang: <|>')).toEqual(['da']);
    expect(await found('case: x\ntemplate: casewright:sme-case\nlang: <|>')).toEqual(['en', 'da']);
  });
  it('are whole rows of a list', async () => {
    expect(await accepted(inFront('case: x\nfigures:\n  - <|>'), 'of, year, amount')).toBe(
      inFront('case: x\nfigures:\n  - {of: ${1:employees}, year: ${2:2012}, amount: ${3:40}}'),
    );
    expect(await accepted(inFront('case: x\ninternationalization:\n  markets:\n    - {country: DE}\n    <|>'), 'country, year, mode, share')).toContain(
      '\n    - {country: ${1:DE}, year: ${2:2009}, mode: ${3:distributor}, share: ${4:0.3}}',
    );
  });
  it('are whole sources and findings', async () => {
    expect(await accepted(inFront('case: x\nsources:\n  - <|>'), 'New source: interview')).toBe(
      inFront('case: x\nsources:\n  - {id: ${1:int-1}, kind: interview, informant: "${2:role, not name}", date: $3}'),
    );
    expect(await accepted(inFront('case: x\nsources:\n  - {id: int-1, kind: interview}\n  <|>'), 'New source: interview')).toContain('\n  - {id: ${1:int-2},');
    expect(await offers(inFront('case: x\nfindings:\n  A2: {}\n  <|>'))).toEqual(['A1', 'A3']);
    expect(await accepted(inFront('case: x\nfindings:\n  <|>'), 'A3')).toBe(
      inFront(
        'case: x\nfindings:\n  A3: {value: ${1|better,worse|}, verdict: ${2|insufficient-evidence,supported,partly-supported,not-supported,not-applicable|}, because: "$3"}',
      ),
    );
  });
});

describe('a new source', () => {
  it('is found by its kind and by what the list calls it, also a field a line', async () => {
    const { text, offset } = withCursor(inFront('case: x\nframeworks: [policy-themes]\nsources:\n  - <|>'));
    const offered = complete(await analyse(text), offset).filter(({ label }) => label.startsWith('New source'));
    expect(offered).toHaveLength(SOURCE_KINDS.length + 1);
    for (const { filterText } of offered) expect(filterText).toMatch(/\w+ new source$/);
    expect(offered.at(-1)?.edit.newText).toBe('id: ${1:int-1}\n    kind: interview\n    informant: "${2:role, not name}"\n    date: $3');
  });

  it.each(SOURCE_KINDS)('says all that readers must be told of %s, once it is filled in', async (kind) => {
    const snippet = await accepted(inFront('case: x\nframeworks: [policy-themes]\nsources:\n  - <|>'), `New source: ${kind}`);
    const filled = snippet.replace(/\$\{\d:([^}]*)\}/g, '$1').replace(/\$\d/g, '2011');
    const { findings } = await analyse(filled);
    expect(findings.filter(({ rule }) => rule.startsWith('front-matter/'))).toEqual([]);
  });
});

describe('items behind a colon', () => {
  it('come in the order of need, first as a tag, then as a mark', async () => {
    const body = inBody(`:A1[${'word '.repeat(50)}[@web]] and :A2[little]. <|>`);
    expect(await offers(body.replace('<|>', ':<|>'))).toEqual([':A3', ':A2', ':A1', ':A3[…]', ':A2[…]', ':A1[…]']);
  });
  it('are found by their label, too', async () => {
    const { items } = await completions(inBody('Text (:<|>)'));
    expect(items[0]?.filterText).toBe(':A1 Timing First steps');
    expect(items[0]).toMatchObject({ name: 'Timing', detail: 'missing' });
  });
  it('are inserted in the form that fits', async () => {
    expect(await accepted(inBody('Text :A<|>'), ':A2[…]')).toBe(inBody('Text :A2[${1:${TM_SELECTED_TEXT:text}}]{${2|supports,contradicts,qualifies,rival|}}'));
    expect(await accepted(inBody(':::<|>'), ':::A2 … :::')).toBe(
      inBody(':::A2{${1|supports,contradicts,qualifies,rival|}}\n${2:${TM_SELECTED_TEXT:text}}\n:::'),
    );
    expect(await offers(inBody('::<|>'))).toEqual(['::A1', '::A2', '::A3']);
    expect(await offers(inBody('## Heading :<|>'))).toEqual([':A1', ':A2', ':A3']);
    expect(await accepted(inBody('Text :A<|>9[marked]'), ':A2')).toBe(inBody('Text :A2[marked]'));
    expect(await accepted(inBody(':::<|>A1\nText.\n:::'), ':::A2')).toBe(inBody(':::A2\nText.\n:::'));
  });
  it('stay away from ordinary colons', async () => {
    for (const text of [
      'as follows:<|>',
      'http:<|>',
      'at 10:<|>',
      'a ::<|>',
      '`:<|>`',
      '```\n:<|>\n```',
      '```\n:<|>',
      '<!-- :<|> -->',
      '<!-- :<|>',
      '\\:<|>',
    ]) {
      expect(await offers(inBody(text)), text).toEqual([]);
    }
  });
});

describe('attributes of a mark', () => {
  it('are stances, sources and a note, each once', async () => {
    expect(await offers(inBody(':A1[text]{<|>}'))).toEqual(['supports', 'contradicts', 'qualifies', 'rival', 'src', 'note']);
    expect(await offers(inBody(':A1[text [@web] and\n:A2[inner]{rival}]{supports src=web <|>'))).toEqual(['contradicts', 'qualifies', 'rival', 'note']);
    expect(await offers(inBody(':::A1{<|> supports}\ntext\n:::'))).not.toContain('supports');
    expect(await accepted(inBody(':A1{<|>}'), 'src')).toBe(inBody(':A1{src="$1"}'));
  });
  it('name sources that are not named yet', async () => {
    expect(await offers(inBody(':A1[text]{src="web <|>"}'))).toEqual(['int-ceo', 'doe:2020']);
    expect(await accepted(inBody(':A1[text]{src=w<|>}'), 'web')).toBe(inBody(':A1[text]{src=web}'));
  });
  it('are offered in the braces of marks only', async () => {
    for (const text of ['{<|>}', 'word{<|>}', ':smile{<|>}', '[link]{<|>}', ':A1[text]{note="<|>"}']) expect(await offers(inBody(text)), text).toEqual([]);
  });
});

describe('sources to cite', () => {
  it('are those of the case and of the bibliography that are not cited there yet', async () => {
    expect(await offers(inBody('Text [@<|>'))).toEqual(['int-ceo', 'web', 'doe:2020']);
    expect(await offers(inBody('Text [see @web, p. 4; @<|>]'))).toEqual(['int-ceo', 'doe:2020']);
    expect(await offers(inBody('Text [@<|>; @web]'))).toEqual(['int-ceo', 'doe:2020']);
    expect(await offers(inBody(':A1[Text [@<|>]]'))).toEqual(['int-ceo', 'web', 'doe:2020']);
    expect(await accepted(inBody('Text [@i<|>nt, p. 3]'), 'int-ceo')).toBe(inBody('Text [@int-ceo, p. 3]'));
  });
  it('are found by what they are', async () => {
    const { items } = await completions(inBody('Text [@<|>'));
    expect(items.map((item) => item.filterText)).toEqual(['int-ceo CEO interview', 'web Web site documentation', 'doe:2020 On Small Things documentation']);
  });
  it('of a long bibliography are those that fit what is typed, by key, author, title or year, and are asked for again', async () => {
    const bibliography = Array.from({ length: 300 }, (_, at) => `@book{key${at}, author = {Author${at}, A.}, title = {Book}, year = ${1700 + at}}`);
    const files = {
      ...STUDY,
      'references.bib': `${bibliography.join('\n')}\n@book{x7, author={M{\\"u}ller, M. and Roe, R.}, title={Going abroad}, year=2019}`,
    };
    const offered = async (typed: string): Promise<string[]> => {
      const { text, offset } = withCursor(inBody(`Text [@${typed}<|>]`));
      const items = complete(await analyse(text, files), offset);
      expect(items.every(({ isOneOfMany }) => isOneOfMany)).toBe(true);
      return items.map(({ label }) => label);
    };
    expect((await offered('')).slice(0, 3)).toEqual(['int-ceo', 'web', 'key0']);
    expect(await offered('')).toHaveLength(100);
    expect(await offered('muller')).toEqual(['x7']);
    expect(await offered('Müll')).toEqual(['x7']);
    expect(await offered('abroad')).toEqual(['x7']);
    expect(await offered('2019')).toEqual(['x7']);
    expect(await offered('key29')).toEqual(['key29', ...Array.from({ length: 10 }, (_, at) => `key29${at}`)]);
  });
  it('are not offered outside brackets, in a mark’s own brackets and in addresses', async () => {
    for (const text of ['mail@<|>', '[a@<|>]', ':A1[text @<|>]', '@<|>']) expect(await offers(inBody(text)), text).toEqual([]);
  });
});

describe('headings', () => {
  it('are the sections that are missing, with and without their questions', async () => {
    expect(await offers(inBody('## Timing\n\n##<|>'))).toEqual([
      'Networks',
      'Networks (with its questions)',
      'Performance',
      'The firm',
      'The firm (with its questions)',
      'Conclusion',
      'Conclusion (with its questions)',
    ]);
    expect(await accepted(inBody('### Ne<|>'), 'Networks')).toBe(inBody('### Networks'));
    expect(await accepted(inBody('## <|>'), 'Networks (with its questions)')).toBe(inBody('## Networks\n\n<!-- Who helped? -->\n\n$0'));
  });
  it('of items that other text is about come after the missing ones', async () => {
    expect((await offers(inBody(':A2[Text.]\n\n# <|>'))).filter((label) => ['Timing', 'Networks', 'Performance'].includes(label))).toEqual([
      'Timing',
      'Performance',
      'Networks',
    ]);
  });
});

describe('in a file that is no case', () => {
  const offersOutside = async (marked: string): Promise<string[]> => {
    const { text, offset } = withCursor(marked);
    const workspace = await workspaceOf({ ...STUDY, 'other.md': text, 'case.md': '---\ncase: x\n---\n' });
    return completeOutsideCase(text, offset, workspace.project(`${ROOT}/other.md`)).map(({ edit, additionalEdits = [] }) =>
      applyEdits(text, [edit, ...additionalEdits]),
    );
  };
  const skeleton =
    '---\ncase: ${1:short-name}\ntitle: ${2:Title of the case}\nsources:\n  - {id: ${4:int-1}, kind: interview, informant: ${5:role}}\n---\n\n$0\n';

  it('a new case is offered as long as nothing is written', async () => {
    for (const text of ['<|>', '\n<|>', '---<|>', '---\n<|>\n---\n', '\uFEFF<|>'])
      expect(await offersOutside(text), text).toEqual([skeleton.replace(/^/, text.startsWith('\uFEFF') ? '\uFEFF' : '')]);
  });
  it('nothing else is', async () => {
    for (const text of ['# Notes<|>', 'Text :<|>', '---\ntitle: <|>\n---\n']) expect(await offersOutside(text), text).toEqual([]);
  });
});
