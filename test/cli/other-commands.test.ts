import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkReportSchema } from '../../server/src/core/report/check-report.ts';
import { allRules } from '../../server/src/core/rules/all-rules.ts';
import { LspClient } from '../support/lsp-client.ts';
import { PROJECT_ROOT } from '../support/workspace.ts';
import { caseText, CLI, runCli, Study } from './study.ts';

describe('new', () => {
  /** Begins a case in a study with these files, and gives what was written. */
  async function begin(files: Readonly<Record<string, string>>, args: readonly string[], file: string): Promise<string> {
    const study = new Study(files);
    const run = await study.run(['new', ...args]);
    expect(run).toMatchObject({ code: 0, stdout: expect.stringContaining(`Wrote ${file}. `) });
    const checked = await study.run(['check', file, '--format', 'json']);
    expect(checkReportSchema.parse(JSON.parse(checked.stdout)).summary).toMatchObject({ cases: 1, errors: 0 });
    return study.read(file);
  }

  it('writes a case with the fields, sections and questions of the template, and no error', async () => {
    const text = await begin({}, ['Brodersen Controls A/S', '--frameworks', 'policy-themes'], 'brodersen-controls-a-s.md');
    expect(text).toMatch(
      /^---\ncase: brodersen-controls-a-s\ntitle: Brodersen Controls A\/S\nframeworks: \[policy-themes\]\nfirm:\n {2}country: # Home country/,
    );
    expect(text).toMatch(/\n---\n\n## The firm\n\n<!-- What the firm makes/);
    expect(text).toMatch(/\n## Timing of internationalization\n\n<!-- When was the firm founded/);
    expect(text.match(/^## /gm)).toHaveLength(9);
  });
  it('needs no name', async () => {
    expect(await begin({}, [], 'new-case.md')).toContain('\ntitle: New case\n');
  });
  it('writes where the configuration looks for cases, with its frameworks and its template', async () => {
    const template =
      'id: ours\ntitle: Ours\nfields: [firm.founded]\nsections: [{heading: Story, hint: "Ends --> here"}, {heading: Appendix, optional: true}]\n';
    const config = 'cases: ["cases/**/*.md"]\nframeworks: [internationalization-capacity]\ntemplate: ./ours.yaml\n';
    const text = await begin({ 'casewright.yaml': config, 'ours.yaml': template }, ['dge'], 'cases/dge.md');
    expect(text).toContain('title: Dge\nframeworks: [internationalization-capacity]\nfirm:\n  founded: # Year');
    expect(text).toMatch(/## Story\n\n<!-- Ends . here -->\n\n## Investment[\s\S]*\n## Appendix\n\n<!-- This section may be left out. -->\n$/);
  });
  it('begins with any of the templates, in Danish, too, and names the one that the case would not follow anyway', async () => {
    const text = await begin({}, ['Nupo', '--template', 'interview-summary', '--lang', 'da', '--framework', 'policy-themes'], 'nupo.md');
    expect(text).toMatch(/^---\ncase: nupo\ntitle: Nupo\nlang: da\ntemplate: casewright:interview-summary\nframeworks: \[policy-themes\]\n/);
    expect(text).toMatch(/\n## Interviewet\n\n<!-- Hvem du talte med[\s\S]*\n## Timing of internationalization\n[\s\S]*\n## Refleksioner\n/);
    const narrative = await begin({}, ['Fortumo', '--template', 'casewright:case-narrative'], 'fortumo.md');
    expect(narrative).toContain('\nfigures: # Figures of the firm by year');
    expect(narrative).toContain('\n  # - {of: employees, year: 2012, amount: 40}\n');
  });
  it('takes a file of the team’s for a template, and says when checks will not know it', async () => {
    const study = new Study({ 'ours.yaml': 'id: ours\ntitle: Ours\nsections: [{heading: Story}]\n' });
    const run = await study.run(['new', 'x', '--template', 'ours.yaml', '--framework', 'policy-themes']);
    expect(run).toMatchObject({ code: 0, stderr: expect.stringContaining('so a check will not hold the case to this one') });
    expect(study.read('x.md')).toMatch(/^---\ncase: x\ntitle: X\nframeworks: \[policy-themes\]\n---\n[\s\S]*\n## Story\n$/);
    const configured = new Study({ 'ours.yaml': 'id: ours\ntitle: Ours\n', 'casewright.yaml': 'template: ./ours.yaml\n' });
    expect(await configured.run(['new', 'x', '--template', 'ours.yaml'])).toMatchObject({ code: 0, stderr: '' });
  });
  it.each([
    [
      'named in casewright.yaml',
      [],
      /^The template \.\/ours\.yaml, which casewright\.yaml names, cannot be used\. .*\nours\.yaml:4:5: “hnt” .*Did you mean “hint”\?\n$/,
    ],
    ['named by its file', ['--template', 'ours.yaml'], /^The template ours\.yaml cannot be used\.\nours\.yaml:4:5: “hnt” /],
  ])('says at its line what is wrong in a template %s, and writes nothing', async (_, args, stderr) => {
    const study = new Study({
      'casewright.yaml': 'template: ./ours.yaml\n',
      'ours.yaml': 'id: ours\ntitle: Ours\nsections:\n  - hnt: What?\n    heading: A\n',
    });
    expect(await study.run(['new', 'x', ...args])).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(stderr) });
    expect(await study.run(['new', 'x', '--template', 'sme-case'])).toMatchObject({ code: 0 });
  });
  describe('without a word about frameworks', () => {
    /** What `new` says of the frameworks it took, and what it wrote. */
    async function taken(files: Readonly<Record<string, string>>, args: readonly string[], file: string): Promise<string> {
      const study = new Study(files);
      const { stdout } = await study.run(['new', ...args]);
      const frameworks = /^frameworks: \[(.*)\]$/m.exec(study.read(file))?.[1] ?? '';
      const said = /^It addresses (.*), (as casewright\.yaml has it|as the other cases do|for want of a choice)\. Choose with --framework ID/m.exec(stdout);
      expect(said?.[1]?.replace(' and ', ', ')).toBe(frameworks);
      return `${frameworks}: ${said?.[2] ?? ''}`;
    }
    const caseWith = (id: string, ...frameworks: readonly string[]): string => `---\ncase: ${id}\nframeworks: [${frameworks.join(', ')}]\n---\n`;

    it('takes those of the configuration', async () => {
      const files = { 'casewright.yaml': 'frameworks: [policy-themes]\n', 'a.md': caseWith('a', 'internationalization-capacity') };
      expect(await taken(files, ['x'], 'x.md')).toBe('policy-themes: as casewright.yaml has it');
    });
    it('else those that the cases in its folder use, as a rule', async () => {
      const files = {
        'one/a.md': caseWith('a', 'internationalization-capacity'),
        'one/b.md': caseWith('b', 'internationalization-capacity', 'no-such'),
        'one/c.md': caseWith('c', 'policy-themes', 'internationalization-capacity'),
        'two/d.md': caseWith('d', 'policy-themes'),
      };
      expect(await taken(files, ['x', '--out', 'one/x.md'], 'one/x.md')).toBe('internationalization-capacity: as the other cases do');
      expect(await taken(files, ['x', '--out', 'two/x.md'], 'two/x.md')).toBe('policy-themes: as the other cases do');
      expect(await taken(files, ['x', '--out', 'three/x.md'], 'three/x.md')).toBe('internationalization-capacity, policy-themes: as the other cases do');
    });
    it('else the two usual ones, however many there are', async () => {
      expect(await taken({ 'notes.md': 'No case.' }, ['x'], 'x.md')).toBe('policy-themes, internationalization-capacity: for want of a choice');
    });
    it('says nothing where it was told', async () => {
      const study = new Study();
      const { stdout } = await study.run(['new', 'x', '--framework', 'policy-themes', '--framework', 'internationalization-capacity']);
      expect(stdout).not.toContain('It addresses');
      expect(study.read('x.md')).toContain('\nframeworks: [policy-themes, internationalization-capacity]\n');
    });
  });
  it.each(['null', '123', 'A: b #c', '"quoted"', 'Ægir & Søn 🦀', '- dash'])('copes with the name %s', async (name) => {
    const study = new Study();
    expect((await study.run(['new', '--out', 'x.md', '--', name])).code).toBe(0);
    const { stdout } = await study.run(['coverage', '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({ cases: [{ title: expect.stringContaining(name.slice(1)) }] });
  });
  it('never overwrites', async () => {
    const study = new Study({ 'dge.md': 'weeks of work' });
    expect(await study.run(['new', 'DGE'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'dge.md exists already, and nothing was written; give the case another name, or a file with --out.\n',
    });
    expect(study.read('dge.md')).toBe('weeks of work');
  });
  it.each([
    [['x', '--frameworks', 'policy-theme'], /^There is no framework “policy-theme”; .*Did you mean “policy-themes”\?\n$/],
    [
      ['x', '--template', 'nope'],
      /^There is no template “nope”, and no such file; there are casewright:case-narrative, casewright:interview-summary and casewright:sme-case\.\n$/,
    ],
    [['x', '--template', 'sme-cas'], /Did you mean “sme-case”\?\n$/],
    [['x'.repeat(300)], /could not be written: its name is too long\.\n$/],
    [['x', '--lang', 'sv'], /^The template “.*” is not there in “sv”; it is in en and da\.\n$/],
    [['x', '--framework', 'policy-theme'], /^There is no framework “policy-theme”; .*Did you mean “policy-themes”\?\n$/],
    [['!!!'], /^“!!!” holds no letter or digit/],
  ])('refuses %j', async (args, stderr) => {
    expect(await new Study().run(['new', ...args])).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(stderr) });
  });
});

describe('explain', () => {
  it('lists every rule', async () => {
    const { stdout, code } = await runCli(['explain']);
    expect(stdout.split('\n').flatMap((line) => /^\S+\/\S+/.exec(line)?.[0] ?? [])).toEqual(allRules.map((rule) => rule.id));
    expect(code).toBe(0);
  });
  it('shows the page of a rule', async () => {
    const { stdout, code } = await runCli(['explain', 'coverage/thin']);
    expect(stdout).toMatch(/^coverage\/thin\n\n[\s\S]*\nWhy it matters\n\n {2}Two sentences/);
    expect(code).toBe(0);
  });
  it('offers the rule that was probably meant', async () => {
    const said = async (id: string): Promise<string> => (await runCli(['explain', id])).stderr;
    expect(await said('coverage/mising')).toBe(
      'There is no rule “coverage/mising”; “casewright explain” lists those there are. Did you mean “coverage/missing”?\n',
    );
    expect(await said('single-source')).toContain('Did you mean “evidence/single-source”?');
    expect((await runCli(['explain', 'x/y'])).code).toBe(2);
  });
});

describe('frameworks', () => {
  it('lists what cases can use here', async () => {
    const own =
      'id: own\ntitle: Our own\nkind: themes\nsource: {authors: [A], year: 2020, title: T}\nitems:\n  - {id: O1, label: One, statement: S, at: p. 1}\n';
    const { stdout, code } = await new Study({ 'casewright.yaml': 'frameworks: [./own.yaml]', 'own.yaml': own }).run(['frameworks']);
    expect(stdout).toContain('policy-themes\n  Seven themes for SME internationalization policy\n  7 items (themes), Wright, Westhead & Ucbasaran (2007)\n');
    expect(stdout).toContain('own\n  Our own\n  1 item (themes), A (2020), used by every case that names none\n');
    expect(code).toBe(0);
  });
  it('shows one with items, questions, values and predictions', async () => {
    const { stdout } = await runCli(['frameworks', 'policy-themes']);
    expect(stdout).toMatch(
      /\nT1 {2}Timing of internationalization\n[\s\S]*Ask:\n {4}- [\s\S]*A finding may say:\n {4}- [\s\S]*Expected by:\n {4}- Stage theory: /,
    );
  });
  it('gives the same as JSON', async () => {
    const all = await runCli(['frameworks', '--format', 'json']);
    expect(JSON.parse(all.stdout)).toMatchObject({
      version: 1,
      frameworks: expect.arrayContaining([expect.objectContaining({ id: 'policy-themes', items: 7 })]),
    });
    const one = await runCli(['frameworks', 'policy-themes', '--format', 'json']);
    expect(JSON.parse(one.stdout)).toMatchObject({
      version: 1,
      framework: { id: 'policy-themes', items: expect.arrayContaining([expect.objectContaining({ id: 'T1' })]) },
    });
  });
  it('does not know others', async () => {
    expect(await runCli(['frameworks', 'policy-theme'])).toMatchObject({ code: 2, stderr: expect.stringContaining('Did you mean “policy-themes”?') });
  });
});

describe('the program', () => {
  it('says its version', async () => {
    const { version } = JSON.parse(readFileSync(path.join(PROJECT_ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(await runCli(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
  it.each([
    ['--help'],
    ['help', 'matrix'],
    ['check', '--help'],
    ['coverage', '-h'],
    ['new', '--help'],
    ['explain', '--help'],
    ['frameworks', '--help'],
    ['lsp', '--help'],
  ])('helps with %s %s', async (...args) => {
    const { code, stdout } = await runCli(args.filter((word) => typeof word === 'string'));
    expect(code).toBe(0);
    expect(stdout).toMatch(/\nUsage\n {2}casewright /);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(92);
  });
  it('shows its help, and fails, when it is told nothing', async () => {
    expect(await runCli([])).toMatchObject({ code: 2, stdout: expect.stringContaining('Commands\n') });
  });
  it('ends in peace when its reader has seen enough', () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`c${index}.md`, caseText(`c${index}`)]));
    const study = new Study(many);
    const script = `"${process.execPath}" "${CLI}" check --format json 2>err.txt | head -c 20`;
    expect(execFileSync('sh', ['-c', script], { cwd: study.folder, encoding: 'utf8' })).toBe('{\n  "version": 1,\n  ');
    expect(study.read('err.txt')).toBe('');
  });
  it.runIf(existsSync('/dev/full'))('says that the disk is full, and ends with 2', () => {
    const study = new Study({ 'a.md': caseText('a') });
    const { status, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${CLI}" check > /dev/full`], { cwd: study.folder, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 2, stderr: 'The result could not be written: the disk is full.\n' });
  });
  it('answers an editor over standard input and output', async () => {
    const client = await LspClient.start({ diagnostics: 'pull', command: [process.execPath, CLI, 'lsp', '--stdio'] });
    expect(client.initialized.capabilities.textDocumentSync).toBeDefined();
    expect([await client.stop(), client.stderr]).toEqual([0, '']);
  });
});
