import { spawn } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { PROJECT_ROOT } from '../support/workspace.ts';

/*
 * The small bundle that starts `casewright`, beside a program of a few lines in place of ours: what it says must never
 * depend on what an earlier run has kept.
 */

const SAYS = 'first second';
const PROGRAM = `
'use strict';
const said = ['first', 'second'].map((word) => word.trim());
process.exitCode = process.argv[2] === 'chekc' ? 2 : 0;
console.log(said.join(' '), typeof require('node:fs').statSync === 'function' ? '' : 'no require', __filename.endsWith('cli-main.cjs') ? '' : __filename);
`;

class Installed {
  readonly #folder = mkdtempSync(path.join(os.tmpdir(), 'casewright-compiled-'));
  readonly #caches = path.join(this.#folder, 'caches');

  constructor(program = PROGRAM) {
    onTestFinished(() => {
      rmSync(this.#folder, { recursive: true });
    });
    this.replaceProgram(program);
    copyFileSync(path.join(PROJECT_ROOT, 'dist/cli.cjs'), path.join(this.#folder, 'cli.cjs'));
  }

  replaceProgram(program: string): void {
    // As the build writes it.
    writeFileSync(path.join(this.#folder, 'cli-main.cjs'), `(function (exports, require, module, __filename, __dirname) {${program}\n})`);
  }

  /** What the program says on standard output and standard error, and its exit code if that is not 0. */
  run({ command = 'check', env = {} }: { command?: string; env?: Readonly<Record<string, string>> } = {}): Promise<string> {
    const places = { XDG_CACHE_HOME: this.#caches, LOCALAPPDATA: this.#caches, HOME: this.#caches, CASEWRIGHT_NO_CACHE: '' };
    const child = spawn(process.execPath, [path.join(this.#folder, 'cli.cjs'), command], { env: { ...process.env, ...places, ...env } });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text));
    return new Promise((resolve) => {
      child.on('close', (code) => {
        resolve(`${said.trim()}${code === 0 ? '' : ` (${code ?? 'killed'})`}`);
      });
    });
  }

  /** The folder in which compiled code is kept, on any system. */
  get compiled(): string {
    const below = process.platform === 'darwin' ? 'Library/Caches/casewright/compiled' : 'casewright/compiled';
    return path.join(this.#caches, below);
  }

  /** The files that are kept, each with what tells whether it has been written since. */
  kept(): { readonly file: string; readonly written: string }[] {
    if (!existsSync(this.compiled)) return [];
    return readdirSync(this.compiled).map((name) => {
      const file = path.join(this.compiled, name);
      const { ino, mtimeMs } = statSync(file);
      return { file, written: `${ino} ${mtimeMs}` };
    });
  }

  /** The one file that a run has kept. */
  keptFile(): string {
    const [first, ...others] = this.kept();
    if (!first || others.length > 0) throw new Error(`There are ${others.length + (first ? 1 : 0)} files.`);
    return first.file;
  }
}

describe('code that an earlier run compiled', () => {
  it('is kept by the first run and used by the second', async () => {
    const installed = new Installed();
    expect(await installed.run()).toBe(SAYS);
    const kept = installed.kept();
    expect(kept).toHaveLength(1);
    expect(await installed.run()).toBe(SAYS);
    expect(installed.kept()).toEqual(kept); // what cannot be used is written anew
  });

  it('is not used when the program has changed, even to one of the same length', async () => {
    const installed = new Installed();
    await installed.run();
    installed.replaceProgram(PROGRAM.replace('second', 'secund'));
    expect(await installed.run()).toBe('first secund');
    expect(installed.kept()).toHaveLength(2);
  });

  it('is that of the same command: each compiles another part', async () => {
    const installed = new Installed();
    for (const command of ['check', 'matrix', 'check', 'matrix']) await installed.run({ command });
    expect(installed.kept()).toHaveLength(2);
  });

  it('is not kept of a run that failed', async () => {
    const installed = new Installed();
    expect(await installed.run({ command: 'chekc' })).toBe(`${SAYS} (2)`);
    expect(installed.kept()).toEqual([]);
  });

  it('is kept of the sixteen last programs, versions and commands only', async () => {
    const installed = new Installed();
    await installed.run();
    const [first] = installed.kept();
    for (let age = 1; age <= 40; age++) {
      const old = path.join(installed.compiled, `old-${age}`);
      writeFileSync(old, 'x');
      utimesSync(old, 1000, 1000 + age);
    }
    await installed.run({ command: 'matrix' });
    const names = installed.kept().map(({ file }) => path.basename(file));
    expect(names).toHaveLength(16);
    expect(names).toContain(path.basename(first?.file ?? ''));
    expect(names.filter((name) => name.startsWith('old-')).sort()).toEqual(Array.from({ length: 14 }, (_, index) => `old-${27 + index}`));
  });
});

describe('the program says the same, and keeps good code again,', () => {
  const check = async (damage: (content: Buffer) => Uint8Array | string): Promise<void> => {
    const installed = new Installed();
    await installed.run();
    const file = installed.keptFile();
    const whole = readFileSync(file);
    writeFileSync(file, damage(whole));
    expect(await installed.run()).toBe(SAYS);
    expect(installed.keptFile()).toBe(file);
    const mended = installed.kept();
    expect(await installed.run()).toBe(SAYS);
    expect(installed.kept()).toEqual(mended);
  };
  const flipped = (content: Buffer, place: number): Buffer => {
    const other = Buffer.from(content);
    other[place] = (other[place] ?? 0) ^ 0x55;
    return other;
  };

  it('when what was kept is empty', () => check(() => ''));
  it.each([1, 31, 32, 33, 100])('when %i bytes of it are left', (length) => check((content) => content.subarray(0, length)));
  it('when half of it is left', () => check((content) => content.subarray(0, content.length / 2)));
  it('when something stands behind it', () => check((content) => Buffer.concat([content, content])));
  it('when it is text', () => check(() => 'no code at all '.repeat(100)));
  it('when its end is zeros, as after a loss of power', () => check((content) => Buffer.from(content).fill(0, content.length / 2)));
  it.each([0, 0.01, 0.03, 0.2, 0.5, 0.8, 0.999])('when a byte of it is wrong, %d of the way', (part) =>
    check((content) => flipped(content, Math.floor(content.length * part))),
  );

  it('when it is code of another program of the same length', async () => {
    const installed = new Installed();
    await installed.run();
    const file = installed.keptFile();
    const mine = readFileSync(file);
    installed.replaceProgram(PROGRAM.replace('second', 'secund'));
    await installed.run();
    const other = installed.kept().find((kept) => kept.file !== file)?.file ?? '';
    writeFileSync(other, mine);
    expect(await installed.run()).toBe('first secund');
  });
});

describe('the program says the same', () => {
  it('when there is no place to keep anything', async () => {
    expect(await new Installed().run({ env: { HOME: '', XDG_CACHE_HOME: '', LOCALAPPDATA: '', USERPROFILE: '' } })).toBe(SAYS);
  });
  it('when a file stands where the folder should', async () => {
    const installed = new Installed();
    mkdirSync(path.dirname(installed.compiled), { recursive: true });
    writeFileSync(installed.compiled, 'a file');
    for (let round = 0; round < 2; round++) expect(await installed.run()).toBe(SAYS);
    expect(readFileSync(installed.compiled, 'utf8')).toBe('a file');
  });
  it('when nothing can be written into the folder', async () => {
    const installed = new Installed();
    mkdirSync(installed.compiled, { recursive: true, mode: 0o500 });
    for (let round = 0; round < 2; round++) expect(await installed.run()).toBe(SAYS);
  });
  it('when a folder stands where the file should', async () => {
    const installed = new Installed();
    await installed.run();
    const file = installed.keptFile();
    rmSync(file);
    mkdirSync(file);
    expect(await installed.run()).toBe(SAYS);
    expect(readdirSync(installed.compiled)).toEqual([path.basename(file)]);
  });
  it('when many start at once and nothing is kept yet', async () => {
    const installed = new Installed();
    const said = await Promise.all(Array.from({ length: 8 }, () => installed.run()));
    expect(new Set(said)).toEqual(new Set([SAYS]));
    expect(installed.kept()).toHaveLength(1);
    expect(await installed.run()).toBe(SAYS);
  });
  it('when it is told to keep nothing, and keeps nothing', async () => {
    const installed = new Installed();
    expect(await installed.run({ env: { CASEWRIGHT_NO_CACHE: '1' } })).toBe(SAYS);
    expect(installed.kept()).toEqual([]);
  });
  it('when it is told to use nothing that was kept', async () => {
    const installed = new Installed();
    await installed.run();
    writeFileSync(installed.keptFile(), '');
    expect(await installed.run({ env: { CASEWRIGHT_NO_CACHE: '1' } })).toBe(SAYS);
    expect(readFileSync(installed.keptFile(), 'utf8')).toBe('');
  });
  it('when others may write into the folder, which then is left alone: they could have anything run', async () => {
    const installed = new Installed();
    mkdirSync(installed.compiled, { recursive: true });
    chmodSync(installed.compiled, 0o777);
    expect(await installed.run()).toBe(SAYS);
    expect(installed.kept()).toHaveLength(process.platform === 'win32' ? 1 : 0); // Windows knows no such permissions
  });
});

describe('a mistake in the program', () => {
  it('is reported with the place in the program, whether its code was kept or not', async () => {
    const installed = new Installed(`process.exitCode = 0;\n  nothing.at.all();\n`);
    const said = await installed.run();
    expect(said).toMatch(/cli-main\.cjs:2/);
    expect(said).toMatch(/ReferenceError: nothing is not defined/);
    expect(await installed.run()).toBe(said);
  });
});
