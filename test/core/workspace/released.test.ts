import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allRules } from '../../../server/src/core/rules/all-rules.ts';
import { createMarkdownParsers } from '../../../server/src/core/syntax/markdown-parser.ts';
import { Workspace } from '../../../server/src/core/workspace/workspace.ts';
import { MemoryFileSystem } from '../../../server/src/host/memory-file-system.ts';
import { settle } from '../../../server/src/host/settle.ts';
import { builtins, ROOT } from '../../support/workspace.ts';

const FILES = ['one.md', 'two.md', 'a/three.md', 'a/b/four.md', 'c/five.md'].map((name) => `${ROOT}/${name}`);
const CONFIGS = ['casewright.yaml', 'a/casewright.yaml', 'refs.bib'].map((name) => `${ROOT}/${name}`);

const newWorkspace = (): Workspace => new Workspace({ parsers: createMarkdownParsers(), rules: allRules, builtins, roots: [ROOT] });

const file = fc.constantFrom(...FILES);
/** What happens to a workspace of many cases, in any order. */
const steps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('write' as const), file, id: fc.constantFrom('x', 'y', ''), bib: fc.boolean() }) },
    fc.record({ do: fc.constantFrom('delete' as const, 'release' as const), file }),
    fc.record({
      do: fc.constant('configure' as const),
      file: fc.constantFrom(...CONFIGS),
      text: fc.constantFrom(null, 'rules: {coverage/missing: off}\n', 'rules: {coverage/thin: error}\nbibliography: [refs.bib]\n', '@book{k, title = {T}}\n'),
    }),
  ),
  { minLength: 1, maxLength: 25 },
);

/** A file that is missing, and that only the configuration of a folder without cases names in the end. */
const NAMED_ABOVE = [
  { do: 'configure', file: `${ROOT}/a/casewright.yaml`, text: 'rules: {coverage/missing: off}\n' },
  { do: 'write', file: `${ROOT}/a/three.md`, id: 'x', bib: true },
  { do: 'write', file: `${ROOT}/a/three.md`, id: 'x', bib: false },
  { do: 'configure', file: `${ROOT}/casewright.yaml`, text: 'rules: {coverage/thin: error}\nbibliography: [refs.bib]\n' },
] as const;

const caseText = (id: string, bib: boolean): string =>
  `---\ncase: ${id}\nframeworks: [policy-themes]\n${bib ? 'bibliography: /study/refs.bib\n' : ''}---\n\n:T1[Some [@k] text.]\n`;

/** What is said of each case. */
type Said = Map<string, string>;

function sayAll(workspace: Workspace, uris: Iterable<string>, said: Said): void {
  for (const uri of uris) {
    const analysis = workspace.analyse(uri);
    if (analysis) said.set(uri, JSON.stringify([analysis.findings, analysis.coverage.items.map(({ status }) => status)]));
    else said.delete(uri);
  }
}

describe('a workspace that lets go of texts', () => {
  it('names every case of which something else is to be said than when it was held, and makes again no more than a fresh one would', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const files = new MemoryFileSystem();
        const texts = new Map<string, string>();
        const workspace = newWorkspace();
        const said: Said = new Map();
        for (const step of all) {
          if (step.do === 'write') {
            texts.set(step.file, caseText(step.id, step.bib));
            workspace.setDocument(step.file, caseText(step.id, step.bib));
          } else if (step.do === 'delete') {
            texts.delete(step.file);
            said.delete(step.file);
            workspace.removeDocument(step.file);
          } else if (step.do === 'configure') {
            if (step.text === null) files.files.delete(step.file);
            else files.files.set(step.file, step.text);
            if (workspace.dependsOn(step.file)) workspace.setFile(step.file, await files.read(step.file));
          } else workspace.release(step.file);
          await settle(workspace, files);
          // Whoever reads again what is named as outdated knows all.
          const due = [...workspace.outdated()];
          for (const uri of due) workspace.setDocument(uri, texts.get(uri) ?? '');
          await settle(workspace, files);
          sayAll(workspace, new Set([...due, ...FILES.filter((uri) => workspace.holds(uri))]), said);
        }
        const fresh = newWorkspace();
        for (const [uri, text] of texts) fresh.setDocument(uri, text);
        await settle(fresh, files);
        const expected: Said = new Map();
        sayAll(fresh, FILES, expected);
        expect(Object.fromEntries(said)).toEqual(Object.fromEntries(expected));
        expect(workspace.cases()).toEqual(fresh.cases());
        expect(
          workspace
            .fileProblems()
            .map(({ message }) => message)
            .toSorted(),
        ).toEqual(
          fresh
            .fileProblems()
            .map(({ message }) => message)
            .toSorted(),
        );
      }),
      { numRuns: 150, examples: [[[...NAMED_ABOVE]]] },
    );
  });

  it('makes again only what a file touches', async () => {
    const workspace = newWorkspace();
    const files = new MemoryFileSystem({ [`${ROOT}/a/casewright.yaml`]: '' });
    for (const uri of FILES) workspace.setDocument(uri, caseText(uri.slice(-8, -3), false));
    await settle(workspace, files);
    for (const uri of FILES) workspace.analyse(uri);
    for (const uri of FILES) workspace.release(uri);
    expect(workspace.setFile(`${ROOT}/a/casewright.yaml`, { kind: 'text', text: '' })).toBe(false);
    expect([...workspace.outdated()]).toEqual([]);
    expect(workspace.setFile(`${ROOT}/a/casewright.yaml`, { kind: 'text', text: 'rules: {coverage/missing: off}\n' })).toBe(true);
    expect([...workspace.outdated()]).toEqual([`${ROOT}/a/three.md`, `${ROOT}/a/b/four.md`]);
  });

  it('tells cases of one name of the first of the others, however many there are', async () => {
    const workspace = newWorkspace();
    const uris = Array.from({ length: 60 }, (_, index) => `${ROOT}/c${index + 100}.md`);
    for (const uri of uris) workspace.setDocument(uri, caseText('copied', false));
    await settle(workspace, new MemoryFileSystem());
    expect(workspace.analyse(uris[0]!)?.sameCases.map(({ uri }) => uri)).toEqual(uris.slice(1, 21));
    expect(workspace.analyse(uris[59]!)?.sameCases.map(({ uri }) => uri)).toEqual(uris.slice(0, 20));
  });
});
