import { describe, expect, it } from 'vitest';
import { keepRuns } from './own-runs.ts';
import { runHere } from './same-process.ts';
import { caseText, Study } from './study.ts';

keepRuns();

/** A case that names a bibliography itself, with the text in it. */
const named = (file: string, content: string | Uint8Array): Study =>
  new Study({ 'cases/a.md': caseText('a').replace('---\n', `---\nbibliography: ../${file}\n`), [file]: content });

/** Checks a study twice: the second time with what the first run has kept, which makes no difference. */
async function check(study: Study, code: number, said: readonly string[], ...args: readonly string[]): Promise<void> {
  const run = await runHere(['check', ...args], study.folder);
  expect(run.stderr.split('\n').filter(Boolean)).toEqual(said.map((line) => expect.stringContaining(line) as string));
  expect(run.code).toBe(code);
  expect(await runHere(['check', ...args], study.folder)).toEqual(run);
}

const BROKEN = '@book{good, title={A}}\n@book{open, title={B\n\n@book{last, title={C}}\n';
const TWICE = '@book{yin, title={A}}\n@book{other, title={B}}\n@book{yin, title={C}}\n';

describe('a bibliography that a case names itself', () => {
  it.each(['text', 'json'])('has its broken entries told at their lines, in %s', (format) =>
    check(named('refs.bib', BROKEN), 2, ['refs.bib:2:7: The entry “open” is not closed'], '--format', format),
  );

  it('is told of once, however many cases name it', async () => {
    const study = named('refs.bib', BROKEN);
    const all = {
      'refs.bib': BROKEN,
      ...Object.fromEntries(['a', 'b'].map((id) => [`cases/${id}.md`, study.read('cases/a.md').replace('case: a', `case: ${id}`)])),
    };
    await check(new Study(all), 2, ['refs.bib:2:7: The entry “open” is not closed']);
  });

  it('has a key that is there twice told as a warning, which fails only where warnings do', async () => {
    const study = named('refs.bib', TWICE);
    const line = 'refs.bib:3:7: warning: A different entry above has the key “yin”';
    await check(study, 0, [line]);
    await check(study, 1, [line], '--fail-on', 'warning');
    await check(study, 0, [line], '--fail-on', 'never');
    expect((await runHere(['coverage', '--format', 'csv'], study.folder)).code).toBe(0);
  });

  it('is as good with a field that cannot be read: whoever cites the entry finds it', () =>
    check(named('refs.bib', '@book{a, title={A}, year=}\n'), 0, ['refs.bib:1:21: warning: The entry “a” has a field without a value']));
});

describe('a bibliography that casewright.yaml names', () => {
  it('is told of in the same way', async () => {
    const study = (content: string): Study => new Study({ 'casewright.yaml': 'bibliography: [refs.bib]\n', 'refs.bib': content, 'a.md': caseText('a') });
    await check(study(BROKEN), 2, ['refs.bib:2:7: The entry “open”']);
    await check(study(TWICE), 0, ['refs.bib:3:7: warning: A different entry']);
  });
});

describe('a bibliography that is hardly one', () => {
  const JSON_LIST = '[{"id": "a", "title": "A"}]';
  /** What is said of a case that cites `a` from its own bibliography, on standard output and standard error. */
  async function said(file: string, content: string | Uint8Array): Promise<string> {
    const text = caseText('a', { body: '\nAs others say [@a].\n' }).replace('---\n', `---\nbibliography: ${file}\n`);
    const { stdout, stderr } = await runHere(['check', '--no-cache'], new Study({ 'a.md': text, [file]: content }).folder);
    return [...stdout.split('\n').filter((line) => /unknown-source|invalid-value/.test(line)), ...stderr.split('\n')].join('\n').trim();
  }

  it.each([
    ['an empty file', 'refs.bib', ''],
    ['an empty file of JSON', 'refs.json', ''],
    ['an empty list', 'refs.json', '[]'],
  ])('is %s: whoever cites it cannot be told from who has not filled it yet', async (_, file, content) => {
    expect(await said(file, content)).toBe('');
  });

  it.each([
    ['lines that end as on Windows', 'refs.bib', '@book{a,\r\n  title = {A},\r\n}\r\n'],
    ['lines that end as on Windows, in JSON', 'refs.json', JSON_LIST.replaceAll(' ', '\r\n')],
    ['a byte order mark', 'refs.bib', '\uFEFF@book{a, title={A}}'],
    ['a byte order mark, in JSON', 'refs.json', `\uFEFF${JSON_LIST}`],
  ])('works with %s', async (_, file, content) => {
    expect(await said(file, content)).toBe('');
  });

  it.each([
    ['is not UTF-8', Buffer.from('@book{a, title={Jørgen}}', 'latin1'), 'UTF-8'],
    ['has more than 20 MB', Buffer.alloc(21_000_000, '@book{a, title={A}}\n'), 'larger than 20 MB'],
  ])('is of no use when it %s, which is said where the case names it', async (_, content, why) => {
    for (const file of ['refs.bib', 'refs.json']) {
      expect(await said(file, content)).toMatch(
        new RegExp(`2:15\\s+error\\s+The bibliography “${file}” could not be read: .*${why}.*so nothing in it can be cited`),
      );
    }
  });
});
