import { describe, expect, it } from 'vitest';
import { sourceInBibliography } from '../../../server/src/core/mentions/bibliography-mentions.ts';
import { caseMentions, mentionAt } from '../../../server/src/core/mentions/case-mentions.ts';
import { definitionIn, fileOf } from '../../../server/src/core/features/navigate/definition.ts';
import { documentLinks } from '../../../server/src/core/features/navigate/document-links.ts';
import { bestFits } from '../../../server/src/core/features/navigate/fuzzy.ts';
import { highlightsAt } from '../../../server/src/core/features/navigate/highlights.ts';
import { mentionInFile } from '../../../server/src/core/mentions/file-mentions.ts';
import type { Span } from '../../../server/src/core/text/span.ts';
import { exampleCases, SMALL_PACK, SMALL_STUDY, withCursor } from '../../support/features.ts';
import { analyse, builtins, ROOT, workspaceOf } from '../../support/workspace.ts';

const FRONT = '---\ncase: x\nsources: [{id: "ceo", kind: interview}, {id: web, kind: documentation}]\nfindings: {A1: {value: late}}\n---\n\n';

/** A text with `‹|…|›` around each of these. */
function withRanges(text: string, spans: readonly Span[]): string {
  return spans
    .toSorted((a, b) => b.start - a.start)
    .reduce((marked, { start, end }) => `${marked.slice(0, start)}‹|${marked.slice(start, end)}|›${marked.slice(end)}`, text);
}

/** What is highlighted with the cursor in `marked`: the same text with a range around each place. */
async function check(marked: string, expected: string): Promise<void> {
  const { text, offset } = withCursor(marked);
  const found = highlightsAt(await analyse(text, SMALL_STUDY), offset);
  expect(
    withRanges(
      text,
      found.map(({ span }) => span),
    ),
  ).toBe(expected);
}

/** Where the cursor in `marked` leads: the file's name and the line there with what is selected; undefined where it leads nowhere. */
async function checkDefinition(marked: string, expected: string | undefined, files: Readonly<Record<string, string>> = SMALL_STUDY): Promise<void> {
  const { text, offset } = withCursor(marked);
  const workspace = await workspaceOf({ ...files, 'case.md': text });
  const analysis = workspace.analyse(`${ROOT}/case.md`)!;
  const at = mentionAt(analysis, offset);
  const uri = at && fileOf(at.referent, analysis.project, (name) => builtins.templateFile(name));
  if (!at || uri === undefined) {
    expect(undefined).toBe(expected);
    return;
  }
  const target = workspace.textOf(uri) ?? '';
  const { span, wholeSpan } = definitionIn(target, at.referent, workspace.analyse(uri)?.model);
  expect(wholeSpan.start <= span.start && wholeSpan.end >= span.end).toBe(true);
  const line = withRanges(target, [span])
    .split('\n')
    .find((candidate) => candidate.includes('‹|'));
  expect(`${uri.split('/').at(-1) ?? ''}: ${line?.trim() ?? ''}`).toBe(expected);
}

/** What is named at the cursor in a file beside a case: a range around the name, and what it means; undefined for nothing. */
async function checkBehind(name: string, marked: string, expected: string | undefined): Promise<void> {
  const { text, offset } = withCursor(marked);
  const files = { ...SMALL_STUDY, 'case.md': '---\ncase: x\n---\n', [name]: text };
  const project = (await workspaceOf(files)).project(`${ROOT}/case.md`);
  const at = mentionInFile({ uri: `${ROOT}/${name}`, text }, offset, project);
  const line = withRanges(text, at ? [at.span] : [])
    .split('\n')
    .find((candidate) => candidate.includes('‹|'));
  const file = at && 'uri' in at.referent ? at.referent.uri.split('/').at(-1) : undefined;
  expect(at && `${line?.trim() ?? ''} = ${at.referent.id} of ${file ?? ''}`).toBe(expected);
}

