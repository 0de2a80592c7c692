import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadTemplate } from '../../server/src/core/config/load-template.ts';
import { loadPack } from '../../server/src/core/frameworks/load-pack.ts';
import { BuiltinReader, type LoadedBuiltins } from '../../server/src/core/workspace/builtin-reader.ts';
import { readBuiltins } from '../../server/src/node/builtins.ts';
import { PROJECT_ROOT } from '../support/workspace.ts';

const BUILT = 'dist/builtins.jsonl';
const PACK = 'frameworks/proactive-initiation.yaml';
const TEMPLATE = 'templates/sme-case.yaml';

/** A copy of what ships, in which some files have been changed by hand. */
function copyWith(changes: Readonly<Record<string, (text: string) => string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'casewright-builtins-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  for (const name of ['frameworks', 'templates', BUILT]) cpSync(path.join(PROJECT_ROOT, name), path.join(folder, name), { recursive: true });
  for (const [file, change] of Object.entries(changes)) {
    const changed = path.join(folder, file);
    writeFileSync(changed, change(readFileSync(changed, 'utf8')));
  }
  return folder;
}

const read = (root: string): LoadedBuiltins => new BuiltinReader(readBuiltins(root)).read();
/** What there is, without the folder that it stands in. */
const summary = (root: string): unknown => {
  const { frameworks, templates, brokenFrameworks, problems } = read(root);
  const packs = [...frameworks.values()].map((make) => ({ ...make(), uri: '' }));
  return { packs, templates: [...templates.values()].map((make) => make()), broken: [...brokenFrameworks.keys()], problems: problems.length };
};

describe('the frameworks and templates that ship', () => {
  it('are read when the program is built, as the loader would read them', () => {
    const { frameworks, templates } = readBuiltins(PROJECT_ROOT);
    expect(frameworks.length).toBeGreaterThan(8);
    expect(templates.length).toBeGreaterThan(2);
    for (const { uri, text, built } of frameworks) expect(built?.value(), uri).toEqual(loadPack(uri, text()).pack);
    for (const { uri, text, built } of templates) expect(built?.value(), uri).toEqual(loadTemplate(uri, text()).value);
  });
  it('are known by their ids before they are read', () => {
    for (const [id, make] of read(PROJECT_ROOT).frameworks) expect(make().id).toBe(id);
    for (const [id, make] of read(PROJECT_ROOT).templates) expect(make().id).toBe(id);
  });
  it('are read once', () => {
    const make = read(PROJECT_ROOT).frameworks.get('policy-themes');
    expect(make?.()).toBe(make?.());
  });
});

describe('a framework or template that has been changed since the program was built', () => {
  const retitled = (text: string): string => text.replace(/^title: .*$/m, 'title: Changed');

  it('is read from its own file', () => {
    const { frameworks, templates } = read(copyWith({ [PACK]: retitled, [TEMPLATE]: retitled }));
    expect(frameworks.get('proactive-initiation')?.().title).toBe('Changed');
    expect(templates.get('sme-case')?.().title).toBe('Changed');
    expect(frameworks.get('policy-themes')?.().title).not.toBe('Changed');
  });
  it('is read from its own file, even if that is as long as before', () => {
    const root = copyWith({ [PACK]: (text) => text.replace(/^(title: .*).$/m, '$1X') });
    expect(read(root).frameworks.get('proactive-initiation')?.().title).toMatch(/X$/);
  });
  it('is named as one that cannot be used when it has a mistake', () => {
    const { frameworks, brokenFrameworks, problems } = read(copyWith({ [PACK]: (text) => text.replace(/^kind: .*$/m, 'kind: opinions') }));
    expect(frameworks.has('proactive-initiation')).toBe(false);
    expect([...brokenFrameworks.keys()]).toEqual(['proactive-initiation']);
    expect(problems).toHaveLength(1);
  });
});

describe('all of them are read from their own files', () => {
  const check = (damage: (text: string) => string): void => {
    expect(summary(copyWith({ [BUILT]: damage }))).toEqual(summary(PROJECT_ROOT));
  };

  it.each(['', '{', '{}', '[]', 'null', '[{}]', '[{"file": "frameworks/policy-themes.yaml"}]'])('when what was built is %j', (text) => {
    check(() => text);
  });
  it('when half of what was built is lost', () => {
    check((text) => text.slice(0, text.length / 2));
  });
  it('when what was built is of other texts', () => {
    check((text) => text.replaceAll(/"sha256":"../g, '"sha256":"zz'));
  });
});
