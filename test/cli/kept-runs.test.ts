import { readdirSync, readFileSync, renameSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { KeptRun } from '../../server/src/cli/cases/kept-run.ts';
import { planOf } from '../../server/src/cli/cases/plan.ts';
import { KEPT_RUNS, placeOfRun } from '../../server/src/cli/cases/run-place.ts';
import { makeStudy, type Study } from '../support/study.ts';
import { keepRuns } from './own-runs.ts';
import { runHere } from './same-process.ts';
import { caseText, runCli, type Run } from './study.ts';

/** Where the runs of this file keep what they found; emptied for each test. */
const caches = keepRuns();

function studyOf(files: Readonly<Record<string, string | Uint8Array>>): Study {
  const study = makeStudy(files);
  onTestFinished(study.remove);
  return study;
}

/** The files in which runs are kept. */
function keptFiles(): string[] {
  const folder = path.join(caches(), 'casewright/runs');
  try {
    return readdirSync(folder).map((name) => path.join(folder, name));
  } catch {
    return [];
  }
}

const COMMANDS = [['check'], ['check', '--format', 'json'], ['coverage'], ['coverage', '--format', 'json'], ['matrix', '--format', 'json']] as const;

/** What the program says is the same whether it may use what it knows from earlier runs or not. */
async function saysTheSame(folder: string, commands: readonly (readonly string[])[] = COMMANDS): Promise<void> {
  for (const command of commands) {
    const kept = await runHere(command, folder);
    expect(kept, command.join(' ')).toEqual(await runHere([...command, '--no-cache'], folder));
  }
}

/** An hour later, so that the times of files can stand for their content: see `isTelling`. */
async function later<T>(act: () => Promise<T>): Promise<T> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
  try {
    return await act();
  } finally {
    vi.useRealTimers();
  }
}

const PACK = (label: string): string => `id: own
title: Own
source: {authors: [Me], year: 2020, title: T}
kind: themes
items:
  - {id: X1, label: ${label}, statement: S, at: p. 1, values: [early, late]}
`;
const OWN = (id: string, more = '', body = ':X1[The firm went to Norway [@book]].'): string => `---\ncase: ${id}\nframeworks: [own]\n${more}---\n\n${body}\n`;

/** Files that a study can have, each with what can be in it: what matters for the result is all in here somewhere. */
const FILES: Readonly<Record<string, readonly (string | Uint8Array)[]>> = {
  'a.md': [caseText('a'), caseText('b'), OWN('a'), OWN('a', 'bibliography: more.bib\n'), '# no case', '---\ncase: [\n---\n', new Uint8Array([0, 1])],
  'b.md': [caseText('b'), caseText('a'), OWN('b', 'frameworks: [none]\n')],
  'sub/c.md': [OWN('c'), caseText('a'), '\uFEFF' + caseText('c', { body: '\n<!-- casewright-disable front-matter/duplicate-case -- known -->\n' })],
  'casewright.yaml': [
    'frameworks: [./own.yaml]\nbibliography: [references.bib]\ngates: {addressed: 50}\n',
    'extends: ./base.yaml\nframeworks: [./own.yaml]\n',
    'cases: ["*.md"]\nrules: {coverage/missing: off}\n',
    'frameworks: [./missing.yaml]\n',
    'wrong: [',
  ],
  'sub/casewright.yaml': ['frameworks: [../own.yaml]\nrules: {coverage/missing: error}\n', 'gates: {evidenced: 10}\n'],
  'base.yaml': ['rules: {evidence/no-source: error}\n', 'template: ./template.yaml\n'],
  'template.yaml': ['id: t\ntitle: T\nsections: [{heading: Background}]\n', 'id: t\ntitle: T\nsections: [{heading: Aftermath}]\n'],
  'own.yaml': [PACK('Timing'), PACK('Pace'), 'id: own\n'],
  'references.bib': ['@book{book, title = {A}}', '@book{other, title = {B}}'],
  'more.bib': ['@book{book, title = {A}}', '@book{book, title = {A}\n\n@book{other, title = {B}}'],
};