describe('a file that cases rest on names', () => {
  const PACK = SMALL_PACK.replace('- id: A2', '- id: A2\n    parent: A1');
  it.each([
    ['an item of a framework, in its entry', 'small.yaml', PACK.replace('id: A1', 'id: A<|>1'), '- id: ‹|A1|› = A1 of small.yaml'],
    ['… as the group of another', 'small.yaml', PACK.replace('parent: A1', 'parent: A1<|>'), 'parent: ‹|A1|› = A1 of small.yaml'],
    ['… nothing in what is said of it', 'small.yaml', PACK.replace('Timing', 'Tim<|>ing'), undefined],
    [
      'an item that a gate is set for',
      'casewright.yaml',
      'frameworks: [./small.yaml]\ngates: {per_item: {A<|>1: thin}}\n',
      'gates: {per_item: {‹|A1|›: thin}} = A1 of small.yaml',
    ],
    [
      '… of whichever framework, where cases use none by themselves',
      'casewright.yaml',
      'gates: {per_item: {T<|>1: thin}}\n',
      'gates: {per_item: {‹|T1|›: thin}} = T1 of policy-themes.yaml',
    ],
    ['… that is none', 'casewright.yaml', 'frameworks: [./small.yaml]\ngates: {per_item: {Z<|>1: thin}}\n', undefined],
    ['a source anywhere in its entry', 'all.bib', '@book{doe, title={On oth<|>ers}}\n', '@book{‹|doe|›, title={On others}} = doe of all.bib'],
    ['… also in JSON', 'all.json', '[{"id": "doe", "ti<|>tle": "On others"}]\n', '[{"id": "‹|doe|›", "title": "On others"}] = doe of all.json'],
    ['nothing between two entries', 'all.bib', '@book{doe, title={On others}}\n<|>\n@book{roe}\n', undefined],
    ['nothing in a broken file', 'casewright.yaml', 'gates: {per_item: {A<|>1\n', undefined],
  ])('%s', (_what, name, marked, expected) => checkBehind(name, marked, expected));

  it('an item that a section of a template is to be about', async () => {
    const template = 'id: own\ntitle: Own\nsections:\n  - heading: How\n    sections:\n      - {heading: When, items: [A1]}\n';
    const files = {
      ...SMALL_STUDY,
      'casewright.yaml': 'frameworks: [./small.yaml]\ntemplate: ./own.yaml\n',
      'own.yaml': template,
      'case.md': '---\ncase: x\n---\n',
    };
    const project = (await workspaceOf(files)).project(`${ROOT}/case.md`);
    const at = mentionInFile({ uri: `${ROOT}/own.yaml`, text: template }, template.indexOf('A1'), project);
    expect(at?.referent).toEqual({ kind: 'item', id: 'A1', uri: `${ROOT}/small.yaml` });
  });
});

describe('the places of a bibliography that name a source', () => {
  const check = (name: string, text: string): void => {
    const source = { kind: 'source', id: 'doe', uri: `${ROOT}/${name}` } as const;
    const plain = text.replace(/‹\||\|›/g, '');
    const spans = sourceInBibliography(source, { uri: source.uri, text: plain }).map(({ span }) => span);
    expect(withRanges(plain, spans)).toBe(text);
  };
  it.each([
    ['its key', 'a.bib', '@book{‹|doe|›, title={On doe}}\n@book{doe2, title={More}}\n'],
    ['… of each copy of the entry', 'a.bib', '@book{‹|doe|›, title={On}}\n@book{‹|doe|›, title={On}}\n'],
    ['what refers to it', 'a.bib', '@book{‹|doe|›, title={On}}\n@inbook{roe, crossref = {‹|doe|›}, title={doe}}\n'],
    ['… beside others', 'a.bib', '@set{all, entryset = "roe, ‹|doe|›,doe2"}\n'],
    ['its id in JSON', 'a.json', '[{"id": "‹|doe|›", "title": "doe"}, {"id": "doe2"}]'],
  ])('are %s', (_what, name, text) => {
    check(name, text);
  });
});

describe('the places of a case that name the same', () => {
  it('are those of an item: marks, headings and its finding', () =>
    check(
      FRONT + '## Timing\n\nOnce :A1<|>[here]{supports}, and :A2[there].\n\n:::A1\nMore.\n:::\n',
      FRONT.replace('A1', '‹|A1|›') + '## ‹|Timing|›\n\nOnce :‹|A1|›[here]{supports}, and :A2[there].\n\n:::‹|A1|›\nMore.\n:::\n',
    ));
  it('are those of a source: its entry, citations and src', () =>
    check(
      FRONT + 'A :A1[b [see @ceo, p. 2; @web]] c [@c<|>eo] :A2[d]{src="web ceo"}\n',
      FRONT.replace('ceo', '‹|ceo|›') + 'A :A1[b [see @‹|ceo|›, p. 2; @web]] c [@‹|ceo|›] :A2[d]{src="web ‹|ceo|›"}\n',
    ));
  it('are the same from wherever one asks', () => check(FRONT.replace('web', 'w<|>eb') + '[@web]\n', FRONT.replace('web', '‹|web|›') + '[@‹|web|›]\n'));
  it('are none where nothing is named', () => check(`${FRONT}Some wo<|>rds, [@nobody].\n`, `${FRONT}Some words, [@nobody].\n`));
  it('are none of a citation that leads nowhere', () => check(`${FRONT}Some words, [@no<|>body].\n`, `${FRONT}Some words, [@nobody].\n`));
  it('read as the id, but for headings, in every example', async () => {
    for (const text of Object.values(exampleCases())) {
      const analysis = await analyse(text);
      const mentions = caseMentions(analysis);
      expect(mentions.length).toBeGreaterThan(0);
      for (const { span, referent, reads } of mentions) {
        expect(span.start >= 0 && span.end <= text.length).toBe(true);
        if (reads !== 'label') expect(text.slice(span.start, span.end)).toBe(referent.id);
      }
    }
  });
});

