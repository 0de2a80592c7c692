import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { resolvePath } from '../../server/src/core/workspace/uri.ts';
import { pathOf, uriOf, urisOf } from '../../server/src/node/file-uri.ts';
import { findFiles } from '../../server/src/node/find-files.ts';
import { createNodeHost } from '../../server/src/node/node-host.ts';
import { NodeFileSystem } from '../../server/src/node/node-file-system.ts';
import { packageRoot } from '../../server/src/node/package-root.ts';
import { whyUnreadable } from '../../server/src/node/why-unreadable.ts';
import { makeStudy, type Study } from '../support/study.ts';
import { PROJECT_ROOT } from '../support/workspace.ts';

function studyOf(files: Readonly<Record<string, string | Uint8Array>>): Study {
  const study = makeStudy(files);
  onTestFinished(study.remove);
  return study;
}

describe('finding files', () => {
  /** The files, relative to the folder, that patterns find in a folder with these empty files. */
  async function find(files: readonly string[], patterns: readonly string[], expected: readonly string[], from = '.'): Promise<void> {
    const { folder } = studyOf(Object.fromEntries(files.map((name) => [name, ''])));
    const start = path.join(folder, from);
    const found = await findFiles(start, patterns);
    expect(found.files.map((file) => path.relative(start, file))).toEqual(expected);
    expect(found.unreadable).toEqual([]);
  }

  it('goes into all folders but hidden ones and node_modules', () =>
    find(['a.md', 'b/c/d.md', '.x/e.md', 'node_modules/f.md', 'b/node_modules/g.md', 'h.txt'], ['**/*.md'], ['a.md', 'b/c/d.md']));
  it('goes into a folder that is named, even a hidden one', () => find(['.x/a.md'], ['.x/*.md'], ['.x/a.md']));
  it('takes several patterns', () => find(['a/1.md', 'b/2.md', 'c/3.md'], ['a/**/*.md', './b/*.md'], ['a/1.md', 'b/2.md']));
  it('leaves out what ! excludes', () => find(['a/1.md', 'a/old/2.md', 'a/x.md'], ['a/**/*.md', '!a/old/**', '!**/x.md'], ['a/1.md']));
  it('takes a folder for all its Markdown files, and a name for that file', () =>
    find(['a/1.md', 'a/b/2.md', 'c/3.md', 'd.md'], ['a', 'c/3.md'], ['a/1.md', 'a/b/2.md', 'c/3.md']));
  it('finds what lies beside the folder when a pattern says so', () => find(['x/y.md', 'z/q.md'], ['../z/*.md'], ['../z/q.md'], 'x'));
  it('finds a file once, however many patterns match', () => find(['a/1.md'], ['**/*.md', 'a/*.md', 'a/**'], ['a/1.md']));
  it('finds nothing in a folder that is not there', () => find(['a.md'], ['b/**/*.md'], []));
  it('reads patterns alike on all systems', () => find(['a/b/1.md'], ['.\\a\\**\\*.md'], ['a/b/1.md']));
  it('finds what lies in the folder however the pattern comes to it', () => find(['x/1.md', 'x/y/2.md', 'z/3.md'], ['../x/**/*.md', '!../x/y'], ['1.md'], 'x'));
  it('takes a pattern that begins at the root', async () => {
    const { folder } = studyOf({ 'a/1.md': '' });
    const found = await findFiles(folder, [`${folder}/a/*.md`]);
    expect(found.files).toEqual([path.join(folder, 'a/1.md')]);
  });
  it('names what stands where a file should', async () => {
    const { folder } = studyOf({ 'a/1.md': '', 'b/2.md': '' });
    for (const [target, link] of Object.entries({
      '1.md': 'again.md',
      nowhere: 'nowhere.md',
      'loop.md': 'loop.md',
      '../b/2.md': 'two.md',
      '../b': 'b.md',
      nothing: 'x.txt',
    })) {
      symlinkSync(target, path.join(folder, 'a', link));
    }
    const { files, others } = await findFiles(path.join(folder, 'a'), ['**/*.md']);
    expect([files, others].map((found) => found.map((file) => path.basename(file)))).toEqual([['1.md'], ['loop.md', 'nowhere.md', 'two.md']]);
  });
  it('does not follow links', async () => {
    const { folder } = studyOf({ 'a/1.md': '', 'b/2.md': '' });
    symlinkSync(path.join(folder, 'b'), path.join(folder, 'a/out'));
    symlinkSync(path.join(folder, 'a'), path.join(folder, 'a/loop'));
    symlinkSync(path.join(folder, 'b/2.md'), path.join(folder, 'a/link.md'));
    expect((await findFiles(path.join(folder, 'a'), ['**/*.md'])).files.map((file) => path.basename(file))).toEqual(['1.md']);
  });
  it('gives the language server URIs', async () => {
    const { folder } = studyOf({ 'å b/#1.md': '' });
    expect(await createNodeHost(PROJECT_ROOT).findDocuments(uriOf(folder), ['**/*.md'])).toEqual([`${uriOf(folder)}/%C3%A5%20b/%231.md`]);
    expect(await createNodeHost(PROJECT_ROOT).findDocuments('untitled:x', ['**/*.md'])).toEqual([]);
  });
  it('gives the language server nothing outside its folder', async () => {
    const { folder, uri } = studyOf({ 'in/1.md': '', 'out/2.md': '' });
    symlinkSync(path.join(folder, 'out/2.md'), path.join(folder, 'in/link.md'));
    const patterns = ['**/*.md', '../**/*.md', `${folder}/out/*.md`, '{..,x}/out/*.md', '*/../../out/*.md'];
    expect(await createNodeHost(PROJECT_ROOT).findDocuments(uri('in'), patterns)).toEqual([uri('in/1.md')]);
  });
});