type Step = [file: string, content: string | Uint8Array | undefined];

/** A file written with one of its contents, or deleted. */
function stepFor(file: string): fc.Arbitrary<Step> {
  return fc.tuple(fc.constant(file), fc.option(fc.constantFrom(...(FILES[file] ?? [])), { nil: undefined }));
}

const step = fc.constantFrom(...Object.keys(FILES)).chain(stepFor);

describe('a run that knows an earlier one says what it would say without', () => {
  function apply(study: Study, [file, content]: Step): void {
    if (content !== undefined) study.write(file, content);
    else rmSync(path.join(study.folder, file), { force: true });
  }

  it('whatever was written, changed and deleted in between', async () => {
    const files = fc
      .tuple(...Object.keys(FILES).map(stepFor))
      .map((steps) => Object.fromEntries(steps.flatMap(([file, content]) => (content === undefined ? [] : [[file, content] as const]))));
    const studies = fc.tuple(files, fc.array(fc.tuple(step, fc.boolean()), { minLength: 1, maxLength: 4 }));
    await fc.assert(
      fc.asyncProperty(studies, fc.constantFrom(...COMMANDS), async ([files, steps], command) => {
        const study = makeStudy(files);
        try {
          await saysTheSame(study.folder, [command]);
          for (const [change, isLater] of steps) {
            apply(study, change);
            const compare = (): Promise<void> => saysTheSame(study.folder, [command]);
            await (isLater ? later(compare) : compare());
          }
        } finally {
          study.remove();
        }
      }),
      { numRuns: 60 },
    );
  });
  it('when a file has another name', async () => {
    const study = studyOf({ 'a.md': caseText('a'), 'b.md': caseText('b') });
    await saysTheSame(study.folder);
    renameSync(path.join(study.folder, 'a.md'), path.join(study.folder, 'c.md'));
    await saysTheSame(study.folder);
  });
  it('when another case takes a name, and gives it up again', async () => {
    const study = studyOf({ 'a.md': caseText('same'), 'b.md': caseText('b') });
    for (const id of ['b', 'same', 'other']) {
      study.write('b.md', caseText(id));
      await later(() => saysTheSame(study.folder));
    }
  });
  it('when a file has changed and shows the same size and time', async () => {
    const study = studyOf({});
    for (const id of ['alfa', 'beta']) {
      study.write('a.md', caseText(id));
      utimesSync(path.join(study.folder, 'a.md'), 1_000_000, 1_000_000);
      await later(() => saysTheSame(study.folder));
    }
  });
  it('when it runs in another folder, or looks at other files', async () => {
    const study = studyOf({ 'a.md': caseText('a'), 'sub/b.md': caseText('b') });
    await saysTheSame(study.folder, [['check'], ['check', 'sub'], ['check', 'a.md'], ['check']]);
    await saysTheSame(path.join(study.folder, 'sub'), [['check'], ['check', '../a.md', '.']]);
  });
});

describe('a run in which nothing has changed', () => {
  it('reads no case, and writes nothing', async () => {
    const study = studyOf({ 'a.md': caseText('a'), 'notes.md': '# Notes' });
    await later(() => runHere(['check'], study.folder));
    const [place = ''] = keptFiles();
    const run = KeptRun.open(place);
    const files = [path.join(study.folder, 'a.md'), path.join(study.folder, 'notes.md')];
    expect(planOf(files, run).map(({ task }) => task)).toEqual([undefined, undefined]);
    run?.close();
    const before = statSync(place).ino;
    await later(() => runHere(['check'], study.folder));
    expect(statSync(place).ino).toBe(before);
  });
  it('does not trust the times of a file that was changed just before', async () => {
    const study = studyOf({ 'a.md': caseText('a') });
    await runHere(['check'], study.folder);
    const run = KeptRun.open(keptFiles()[0] ?? '');
    const [planned] = planOf([path.join(study.folder, 'a.md')], run);
    expect(planned?.task?.known).toEqual(planned?.before?.digest);
    run?.close();
  });
});

