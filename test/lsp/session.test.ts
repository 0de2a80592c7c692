import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, it } from 'vitest';
import type { Host } from '../../server/src/host/host.ts';
import { MemoryFileSystem } from '../../server/src/host/memory-file-system.ts';
import type { ReadingState } from '../../server/src/lsp/background-reading.ts';
import { Session } from '../../server/src/lsp/session.ts';
import { readBuiltins } from '../../server/src/node/builtins.ts';
import { PROJECT_ROOT, ROOT } from '../support/workspace.ts';

const uri = (name: string): string => `${ROOT}/${name}`;
const caseText = (id: string, title = 'A title'): string => `---\ncase: ${id}\ntitle: ${title}\nframeworks: [policy-themes]\n---\n\n:T1[Sold abroad.]\n`;

/** A study of `count` cases. */
function many(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`c${String(index).padStart(4, '0')}.md`, caseText(`case-${index}`)]));
}

/** Which folders are open at first, and what happens in a session that a test has to do with. */
interface Watch {
  readonly folders?: readonly string[];
  /** A file was read. */
  readonly onProgress?: (state: ReadingState, session: Session) => void;
  /** The files of a folder are looked for, and will be told of next. */
  readonly onLook?: (folder: string, session: Session) => void;
}

/** A session on files in memory. */
function start(files: Readonly<Record<string, string>>, watch: Watch = {}) {
  const system = new MemoryFileSystem(Object.fromEntries(Object.entries(files).map(([name, text]) => [uri(name), text])));
  const host: Host = {
    files: system,
    builtins: readBuiltins(PROJECT_ROOT),
    rulePages: 'pages',
    findDocuments: (folder) => {
      watch.onLook?.(folder, session);
      return Promise.resolve([...system.files.keys()].filter((file) => file.startsWith(`${folder}/`) && file.endsWith('.md')));
    },
  };
  const session: Session = new Session(host);
  const errors: unknown[] = [];
  const ends: { listed: boolean; uris: readonly string[] }[] = [];
  session.listen({
    onProgress: (state) => {
      watch.onProgress?.(state, session);
    },
    onEnd: (end) => ends.push(end),
    onError: (error) => errors.push(error),
  });
  session.setFolders(watch.folders ?? [ROOT]);
  return { session, system, ends, errors };
}

const titles = (session: Session): (string | null)[] => [...session.register.all()].map(({ overview }) => overview.value.title).sort();

