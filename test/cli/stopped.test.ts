import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { PARTIAL } from '../../server/src/node/write-whole.ts';
import { exampleCases } from '../support/features.ts';
import { CLI, Study } from './study.ts';

const [EXAMPLE = ''] = Object.values(exampleCases());
/** So many that several threads read them. */
const MANY = Object.fromEntries(Array.from({ length: 1_500 }, (_, number) => [`${number}.md`, EXAMPLE.replace(/^case: .*$/m, `case: c${number}`)]));

/** The files of a cache; what is not whole has its ending. */
function filesIn(caches: string): string[] {
  const runs = path.join(caches, 'casewright/runs');
  return existsSync(runs) ? readdirSync(runs) : [];
}

/** Runs a check, and sends it a signal as soon as it has begun to keep what it found. @returns how it ended, and what it said */
async function stopped(folder: string, caches: string, signal: NodeJS.Signals): Promise<{ by: NodeJS.Signals | null; said: string }> {
  const env = { ...process.env, XDG_CACHE_HOME: caches };
  const child = spawn(process.execPath, [CLI, 'check', '--format', 'json'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const begun = setInterval(() => {
    if (filesIn(caches).some((name) => name.endsWith(PARTIAL))) child.kill(signal);
  }, 5);
  const by = await new Promise<NodeJS.Signals | null>((resolve) => {
    child.on('close', (_, ended) => {
      resolve(ended);
    });
  });
  clearInterval(begun);
  for (const name of filesIn(caches)) if (name.endsWith(PARTIAL)) rmSync(path.join(caches, 'casewright/runs', name));
  return { by, said };
}

describe('a check that is stopped while it reads', () => {
  it('by Ctrl+C or by the system ends at once, says nothing, and keeps nothing', async () => {
    const study = new Study(MANY);
    const caches = mkdtempSync(path.join(os.tmpdir(), 'casewright-stopped-'));
    onTestFinished(() => {
      rmSync(caches, { recursive: true, force: true });
    });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      expect(await stopped(study.folder, caches, signal)).toEqual({ by: signal, said: '' }); // shells make 130 and 143 of it
      expect(filesIn(caches)).toEqual([]);
    }
  });

  it('because nobody reads on ends without a word', async () => {
    const study = new Study(Object.fromEntries(Object.entries(MANY).slice(0, 200)));
    const child = spawn(process.execPath, [CLI, 'check', '--format', 'json', '--no-cache', '--fail-on', 'never'], {
      cwd: study.folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, complaint }).toEqual({ code: 0, complaint: '' });
  });
});
