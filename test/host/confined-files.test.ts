import { describe, expect, it } from 'vitest';
import { ConfinedFiles } from '../../server/src/host/confined-files.ts';
import { MemoryFileSystem } from '../../server/src/host/memory-file-system.ts';

const SECRET = { 'file:///outside/a.md': 'secret', 'file:///outside/b.md': 'secret' };

/** Files of `file:///study` on a disk with links, by where they lead; what has been asked of the disk is noted. */
function confined(files: Readonly<Record<string, string>>, links: Readonly<Record<string, string>> = {}) {
  const disk = new MemoryFileSystem({ ...files, ...SECRET });
  const leads = new Map(Object.entries(links));
  const located: string[] = [];
  const real = (uri: string): string => {
    for (const [link, target] of leads) if (uri === link || uri.startsWith(`${link}/`)) return real(target + uri.slice(link.length));
    return uri;
  };
  const read = (uri: string): ReturnType<MemoryFileSystem['read']> => disk.read(real(uri));
  const study = new ConfinedFiles(
    { read },
    {
      realUri: (uri) => {
        located.push(uri);
        return Promise.resolve(real(uri));
      },
      readUnlinked: async (uri) => {
        const state = leads.has(uri) ? undefined : await read(uri);
        return state?.kind === 'absent' ? undefined : state;
      },
    },
    () => ['file:///study'],
  );
  return { study, leads, located };
}

const text = (of: string): object => ({ kind: 'text', text: of });
const refused = { kind: 'unreadable', reason: expect.stringContaining('leads out of the folder') };

describe('files of a folder that must not lead out of it', () => {
  it('are read, and whatever leads out is refused: a link, a linked folder, and a link behind a link', async () => {
    const { study } = confined(
      { 'file:///study/cases/a.md': 'inside' },
      {
        'file:///study/one.md': 'file:///outside/a.md',
        'file:///study/linked': 'file:///outside',
        'file:///study/two': 'file:///study/linked',
        'file:///study/within': 'file:///study/cases',
        'file:///study/within.md': 'file:///study/cases/a.md',
      },
    );
    for (const uri of ['cases/a.md', 'within/a.md', 'within.md']) expect(await study.read(`file:///study/${uri}`)).toEqual(text('inside'));
    for (const uri of ['one.md', 'linked/a.md', 'two/a.md']) expect(await study.read(`file:///study/${uri}`)).toEqual(refused);
    expect(await study.read('file:///study/cases/none.md')).toEqual({ kind: 'absent' });
  });

  it('are not located each for itself when many are read', async () => {
    const files = Object.fromEntries(Array.from({ length: 120 }, (_, index) => [`file:///study/cases/${index}.md`, String(index)]));
    const { study, located } = confined(files);
    const states = await Promise.all(Object.keys(files).map((uri) => study.read(uri)));
    expect(states).toEqual(Object.values(files).map(text));
    expect(located).toEqual(Array.from({ length: 3 }, () => 'file:///study/cases'));
  });

  it('are refused from the next read on when their folder has become a link that leads out', async () => {
    const { study, leads } = confined({ 'file:///study/cases/a.md': 'inside' });
    expect(await study.read('file:///study/cases/a.md')).toEqual(text('inside'));
    leads.set('file:///study/cases', 'file:///outside');
    expect(await study.read('file:///study/cases/a.md')).toEqual(refused);
  });

  it('are refused before long when that happens while one is read behind the other', async () => {
    const { study, leads } = confined({ 'file:///study/cases/a.md': 'inside' });
    let last = study.read('file:///study/cases/a.md');
    leads.set('file:///study/cases', 'file:///outside');
    let reads = 1;
    for (let isRefused = false; !isRefused; reads += 1) {
      const next = study.read('file:///study/cases/b.md'); // before the last one has ended
      await last;
      last = next;
      isRefused = (await next).kind === 'unreadable';
    }
    expect(reads).toBeLessThan(60);
  });
});
