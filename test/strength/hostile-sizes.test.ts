import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Study } from '../cli/study.ts';
import { SMALL_PACK } from '../support/features.ts';
import { LspClient } from '../support/lsp-client.ts';
import { lspStudies } from '../support/lsp-study.ts';
import { makeStudy } from '../support/study.ts';

const MEGABYTE = 1_000_000;
const CASE = '---\ncase: one\nframeworks: [small]\n---\n\nOne text about A1 :A1.\n';
const start = lspStudies();

/** Text of a size, none of which is more than a line long. */
const filler = (bytes: number): string => 'Words that say nothing at all, line by line.\n'.repeat(Math.ceil(bytes / 45));

describe('a file that is too large to be a text of a study is named as that, and the rest works', () => {
  it('on the command line: a case, a framework, a template, a configuration', async () => {
    const study = new Study({
      'good.md': CASE.replace('one', 'good'),
      'huge.md': CASE + filler(50 * MEGABYTE),
      'pack.yaml': SMALL_PACK + filler(50 * MEGABYTE).replaceAll(/^/gm, '# '),
      'template.yaml': `title: x\n${filler(21 * MEGABYTE).replaceAll(/^/gm, '# ')}`,
      'casewright.yaml': 'frameworks: [./pack.yaml]\ntemplate: ./template.yaml\n',
      'sub/casewright.yaml': filler(21 * MEGABYTE),
      'sub/two.md': CASE.replace('one', 'two'),
    });
    const { code, stdout, stderr } = await study.run(['check', '--format', 'json']);
    expect(code).toBe(2);
    for (const name of ['huge.md', 'pack.yaml', 'template.yaml', 'sub/casewright.yaml']) expect(stderr).toMatch(new RegExp(`${name}.*larger than 20 MB`));
    expect((JSON.parse(stdout) as { cases: { path: string }[] }).cases.map((one) => one.path)).toEqual(['good.md', 'sub/two.md']);
  });

  it('in the editor, which goes on', async () => {
    const files = {
      'one.md': CASE,
      'pack.yaml': SMALL_PACK + filler(50 * MEGABYTE).replaceAll(/^/gm, '# '),
      'casewright.yaml': 'frameworks: [./pack.yaml]\n',
      'huge.md': filler(50 * MEGABYTE),
    };
    const { client, study } = await start(files);
    const [problem] = await client.pushed(study.uri('casewright.yaml'), (diagnostics) => diagnostics.length > 0);
    expect(problem?.message).toContain('larger than 20 MB');
    await client.open(study.uri('one.md'), CASE);
    expect(await client.pull(study.uri('one.md'))).toMatchObject({ kind: 'full' });
  });

  it('a front matter of 10 MB: read as far as one could be written by hand, which is said', async () => {
    const fields = Array.from({ length: 400_000 }, (_, index) => `  field${index}: some value\n`).join('');
    const { code, stdout } = await new Study({ 'one.md': `---\ncase: one\nfirm:\n${fields}---\n\nText.\n` }).run(['check']);
    expect(code).toBe(1);
    expect(stdout).toContain('This is too long to be read to its end');
  });
});

describe('a folder of 100,000 files that are no cases', () => {
  it('is gone through, and an author who has begun to write does not wait for it', async () => {
    const study = makeStudy({ 'one.md': CASE, 'small.yaml': SMALL_PACK, 'casewright.yaml': 'frameworks: [./small.yaml]\n' });
    for (let at = 0; at < 100; at += 1) {
      const folder = path.join(study.folder, `folder-${at}`);
      mkdirSync(folder);
      for (let file = 0; file < 1_000; file += 1) writeFileSync(path.join(folder, `note-${file}${file % 2 === 0 ? '.md' : '.txt'}`), '');
    }
    onTestFinished(study.remove);
    const client = await LspClient.start({ diagnostics: 'pull', root: study.root });
    onTestFinished(async () => {
      await client.stop();
    });
    await client.open(study.uri('one.md'), CASE);
    expect(await client.pull(study.uri('one.md'))).toMatchObject({
      kind: 'full',
      items: expect.arrayContaining([expect.objectContaining({ code: 'coverage/thin' })]),
    });
    expect(await client.connection.sendRequest('casewright/cases')).toBeTruthy();
    await expect(client.pull(study.uri('one.md'))).resolves.toBeTruthy();
    const { code, stderr } = await new Study().run(['check', study.folder]);
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });
});
