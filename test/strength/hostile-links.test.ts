import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { SMALL_PACK } from '../support/features.ts';
import { LspClient } from '../support/lsp-client.ts';
import { runCli } from '../cli/study.ts';

const SECRET = 'SECRETNAME';
const OUTSIDE = {
  'pack.yaml': SMALL_PACK.replace('id: small', 'id: stolen').replace('A small framework', SECRET),
  'template.yaml': `title: ${SECRET}\nsections:\n  - {title: ${SECRET}}\n`,
  'names.txt': `${SECRET}\n`,
  'books.bib': `@book{${SECRET}, title = {${SECRET}}}\n`,
  'base.yaml': `frameworks: [${SECRET}]\n`,
  'case.md': `---\ncase: ${SECRET}\ntitle: ${SECRET}\n---\n\nText about ${SECRET}.\n`,
};
const CASE = '---\ncase: one\nframeworks: [stolen]\n---\n\nOne text [@nobody].\n';

/** A folder with a study in it, and another beside it that is none of the study's business. */
function folders(files: Readonly<Record<string, string>>, links: Readonly<Record<string, string>> = {}): string {
  const top = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'casewright-hostile-')));
  onTestFinished(() => {
    rmSync(top, { recursive: true, force: true });
  });
  const all = { ...Object.fromEntries(Object.entries(OUTSIDE).map(([name, text]) => [`outside/${name}`, text])) };
  for (const [name, text] of Object.entries({ ...all, ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`study/${name}`, text])) })) {
    mkdirSync(path.dirname(path.join(top, name)), { recursive: true });
    writeFileSync(path.join(top, name), text.replaceAll('<top>', top));
  }
  for (const [name, target] of Object.entries(links)) symlinkSync(target, path.join(top, 'study', name));
  return top;
}

/** What the server says of a study, in one text: every finding, every case, every choice. */
async function allThatIsSaid(folder: string): Promise<string> {
  const root = pathToFileURL(folder).href;
  const client = await LspClient.start({ diagnostics: 'pull', root });
  onTestFinished(() => {
    client.process.kill('SIGKILL');
  });
  const said: unknown[] = [];
  await client.open(`${root}/one.md`, CASE);
  for (const method of ['casewright/cases', 'casewright/matrix']) said.push(await client.connection.sendRequest(method));
  said.push(await client.pull(`${root}/one.md`));
  const at = { textDocument: { uri: `${root}/one.md` }, position: { line: 5, character: 11 } };
  said.push(await client.connection.sendRequest('textDocument/completion', at));
  said.push(await client.connection.sendRequest('casewright/newCaseChoices', { folder: root }));
  said.push([...client.published]);
  await client.stop();
  expect(client.stderr).toBe('');
  return JSON.stringify(said);
}

const CONFIGURATION = (place: string): string =>
  `extends: ${place}base.yaml
frameworks: [${place}pack.yaml]
template: ${place}template.yaml
bibliography: [${place}books.bib]
confidential: {terms_file: ${place}names.txt}
cases: ["*.md", "${place}case.md", "${place}**/*.md"]
`;

describe('what lies outside of the open folder is not read by the server', () => {
  it.each([
    ['through a link to a folder', './linked/', { linked: '../outside' }],
    ['through a link to a folder, and another one behind it', './a/linked/', { a: 'b', b: '.', linked: '../outside' }],
    ['through links to files', './', Object.fromEntries(Object.keys(OUTSIDE).map((name) => [name, `../outside/${name}`]))],
    ['by steps upwards', '../outside/', {}],
    ['by steps upwards in between', './x/../../outside/', {}],
    ['by steps upwards that are encoded', './%2e%2e/outside/', {}],
    ['by backslashes', '..\\outside\\', {}],
    ['by its place on the disk', '<top>/outside/', {}],
    ['by a URL', 'file://<top>/outside/', {}],
    ['by the name of a computer', '\\\\localhost\\<top>\\outside\\', {}],
  ])('%s', async (_, place, links) => {
    const top = folders({ 'one.md': CASE, 'casewright.yaml': CONFIGURATION(place.replaceAll('\\', '\\')) }, links);
    expect(await allThatIsSaid(path.join(top, 'study'))).not.toContain(SECRET);
  });

  it('but links within it are followed, and so is one to the folder itself', async () => {
    const files = { 'one.md': CASE, 'own/pack.yaml': OUTSIDE['pack.yaml'], 'casewright.yaml': 'frameworks: [./link.yaml]\n' };
    const top = folders(files, { 'link.yaml': 'own/pack.yaml' });
    symlinkSync('study', path.join(top, 'way-in'));
    for (const name of ['study', 'way-in']) expect(await allThatIsSaid(path.join(top, name))).toContain(SECRET);
  });
});

describe('links that lead in circles', () => {
  it('end a search neither in the editor nor on the command line', async () => {
    const top = folders(
      { 'one.md': CASE, 'sub/two.md': CASE.replace('one', 'two'), 'casewright.yaml': 'frameworks: [./x/x/x.yaml, ./self.yaml]\n' },
      { x: '.', 'sub/up': '..', a: 'b', b: 'a', 'self.yaml': 'self.yaml' },
    );
    const study = path.join(top, 'study');
    expect(await allThatIsSaid(study)).toContain('one.md');
    const { stdout } = await runCli(['check', '--format', 'json', '--fail-on', 'never'], { cwd: study });
    expect((JSON.parse(stdout) as { cases: { path: string }[] }).cases.map((one) => one.path)).toEqual(['one.md', 'sub/two.md']);
  });
});
