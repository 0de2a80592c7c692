import type { Block } from '../../../server/src/core/syntax/block.ts';
import { describe, expect, it } from 'vitest';
import { allRules } from '../../../server/src/core/rules/all-rules.ts';
import { createMarkdownParsers } from '../../../server/src/core/syntax/markdown-parser.ts';
import { Workspace } from '../../../server/src/core/workspace/workspace.ts';
import { MemoryFileSystem } from '../../../server/src/host/memory-file-system.ts';
import { settle } from '../../../server/src/host/settle.ts';
import { builtins, ROOT, workspaceOf } from '../../support/workspace.ts';

const CASE = '---\ncase: one\nframeworks: [policy-themes]\n---\n\n# Timing\n\nText.\n\nMore text.\n';
const uri = (name: string): string => `${ROOT}/${name}`;

describe('a workspace', () => {
  it('reads each version of a document once, and of a new version only the blocks that changed', () => {
    const workspace = new Workspace({ parsers: createMarkdownParsers(), rules: allRules, builtins, roots: [ROOT] });
    const blocks = (): readonly Block[] => workspace.analyse(uri('one.md'))?.model.syntax.blocks.map(({ block }) => block) ?? [];
    workspace.setDocument(uri('one.md'), CASE);
    const first = blocks();
    expect(blocks().filter((block, index) => block !== first[index])).toEqual([]);
    workspace.setDocument(uri('one.md'), CASE.replace('Text.', 'Texts.'));
    expect(
      blocks()
        .filter((block) => !first.includes(block))
        .map(({ text }) => text),
    ).toEqual(['Texts.\n\n']);
  });

  it('keeps what it knows until one of its inputs changes', async () => {
    const workspace = await workspaceOf({ 'one.md': CASE, 'two.md': CASE.replace('case: one', 'case: two') });
    const first = workspace.analyse(uri('one.md'));
    workspace.setDocument(uri('two.md'), CASE.replace('case: one', 'case: two').replace('Text', 'Other'));
    expect(workspace.analyse(uri('one.md'))).toBe(first);
    workspace.setDocument(uri('two.md'), CASE);
    expect(workspace.analyse(uri('one.md'))).not.toBe(first);
    expect(workspace.analyse(uri('one.md'))?.sameCases.map((same) => same.uri)).toEqual([uri('two.md')]);
  });

  it('gives the same analysis however it came to a text', async () => {
    const workspace = await workspaceOf({ 'one.md': CASE });
    workspace.setDocument(uri('one.md'), `${CASE}\n:P1[x]\n`);
    workspace.setDocument(uri('one.md'), CASE);
    const fresh = (await workspaceOf({ 'one.md': CASE })).analyse(uri('one.md'));
    expect(workspace.analyse(uri('one.md'))?.findings).toEqual(fresh?.findings);
  });

  it('leaves what is not a case alone', async () => {
    const workspace = await workspaceOf({ 'notes.md': '# Notes\n', 'other.md': '---\ntitle: x\n---\n', 'one.md': CASE });
    expect(workspace.cases()).toEqual([uri('one.md')]);
    expect(workspace.analyse(uri('notes.md'))).toBeUndefined();
  });
});