describe('the closed cases of a study', () => {
  it('are all known in the end, and none of their texts is held', async () => {
    const { session, errors } = start(many(30));
    await session.allRead();
    expect(session.workspace.cases()).toHaveLength(30);
    expect([...session.register.all()]).toHaveLength(30);
    expect(session.workspace.cases().filter((file) => session.workspace.holds(file))).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('can be left unread, which is said, and read on later without reading any twice', async () => {
    let stopAt = 5;
    const { session, system } = start(many(40), {
      onProgress: ({ kind, read }, { reading }) => {
        if (kind === 'reading' && read === stopAt) reading.stop();
      },
    });
    await session.allRead();
    expect(session.reading.state).toMatchObject({ kind: 'stopped', total: 40 });
    expect(session.workspace.cases().length).toBeLessThan(20);
    stopAt = -1;
    session.reading.start();
    await session.allRead();
    expect(session.reading.state).toEqual({ kind: 'complete', read: 40, total: 40 });
    expect(session.workspace.cases()).toHaveLength(40);
    const read = system.reads.filter((file) => file.endsWith('.md'));
    expect(read.toSorted()).toEqual([...new Set(read)].toSorted());
  });

  it('are read again only where a configuration touches them', async () => {
    const { session, system } = start({ 'a/casewright.yaml': '', 'a/one.md': caseText('one'), 'b/casewright.yaml': '', 'b/two.md': caseText('two') });
    await session.allRead();
    system.reads.length = 0;
    system.files.set(uri('a/casewright.yaml'), 'rules: {coverage/missing: off}\n');
    await session.fileChanged(uri('a/casewright.yaml'), false);
    session.reading.start();
    await session.allRead();
    expect(system.reads.filter((file) => file.endsWith('.md'))).toEqual([uri('a/one.md')]);
    const problems = (name: string): unknown => session.register.get(uri(name))?.overview.value.problems;
    expect(problems('a/one.md')).not.toEqual(problems('b/two.md'));
  });

  it('hear of each other when one takes the name of another, and when it gives it back', async () => {
    const { session, system } = start({ 'one.md': caseText('one'), 'two.md': caseText('two') });
    const remarks = async (id: string): Promise<unknown> => {
      system.files.set(uri('two.md'), caseText(id));
      await session.fileChanged(uri('two.md'), false);
      await session.allRead();
      return session.register.get(uri('one.md'))?.row.value.remarks.length;
    };
    expect([await remarks('two'), await remarks('one'), await remarks('three')]).toEqual([0, 1, 0]);
  });

  it('never take the place of what an editor shows, whenever the file was read', async () => {
    const { session, system } = start({ ...many(10), 'open.md': caseText('open', 'On disk') });
    const open = TextDocument.create(uri('open.md'), 'markdown', 1, caseText('open', 'In the editor'));
    session.change(open);
    await session.fileChanged(uri('open.md'), false);
    await session.allRead();
    expect(session.register.get(uri('open.md'))?.overview.value.title).toBe('In the editor');
    system.files.set(uri('open.md'), caseText('open', 'Changed on disk'));
    await session.close(uri('open.md'));
    await session.allRead();
    expect(session.register.get(uri('open.md'))?.overview.value.title).toBe('Changed on disk');
  });

  it('are as the last of several changes on disk left them', async () => {
    const { session, system } = start({ 'one.md': caseText('one', 'First') });
    const changes = ['Second', 'Third', 'Fourth'].map((title) => {
      system.files.set(uri('one.md'), caseText('one', title));
      return session.fileChanged(uri('one.md'), false);
    });
    await Promise.all(changes);
    await session.allRead();
    expect(titles(session)).toEqual(['Fourth']);
    system.files.delete(uri('one.md'));
    await session.fileChanged(uri('one.md'), true);
    await session.allRead();
    expect(titles(session)).toEqual([]);
  });

  it('are as they were read last, whoever had read one before and puts it down late', async () => {
    const { session, system } = start({ 'one.md': caseText('one', 'First'), 'two.md': caseText('two', 'First') });
    await session.allRead();
    const slices = session.slices();
    const late = await Promise.all(['one.md', 'two.md'].map(async (name) => ({ file: uri(name), state: await session.closed.fetch(uri(name)) })));
    system.files.delete(uri('one.md'));
    system.files.set(uri('two.md'), caseText('two', 'Second'));
    for (const { file } of late) await session.fileChanged(file, !system.files.has(file));
    await session.allRead();
    const taken = await Promise.all(late.map(({ file, state }) => session.closed.take(file, state, slices.next)));
    expect(taken.map((analysis) => analysis?.model.title)).toEqual([undefined, 'Second']);
    expect([session.workspace.cases(), titles(session)]).toEqual([[uri('two.md')], ['Second']]);
  });

  it('are analysed in full for whoever asks, and few of them stay so', async () => {
    const { session } = start(many(30));
    await session.allRead();
    for (const file of session.workspace.cases()) expect((await session.analyse(file))?.uri).toBe(file);
    expect(session.workspace.cases().filter((file) => session.workspace.holds(file)).length).toBeLessThan(10);
  });

  it('let go first: whoever types is answered while they are read', async () => {
    const { session } = start(many(60));
    const open = TextDocument.create(uri('typed.md'), 'markdown', 1, caseText('typed'));
    session.change(open);
    const analysis = await session.analyse(uri('typed.md'));
    expect(analysis?.model.id).toBe('typed');
    expect(session.reading.state.kind).toBe('reading');
    await session.allRead();
  });
});

describe('the folders of a workspace', () => {
  const FILES = { 'a/one.md': caseText('one'), 'b/two.md': caseText('two') };
  const cases = ({ register }: Session): string[] => [...register.all()].map(({ overview }) => overview.value.case);

  /** The cases that are known when others are opened instead of a folder while that is looked through. */
  async function reopenedDuring(looked: string, folders: readonly string[]): Promise<string[]> {
    const { session } = start(FILES, {
      folders: [looked],
      onLook: (folder) => {
        if (folder === looked) session.setFolders(folders);
      },
    });
    await session.allRead();
    return cases(session);
  }

  it('are looked through when they are opened while one without cases is', async () => {
    expect(await reopenedDuring(uri('empty'), [uri('a'), uri('b')])).toEqual(['one', 'two']);
  });

  it('hold no case any more when they are closed while they are looked through', async () => {
    expect(await reopenedDuring(uri('a'), [uri('b')])).toEqual(['two']);
    expect(await reopenedDuring(uri('a'), [])).toEqual([]);
  });
});