describe('what was kept is of no use, and does no harm,', () => {
  /** Damages what a run of these files kept; the next says the same, and keeps it anew. */
  async function survives(damage: (file: string) => void): Promise<void> {
    const study = studyOf({ 'a.md': caseText('a'), 'b.md': caseText('b') });
    const expected = await runHere(['check'], study.folder);
    keptFiles().forEach(damage);
    expect(await runHere(['check'], study.folder)).toEqual(expected);
    const run = KeptRun.open(keptFiles()[0] ?? '');
    expect(run?.files.size).toBe(2);
    run?.close();
  }

  it.each([
    ['cut off', (file: string) => { truncateSync(file, statSync(file).size - 7); }],
    ['empty', (file: string) => { writeFileSync(file, ''); }],
    ['something else', (file: string) => { writeFileSync(file, 'x'.repeat(10_000)); }],
    ['gone', (file: string) => { rmSync(file); }],
  ])('when it is %s', (_, damage) => survives(damage)); // prettier-ignore
  it('when any byte of it is another one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.integer({ min: 1, max: 255 }), async (where, change) => {
        rmSync(path.join(caches(), 'casewright'), { recursive: true, force: true });
        await survives((file) => {
          const bytes = readFileSync(file);
          const at = Math.floor(where * bytes.length);
          bytes[at] = (bytes[at] ?? 0) ^ change;
          writeFileSync(file, bytes);
        });
      }),
      { numRuns: 15 },
    );
  });
  it('when it cannot be written', async () => {
    const study = studyOf({ 'a.md': caseText('a') });
    const expected = await runHere(['check'], study.folder);
    rmSync(caches(), { recursive: true });
    writeFileSync(caches(), 'a file where the folder should be');
    expect(await runHere(['check'], study.folder)).toEqual(expected);
  });
  it('when nothing is to be kept', async () => {
    const study = studyOf({ 'a.md': caseText('a') });
    const expected = await runHere(['check', '--no-cache'], study.folder);
    vi.stubEnv('CASEWRIGHT_NO_CACHE', '1');
    expect(await runHere(['check'], study.folder)).toEqual(expected);
    expect(keptFiles()).toEqual([]);
  });
});

describe('what is kept', () => {
  it('has a place of its own for every question, folder and version of the program', () => {
    const program = path.join(caches(), 'program');
    const placeFor = (code: string, cwd: string, paths: readonly string[], width: number): string | undefined => {
      writeFileSync(program, code);
      return placeOfRun({ request: { view: 'check', options: { style: { width, colour: false } } }, cwd, paths }, program);
    };
    const places = [
      placeFor('1', '/a', [], 80),
      placeFor('2', '/a', [], 80),
      placeFor('1', '/b', [], 80),
      placeFor('1', '/a', ['x'], 80),
      placeFor('1', '/a', [], 100),
    ];
    expect(new Set(places).size).toBe(places.length);
    expect(placeFor('1', '/a', [], 80)).toBe(places[0]);
  });
  it('is bounded: what has not been used for longest goes first', async () => {
    const study = studyOf({ 'a.md': caseText('a') });
    await runHere(['check'], study.folder);
    const [place = ''] = keptFiles();
    for (let other = 0; other < KEPT_RUNS.files; other++) {
      const file = path.join(path.dirname(place), `other-${other}`);
      writeFileSync(file, 'x');
      utimesSync(file, other, other);
    }
    await runHere(['coverage'], study.folder);
    const names = keptFiles().map((file) => path.basename(file));
    expect(names).toHaveLength(KEPT_RUNS.files);
    expect(names).not.toContain('other-0');
    expect(names).toContain(path.basename(place));
  });
  it('is the same for all who run at the same time', async () => {
    const study = studyOf(Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`${index}.md`, caseText(`c${index % 5}`)])));
    const run = (): Promise<Run> => runCli(['check'], { cwd: study.folder, env: { XDG_CACHE_HOME: caches() } });
    const runs = await Promise.all([run(), run(), run()]);
    for (const one of [...runs, await run()]) expect(one).toEqual(runs[0]);
    expect(keptFiles()).toHaveLength(1);
  });
});