describe('going to what is named', () => {
  it('leads from a mark, a heading and a finding to the item', async () => {
    await checkDefinition(`${FRONT}:A<|>2[x]\n`, 'small.yaml: - id: ‹|A2|›');
    await checkDefinition(`${FRONT}## Tim<|>ing\n`, 'small.yaml: - id: ‹|A1|›');
    await checkDefinition('---\ncase: x\nfindings: {A<|>3: {value: late}}\n---\n', 'small.yaml: - id: ‹|A3|›');
  });
  it('leads to frameworks and templates, the built-in ones among them', async () => {
    await checkDefinition('---\ncase: x\nframeworks: [sm<|>all]\n---\n', 'small.yaml: id: ‹|small|›');
    await checkDefinition('---\ncase: x\nframeworks: [policy-<|>themes]\n---\n', 'policy-themes.yaml: id: ‹|policy-themes|›');
    await checkDefinition('---\ncase: x\nframeworks: [policy-themes]\n---\n\n:T<|>3[x]\n', 'policy-themes.yaml: - id: ‹|T3|›');
    await checkDefinition('---\ncase: x\ntemplate: casewright:sme<|>-case\n---\n', 'sme-case.yaml: id: ‹|sme-case|›');
  });
  it('leads from a citation to the entry in the case or in the bibliography', async () => {
    await checkDefinition(`${FRONT}[<|>@web]\n`, `case.md: sources: [{id: "ceo", kind: interview}, {id: ‹|web|›, kind: documentation}]`);
    const files = { 'casewright.yaml': 'bibliography: [all.bib]\n', 'all.bib': '@book{other, title={A}}\n\n@book{doe2011,\n title={B}}\n' };
    await checkDefinition('---\ncase: x\n---\n\nText [@doe<|>2011, p. 3].\n', 'all.bib: @book{‹|doe2011|›,', files);
  });
  it('leads nowhere from what is not known', async () => {
    await checkDefinition(`${FRONT}[@no<|>body]\n`, undefined);
    await checkDefinition(`${FRONT}:smi<|>le:\n`, undefined);
  });
});

describe('the links of a case', () => {
  /** The parts of front matter that are links, each with its target. */
  const links = async (yaml: string): Promise<string[]> => {
    const text = `---\ncase: x\n${yaml}\n---\n`;
    const analysis = await analyse(text, { 'ceo.txt': 'Yes.\n' });
    return documentLinks(analysis, (uri) => uri.startsWith(`${ROOT}/`)).map(({ span, target }) => `${text.slice(span.start, span.end)} > ${target}`);
  };

  it('are transcripts and bibliographies in the folder that is open', async () => {
    expect(await links('bibliography: [a b.bib]\nsources: [{id: ceo, transcript: ceo.txt}]')).toEqual([
      `a b.bib > ${ROOT}/a%20b.bib`,
      `ceo.txt > ${ROOT}/ceo.txt`,
    ]);
  });
  it('are no files outside of it, nor ones that are not there', async () => {
    expect(await links('bibliography: ../all.bib\nsources: [{id: a, transcript: /etc/passwd}, {id: b, transcript: gone.txt}]')).toEqual([]);
  });
  it('are addresses and DOIs', async () => {
    expect(await links('sources: [{id: a, url: "https://example.org/x?a=1"}, {id: b, doi: 10.1080/0034<3>}, {id: c, title: doi:10.1/x}]')).toEqual([
      '"https://example.org/x?a=1" > https://example.org/x?a=1',
      '10.1080/0034<3> > https://doi.org/10.1080/0034%3C3%3E',
    ]);
    expect(await links('sources: [{id: a, url: "javascript:alert(1)"}, {id: b, doi: "10.1000/\\ud800"}]')).toEqual([
      '"10.1000/\\ud800" > https://doi.org/10.1000/%EF%BF%BD',
    ]);
  });
});

describe('looking for a name', () => {
  const find = (query: string, most = 10): string[] => bestFits(query, ['int-ceo', 'ceo', 'ceos', 'Chief of others', 'web'], (name) => [name], most);

  it('finds the best fits first', () => {
    expect(find('ceo')).toEqual(['ceo', 'ceos', 'int-ceo', 'Chief of others']);
  });
  it('finds letters in their order and nothing else', () => {
    expect(find('INC')).toEqual(['int-ceo']);
  });
  it('finds everything by nothing, but never too much', () => {
    expect(find('', 2)).toEqual(['int-ceo', 'ceo']);
  });
});
