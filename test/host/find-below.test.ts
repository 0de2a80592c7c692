import { mkdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBelow, type FolderEntry } from '../../server/src/host/find-below.ts';
import { findFiles } from '../../server/src/node/find-files.ts';
import { staysIn } from '../../server/src/node/path-patterns.ts';
import { makeStudy } from '../support/study.ts';

/** What a folder holds whose files are known by their paths. */
function folderOf(files: readonly string[]): (folder: string) => Promise<readonly FolderEntry[]> {
  return (folder) => {
    const start = folder === '' ? '' : `${folder}/`;
    const below = files.filter((file) => file.startsWith(start)).map((file) => file.slice(start.length));
    const names = new Map(below.map((rest) => [rest.split('/')[0] ?? '', rest.includes('/') ? 'folder' : 'file'] as const));
    return Promise.resolve([...names].map(([name, kind]) => ({ name, kind })));
  };
}

const FILES = ['a.md', 'a/1.md', 'a/b/2.md', 'a/b/x.txt', '.x/3.md', 'node_modules/4.md', 'a/node_modules/5.md', 'cases/old/6.md', 'cases/7.md', 'æ ø/8.md'];

describe('finding files that only the editor can reach', () => {
  /** The files that patterns find in a folder `/study`. */
  async function check(patterns: readonly string[], expected: readonly string[]): Promise<void> {
    expect(await findBelow('/study', patterns, folderOf(FILES))).toEqual(expected);
  }

  it('goes into all folders but hidden ones and node_modules', () =>
    check(['**/*.md'], ['a.md', 'a/1.md', 'a/b/2.md', 'cases/7.md', 'cases/old/6.md', 'æ ø/8.md']));
  it('leaves out what ! excludes', () => check(['cases/**/*.md', '!cases/old'], ['cases/7.md']));
  it('takes a folder for all its Markdown files, and a name for that file', () => check(['cases', 'a/1.md'], ['a/1.md', 'cases/7.md', 'cases/old/6.md']));
  it('finds nothing outside the folder', () => check(['../secret/*.md', '/etc/*.md', '../study/a/*.md', '/study/cases/*.md'], ['a/1.md', 'cases/7.md']));

  it('asks for no folder that no pattern can lead into', async () => {
    const asked: string[] = [];
    await findBelow('/study', ['cases/**/*.md'], (folder) => {
      asked.push(folder);
      return folderOf(FILES)(folder);
    });
    expect(asked).toEqual(['cases', 'cases/old']);
  });

  it('finds what is found on disk', async () => {
    const study = makeStudy(Object.fromEntries(FILES.map((name) => [name, ''])));
    mkdirSync(path.join(study.folder, 'empty'));
    const step = fc.constantFrom('a', 'b', 'cases', 'old', '*', '**', '*.md', '1.md', '.x', '{a,cases}', 'æ ø');
    const pattern = fc
      .tuple(
        fc.constantFrom('', './', '!', `../${path.basename(study.folder)}/`, `${study.folder}/`, '../other/'),
        fc.array(step, { minLength: 1, maxLength: 4 }),
      )
      .map(([start, steps]) => start + steps.join('/'));
    await fc.assert(
      fc.asyncProperty(fc.array(pattern, { minLength: 1, maxLength: 3 }), async (patterns) => {
        const onDisk = await findFiles(
          study.folder,
          patterns.filter((one) => staysIn(study.folder, one.replace(/^!/, ''))),
        );
        const expected = onDisk.files.map((file) => path.relative(study.folder, file).split(path.sep).join('/')).sort();
        expect(await findBelow(study.folder, patterns, folderOf(FILES))).toEqual(expected);
      }),
      { numRuns: 500 },
    );
    study.remove();
  });
});