describe('reading files', () => {
  /** What reading a file with this content gives. */
  async function read(content: string | Uint8Array, expected: object): Promise<void> {
    const study = studyOf({ 'a.md': content });
    expect(await new NodeFileSystem().read(uriOf(path.join(study.folder, 'a.md')))).toEqual(expected);
  }

  it('gives the text, without a byte order mark', () => read('\uFEFFKøge 🦀', { kind: 'text', text: 'Køge 🦀' }));
  it('gives an empty text', () => read('', { kind: 'text', text: '' }));
  it('says that a file is not text', () => read(new Uint8Array([1, 0, 2]), { kind: 'unreadable', reason: 'it is not a text file' }));
  it.each(['utf16le', 'latin1'] as const)('says that a file in %s is not UTF-8', (encoding) =>
    read(Buffer.from('\uFEFFK\xf8ge', encoding), { kind: 'unreadable', reason: expect.stringContaining('UTF-8') }),
  );
  it('says what else is in the way', async () => {
    const { folder } = studyOf({ 'a.md': '' });
    mkdirSync(path.join(folder, 'x.md'));
    symlinkSync('me.md', path.join(folder, 'me.md'));
    symlinkSync('gone.md', path.join(folder, 'dangling.md'));
    const state = (uri: string): Promise<object> => new NodeFileSystem().read(uri);
    expect(await state(uriOf(path.join(folder, 'gone.md')))).toEqual({ kind: 'absent' });
    expect(await state(uriOf(path.join(folder, 'a.md/b.md')))).toEqual({ kind: 'absent' });
    expect(await state(uriOf(path.join(folder, 'x.md')))).toEqual({ kind: 'unreadable', reason: 'it is a folder' });
    expect(await state(uriOf(path.join(folder, 'me.md')))).toEqual({ kind: 'unreadable', reason: 'it is a link that leads back to itself' });
    expect(await state(uriOf('/dev/null'))).toEqual({ kind: 'unreadable', reason: 'it is not a file but a pipe or a device' });
    expect(await state(uriOf(path.join(folder, 'dangling.md')))).toEqual({ kind: 'unreadable', reason: 'it is a link to a file that does not exist' });
    for (const uri of ['untitled:Untitled-1', '/casewright.yaml', 'file:///a%00.md']) expect(await state(uri)).toEqual({ kind: 'absent' });
    expect(whyUnreadable(Object.assign(new Error('x'), { code: 'EACCES' }))).toBe('you have no permission to read it');
  });
});

describe('reading files without following links', () => {
  it('gives what is no link itself, and nothing else', async () => {
    const { folder } = studyOf({ 'a.md': 'Text', 'sub/b.md': '' });
    symlinkSync('a.md', path.join(folder, 'link.md'));
    symlinkSync('gone.md', path.join(folder, 'dangling.md'));
    const state = (name: string): Promise<object | undefined> => new NodeFileSystem().readUnlinked(uriOf(path.join(folder, name)));
    expect(await state('a.md')).toEqual({ kind: 'text', text: 'Text' });
    expect(await state('sub')).toEqual({ kind: 'unreadable', reason: 'it is a folder' });
    for (const name of ['link.md', 'dangling.md', 'gone.md']) expect(await state(name)).toBeUndefined();
    expect(await new NodeFileSystem().readUnlinked('untitled:Untitled-1')).toBeUndefined();
  });
});

describe('URIs', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => !/[/\\\0]/.test(text) && text !== '.' && text !== '..');

  it('lead back to their path', () => {
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), (names) => {
        const file = `/${names.join('/')}`;
        expect(pathOf(uriOf(file))).toBe(file);
      }),
    );
  });
  it('are the same whether files come one by one or as a list', () => {
    const path = fc.array(fc.oneof(name, fc.constantFrom('cases', 'a.md', 'b.md')), { minLength: 1, maxLength: 3 }).map((names) => `/${names.join('/')}`);
    fc.assert(
      fc.property(fc.array(path), (paths) => {
        expect(urisOf(paths)).toEqual(paths.map(uriOf));
      }),
    );
  });
  it('are the same whether a file is found or named by a configuration', () => {
    fc.assert(
      fc.property(name, name, (folder, file) => {
        expect(resolvePath(uriOf(`/${folder}`), file)).toBe(uriOf(`/${folder}/${file}`));
      }),
    );
  });
});

it('the package is found from the sources', () => {
  expect(packageRoot()).toBe(PROJECT_ROOT);
});