describe('the configuration of a case', () => {
  it('is the nearest one up', async () => {
    const workspace = await workspaceOf({
      'casewright.yaml': 'rules: {coverage/missing: off}\n',
      'one.md': CASE,
      'deep/casewright.yaml': 'rules: {coverage/missing: error}\n',
      'deep/er/two.md': CASE.replace('case: one', 'case: two'),
    });
    const severities = (name: string): unknown => workspace.analyse(uri(name))?.findings.find((finding) => finding.rule === 'coverage/missing')?.severity;
    expect([severities('one.md'), severities('deep/er/two.md')]).toEqual([undefined, 'error']);
  });

  it('may extend a file of the team’s', async () => {
    const workspace = await workspaceOf({
      'casewright.yaml': 'extends: ./team/base.yaml\nrules: {coverage/thin: off}\n',
      'team/base.yaml': 'rules: {coverage/missing: off}\nframeworks: [../own.yaml]\n',
      'own.yaml':
        'id: own\ntitle: Own\nsource: {authors: [Me], year: 2020, title: T}\nkind: themes\nitems:\n  - {id: X1, label: One, statement: S, at: p. 1}\n',
      'one.md': CASE.replace('frameworks: [policy-themes]\n', ''),
    });
    expect(workspace.fileProblems()).toEqual([]);
    expect(workspace.analyse(uri('one.md'))?.coverage.items.map(({ entry }) => entry.item.id)).toEqual(['X1']);
    expect(workspace.analyse(uri('one.md'))?.findings.map((finding) => finding.rule)).not.toContain('coverage/missing');
  });

  it.each([
    ['rules: {coverage/mising: off}', 'Did you mean “coverage/missing”?'],
    ['rules: {coverage/thin: {min_word: 3}}', 'Did you mean “min_words”?'],
    ['rules: {coverage/thin: {min_words: many}}', 'must be a whole number'],
    ['frameworks: [policy-theme]', 'There is no framework “policy-theme”'],
    ['frameworks: [./none.yaml]', '“./none.yaml” does not exist'],
    ['template: casewright:none', 'There is no template'],
    ['extends: ./casewright.yaml', 'extends this file in turn'],
    ['extend: x', 'Did you mean “extends”?'],
    ['gates: {addressed: 200}', 'a percentage between 0 and 100'],
    ['- just a list', 'should be a list of settings'],
    ['rules: "', 'left open'],
    ['cases: []', 'a list of one pattern or more, such as [cases/**/*.md], not an empty list'],
    ['cases: [""]', 'a pattern such as cases/**/*.md'],
    ['cases: [a.md, null]', '“cases” has an entry without a value'],
    [`cases: ["${'*a'.repeat(12)}.md"]`, 'with few wildcards'],
    [`cases: ["${'{a,b}'.repeat(200)}"]`, 'with few wildcards, not “{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}…”'],
    ['frameworks: ["./\\ud800.yaml"]', 'does not exist'],
  ])('%j is told: %s', async (config, message) => {
    const workspace = await workspaceOf({ 'casewright.yaml': `${config}\n`, 'one.md': CASE });
    expect(
      workspace
        .fileProblems()
        .map((problem) => problem.message)
        .join('\n'),
    ).toContain(message);
    expect(workspace.analyse(uri('one.md'))).toBeDefined();
  });

  it('may put a framework in the place of a built-in one, but not give two one id', async () => {
    const pack = (id: string, item: string): string =>
      `id: ${id}\ntitle: Own\nsource: {authors: [Me], year: 2020, title: T}\nkind: themes\nitems:\n  - {id: ${item}, label: One, statement: S, at: p. 1}\n`;
    const files = { 'one.md': CASE, 'a.yaml': pack('policy-themes', 'A1'), 'b.yaml': pack('policy-themes', 'B1') };
    const items = async (frameworks: string): Promise<[unknown, string[]]> => {
      const workspace = await workspaceOf({ ...files, 'casewright.yaml': `frameworks: ${frameworks}\n` });
      return [workspace.analyse(uri('one.md'))?.coverage.items.map(({ entry }) => entry.item.id), workspace.fileProblems().map(({ message }) => message)];
    };
    expect(await items('[./a.yaml]')).toEqual([['A1'], []]);
    expect(await items('[./a.yaml, ./b.yaml]')).toEqual([
      ['A1'],
      [expect.stringMatching(/^The framework in “\.\/b\.yaml” has the same id as that in “\.\/a\.yaml”, “policy-themes”/)],
    ]);
  });

  it('is looked for once', async () => {
    const workspace = new Workspace({ parsers: createMarkdownParsers(), rules: allRules, builtins, roots: [ROOT] });
    const files = new MemoryFileSystem();
    for (const name of ['a/one.md', 'a/two.md', 'b/three.md']) workspace.setDocument(uri(name), CASE);
    await settle(workspace, files);
    await settle(workspace, files);
    expect(files.reads.toSorted()).toEqual([uri('a/casewright.yaml'), uri('b/casewright.yaml'), uri('casewright.yaml')]);
  });

  it('never takes the editor out of the workspace', async () => {
    const workspace = new Workspace({ parsers: createMarkdownParsers(), rules: allRules, builtins, roots: [ROOT] });
    workspace.setDocument(uri('one.md'), CASE);
    expect(workspace.wanted().every((file) => file.startsWith(`${ROOT}/`))).toBe(true);
  });

  it.each(['../../etc/secret', '/etc/secret', '..\\..\\etc\\secret', 'x/../../../etc/secret'])('never asks for %s, and says why', async (path) => {
    const files = new MemoryFileSystem({
      [uri('casewright.yaml')]: `frameworks: ['${path}']\nbibliography: ['${path}']\ntemplate: '${path}'\n`,
      [uri('sub/casewright.yaml')]: `extends: '${path}'\n`,
    });
    const workspace = new Workspace({ parsers: createMarkdownParsers(), rules: allRules, builtins, roots: [ROOT] });
    for (const place of [uri('one.md'), uri('sub/two.md'), 'file:///loose/three.md']) {
      workspace.setDocument(place, CASE.replace('case: one', `bibliography: '${path}'\ncase: ${place}`));
    }
    await settle(workspace, files);
    expect(files.reads.filter((file) => file.includes('secret'))).toEqual([]);
    expect(workspace.fileProblems().filter(({ message }) => message.includes('it lies outside the folder that is open'))).toHaveLength(4);
  });

  it('may name any file of a workspace of several folders', async () => {
    const files = new MemoryFileSystem({
      [uri('a/casewright.yaml')]: 'extends: ../team/base.yaml\n',
      [uri('team/base.yaml')]: 'rules: {coverage/missing: off}\n',
    });
    const options = { parsers: createMarkdownParsers(), rules: allRules, builtins };
    const workspace = new Workspace({ ...options, roots: [uri('a'), uri('team')] });
    workspace.setDocument(uri('a/one.md'), CASE);
    await settle(workspace, files);
    expect(workspace.fileProblems()).toEqual([]);
    expect(workspace.analyse(uri('a/one.md'))?.findings.map(({ rule }) => rule)).not.toContain('coverage/missing');
  });
});

