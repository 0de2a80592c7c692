import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CaseReader } from '../../server/src/cli/cases/case-reader.ts';
import { CaseWorkers } from '../../server/src/cli/cases/case-workers.ts';
import type { CaseSource, Reading, Task } from '../../server/src/cli/cases/reading.ts';
import { StoppedError } from '../../server/src/cli/exit-codes.ts';
import { openStudy } from '../../server/src/cli/open-study.ts';
import type { ViewRequest } from '../../server/src/cli/views/all-views.ts';
import { makeStudy } from '../support/study.ts';
import { caseText, CLI, Study } from './study.ts';

const REQUEST: ViewRequest<'check'> = { view: 'check', options: { style: { width: Infinity, colour: false } } };
const COUNT = 100;

/** A study of many cases, some of them broken, in several folders with configurations of their own. */
function manyFiles(): Record<string, string | Uint8Array> {
  const files: Record<string, string | Uint8Array> = {
    'casewright.yaml': 'gates: {addressed: 1}\n',
    'x3/casewright.yaml': 'frameworks: [./gone.yaml]\n',
    'x1/latin.md': Buffer.from('K\xf8ge', 'latin1'),
    'x2/notes.md': '# Notes',
  };
  for (let index = 0; index < COUNT; index++) {
    files[`x${index % 4}/c${index}.md`] = caseText(`c${index % 90}`, { framework: index % 7 === 0 ? 'no-such-framework' : 'policy-themes' });
  }
  return files;
}

/** A folder in which a program stands that a worker can run. */
function programOf(code: string): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'casewright-program-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const file = path.join(folder, 'worker.cjs');
  writeFileSync(file, code);
  return file;
}

async function all<Facts>(source: CaseSource<Facts>, tasks: readonly Task[]): Promise<Reading<Facts>[]> {
  const readings: Reading<Facts>[] = [];
  for await (const reading of source.read(tasks)) readings.push(reading);
  return readings;
}

/** A reading without its stamp, which comes when the file has got old enough, and with its part as text. */
function comparable(reading: Reading<unknown>): object {
  return { ...reading, stamp: undefined, ...('part' in reading ? { part: Buffer.from(reading.part).toString() } : {}) };
}

describe('several threads', () => {
  it('find what one finds, in the same order', async () => {
    const { folder, remove } = makeStudy(manyFiles());
    onTestFinished(remove);
    const tasks = Object.keys(manyFiles())
      .filter((name) => name.endsWith('.md'))
      .map((name) => ({ file: path.join(folder, name) }));
    const study = openStudy(folder);
    const one = new CaseReader(study.workspace, study.files, REQUEST, folder);
    const three = new CaseWorkers(CLI, { request: REQUEST, cwd: folder }, 3);
    const expected = await all(one, tasks);
    expect((await all(three, tasks)).map(comparable)).toEqual(expected.map(comparable));
    const namesakes = [{ uri: 'file:///other.md', idSpan: { start: 10, end: 12 } }];
    const [again] = await all(three, [{ file: tasks.at(-1)?.file ?? '', namesakes }]);
    expect(again?.kind === 'case' && Buffer.from(again.part).toString()).toContain('also the name of the case in other.md');
    const learned = await three.close();
    expect([...learned.problems].sort()).toEqual([...(await one.close()).problems].sort());
    expect(learned.isSteady).toBe(true);
  });

  it.each([
    ['runs out of memory', "throw Object.assign(new Error('full'), { code: 'ERR_WORKER_OUT_OF_MEMORY' });", /There was not enough memory .*a\.md/],
    ['dies', 'process.exit(0);', /stopped while it read a\.md/],
  ])('stop all, and say so, when one of them %s', async (_, act, sentence) => {
    const program = programOf(`require('node:worker_threads').parentPort.on('message', () => { ${act} });`);
    const workers = new CaseWorkers(program, { request: REQUEST, cwd: '/' }, 2);
    const reading = all(workers, [{ file: '/study/a.md' }]);
    await expect(reading).rejects.toThrow(StoppedError);
    await expect(reading).rejects.toThrow(sentence);
    workers.abandon();
  });
  it('stop all when one of them makes a mistake', async () => {
    const workers = new CaseWorkers(
      programOf("require('node:worker_threads').parentPort.on('message', () => { throw new Error('Mine.'); });"),
      { request: REQUEST, cwd: '/' },
      2,
    );
    await expect(all(workers, [{ file: '/study/a.md' }])).rejects.toThrow('Mine.');
    workers.abandon();
  });
});

describe('a study of more than a thousand cases', () => {
  const many = Object.fromEntries(Array.from({ length: 1210 }, (_, index) => [`cases/c${String(index).padStart(4, '0')}.md`, caseText(`c${index % 1200}`)]));

  it('is reported in the order of the paths, with all that its cases have to do with each other', async () => {
    const run = await new Study(many).run(['check', '--format', 'json']);
    const { cases, summary } = JSON.parse(run.stdout) as {
      cases: { path: string; findings: { rule: string }[] }[];
      summary: { cases: number; errors: number };
    };
    expect(cases.map(({ path: shown }) => shown)).toEqual(Object.keys(many).sort());
    const doubled = cases.filter(({ findings }) => findings.some(({ rule }) => rule === 'front-matter/duplicate-case'));
    expect(doubled).toHaveLength(20);
    expect(summary).toMatchObject({ cases: 1210, errors: 20 });
    expect(run).toMatchObject({ code: 1, stderr: '' });
  });
  it('ends in peace when its reader has seen enough', () => {
    const study = new Study(many);
    const script = `"${process.execPath}" "${CLI}" coverage --format json --no-cache 2>err.txt | head -c 100`;
    expect(execFileSync('sh', ['-c', script], { cwd: study.folder, encoding: 'utf8' })).toHaveLength(100);
    expect(study.read('err.txt')).toBe('');
  });
});
