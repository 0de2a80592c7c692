import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { makeStudy } from '../support/study.ts';
import { PROJECT_ROOT } from '../support/workspace.ts';

export const CLI = path.join(PROJECT_ROOT, 'dist/cli.cjs');
export const EXAMPLES = path.join(PROJECT_ROOT, 'examples');

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder on disk with the given files, gone when the test is over, and the program in it. */
export class Study {
  readonly folder: string;

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    const { folder, remove } = makeStudy(files);
    this.folder = folder;
    onTestFinished(remove);
  }

  read(name: string): string {
    return readFileSync(path.join(this.folder, name), 'utf8');
  }

  /** Runs `casewright` in this folder, or in one below it. */
  run(args: readonly string[], options: RunOptions = {}): Promise<Run> {
    return runCli(args, { ...options, cwd: path.join(this.folder, options.cwd ?? '.') });
  }
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the bundled program with its output in pipes and neither NO_COLOR nor FORCE_COLOR from outside. */
export function runCli(args: readonly string[], { cwd = PROJECT_ROOT, env = {} }: RunOptions = {}): Promise<Run> {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== 'NO_COLOR' && name !== 'FORCE_COLOR'));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], { cwd, env: { ...inherited, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const) child[stream].setEncoding('utf8').on('data', (text: string) => (output[stream] += text));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, ...output });
    });
  });
}

const WORDS = 'Nordlys sold its first pump to a yard in Bergen after the founder had met the owner at a fair';

/** A case without any finding of severity error, with everything on P1 and nothing on the other items. */
export function caseText(id: string, { framework = 'internationalization-capacity', body = '' } = {}): string {
  const text = Array.from({ length: 3 }, () => `${WORDS} [@int-ceo; @report].`).join('\n');
  return `---
case: ${id}
title: ${id} A/S
frameworks: [${framework}]
sources:
  - {id: int-ceo, kind: interview, informant: CEO}
  - {id: report, kind: documentation, title: Annual report}
---

:::P1{supports}
${text}
:::
${body}`;
}