describe('the transcript of a case that is let go of', () => {
  const text = CASE.replace('---\n\n', 'sources: [{id: int, kind: interview, transcript: talk.txt}]\n---\n\n');

  it('takes along what is remembered of it, and is there when the case is read again', async () => {
    const workspace = await workspaceOf({ 'one.md': text, 'talk.txt': 'I said so.\n' });
    const stateOf = (): unknown => workspace.analyse(uri('one.md'))?.transcripts.get('int')?.state;
    const before = stateOf();
    workspace.release(uri('one.md'));
    workspace.setDocument(uri('one.md'), text);
    expect(workspace.wanted()).toEqual([]);
    expect(stateOf()).toEqual(before);
    expect(stateOf()).not.toBe(before); // it is by its state that an index of it is kept
  });

  it('stays as it is where another case has it open', async () => {
    const workspace = await workspaceOf({ 'one.md': text, 'two.md': text.replace('case: ', 'case: two-'), 'talk.txt': 'I said so.\n' });
    const stateOf = (name: string): unknown => workspace.analyse(uri(name))?.transcripts.get('int')?.state;
    const before = stateOf('two.md');
    workspace.release(uri('one.md'));
    expect(stateOf('two.md')).toBe(before);
    workspace.setFile(uri('talk.txt'), { kind: 'text', text: 'I never said so.\n' });
    expect([...workspace.outdated()].sort()).toEqual([uri('one.md'), uri('two.md')]);
  });
});

describe('a bibliography', () => {
  it('can be cited', async () => {
    const workspace = await workspaceOf({
      'casewright.yaml': 'bibliography: [refs.bib, refs.json]\n',
      'refs.bib': '@string{x = "y"}\n@article{wright2007,\n  title = {Internationalization of {SMEs}},\n}\n@book(yin, title="Case study research")\n',
      'refs.json': '[{"id": "gale2013", "title": "Using the framework method"}, 7, null]',
      'one.md': CASE,
    });
    const sources = workspace.analyse(uri('one.md'))?.sources;
    expect([...(sources?.values() ?? [])].map((source) => [source.id, source.title])).toEqual([
      ['wright2007', 'Internationalization of SMEs'],
      ['yin', 'Case study research'],
      ['gale2013', 'Using the framework method'],
    ]);
  });

  it('works but for what is broken in it, which is told at its place, whoever names the file', async () => {
    const broken = '@book{good, title = {Fine}}\n@book{bad, title = {Open\n\n@book{last, title = {Fine}}\n';
    const workspace = await workspaceOf({
      'casewright.yaml': 'bibliography: [refs.bib]\n',
      'refs.bib': broken,
      'own.json': '[{"id": "a"},\n {"id": "b" "title": "B"}]',
      'one.md': CASE.replace('---\n\n', 'bibliography: own.json\n---\n\n[@good; @last; @bad; @a; @b]\n\n'),
    });
    const said = workspace.fileProblems().map(({ uri: file, span, message }) => [file, workspace.linesOf(file)?.rangeOf(span).start.line, message]);
    expect(said).toEqual([
      [uri('refs.bib'), 1, expect.stringContaining('The entry “bad” is not closed')],
      [uri('own.json'), 1, expect.stringContaining('The entry “b” is not written as JSON demands')],
    ]);
    expect(workspace.analyse(uri('one.md'))?.findings.filter(({ rule }) => rule === 'evidence/unknown-source')).toEqual([]);
  });

  it('may be named by the case itself, as Pandoc wants it', async () => {
    const workspace = await workspaceOf({
      'refs.bib': '@book{yin2018, title = {Case study research}}\n',
      'one.md': CASE.replace('---\n\n', 'bibliography: refs.bib\n---\n\n[@yin2018] and [@nobody]\n\n'),
    });
    const findings = workspace.analyse(uri('one.md'))?.findings.filter((finding) => finding.rule === 'evidence/unknown-source');
    expect(findings?.map((finding) => finding.data?.source)).toEqual(['nobody']);
  });
});
