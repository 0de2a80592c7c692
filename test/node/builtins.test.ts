import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadPack } from '../../server/src/core/frameworks/load-pack.ts';
import { BuiltinReader } from '../../server/src/core/workspace/builtin-reader.ts';
import { readBuiltins } from '../../server/src/node/builtins.ts';
import { PROJECT_ROOT } from '../support/workspace.ts';

/** A copy of what ships, with another file of frameworks that are read already. */
function copyWith(loaded: string | undefined): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'casewright-builtins-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  for (const name of ['frameworks', 'templates']) cpSync(path.join(PROJECT_ROOT, name), path.join(folder, name), { recursive: true });
  cpSync(path.join(PROJECT_ROOT, 'dist/frameworks.json'), path.join(folder, 'dist/frameworks.json'));
  if (loaded !== undefined) writeFileSync(path.join(folder, 'dist/frameworks.json'), loaded);
  return folder;
}

const idsIn = (root: string): (string | undefined)[] => new BuiltinReader(readBuiltins(root)).read().packs.map(({ loaded }) => loaded.pack?.id);

describe('the frameworks that ship', () => {
  it('are read when the program is built, as the loader would read them', () => {
    const { frameworks } = readBuiltins(PROJECT_ROOT);
    expect(frameworks.length).toBeGreaterThan(8);
    for (const { uri, text, pack } of frameworks) expect(pack, uri).toEqual(loadPack(uri, text).pack);
  });
  it('are read from their own files when those have changed since', () => {
    const root = copyWith(undefined);
    const file = path.join(root, 'frameworks/proactive-initiation.yaml');
    const changed = readBuiltins(root)
      .frameworks.find(({ uri }) => uri.endsWith('/proactive-initiation.yaml'))
      ?.text.replace(/^title: .*$/m, 'title: Changed');
    writeFileSync(file, changed ?? '');
    const packs = new BuiltinReader(readBuiltins(root)).read().packs.map(({ loaded }) => loaded.pack);
    expect(packs.find((pack) => pack?.id === 'proactive-initiation')?.title).toBe('Changed');
  });
  it.each(['', '{', '{"policy-themes.yaml": {}}', '[]'])('are read from their own files when what was built is %j', (loaded) => {
    expect(idsIn(copyWith(loaded))).toEqual(idsIn(PROJECT_ROOT));
  });
});
