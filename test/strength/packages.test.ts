import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { packPrograms, programFiles } from '../../scripts/lib/program-package.mjs';
import { shipped } from '../../scripts/lib/shipped.mjs';
import { PROJECT_ROOT } from '../support/workspace.ts';

const run = (command: string, args: readonly string[], cwd = PROJECT_ROOT): string => execFileSync(command, args, { cwd, encoding: 'utf8' });
const lines = (text: string): string[] => text.split('\n').filter(Boolean).sort();

/** The files that a list of files and folders stands for: those of a folder that are kept in git, and what is built. */
function filesOf(list: readonly string[]): string[] {
  const tracked = lines(run('git', ['ls-files', '--cached', '--others', '--exclude-standard']));
  return list.flatMap((name) => (name.startsWith('dist/') ? [name] : tracked.filter((file) => file === name || file.startsWith(`${name}/`)))).sort();
}

describe('what users install is what they need, file by file', () => {
  it('the extension', () => {
    const packaged = lines(run(process.execPath, ['node_modules/@vscode/vsce/vsce', 'ls', '--no-dependencies']));
    expect(packaged).toEqual(filesOf(shipped));
    expect(packaged.filter((file) => !/^(?:docs|frameworks|schemas|syntaxes|templates|media)\//.test(file))).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'THIRD-PARTY-NOTICES.txt',
      'dist/builtins.jsonl',
      'dist/client.cjs',
      'dist/client.web.cjs',
      'dist/matrix.css',
      'dist/matrix.js',
      'dist/panel.css',
      'dist/panel.js',
      'dist/server-main.cjs',
      'dist/server.cjs',
      'dist/server.worker.js',
      'package.json',
    ]);
  });

  it('the npm package, whose programs work where nothing else is installed', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'casewright-npm-'));
    onTestFinished(() => {
      rmSync(folder, { recursive: true, force: true });
    });
    const archive = await packPrograms(folder);
    const packed = lines(run('tar', ['-tzf', archive])).map((file) => file.replace(/^package\//, ''));
    expect(packed).toEqual([...filesOf(programFiles), 'package.json'].sort());
    run('tar', ['-xzf', archive], folder);
    const manifest = JSON.parse(readFileSync(path.join(folder, 'package/package.json'), 'utf8')) as Record<string, unknown>;
    expect(manifest.dependencies).toBeUndefined();
    expect(run(process.execPath, ['package/dist/cli.cjs', 'frameworks'], folder)).toContain('policy-themes');
  });
});

describe('the notices', () => {
  it('name every package of which a bundle holds code', () => {
    const notices = readFileSync(path.join(PROJECT_ROOT, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
    const maps = ['client.cjs', 'client.web.cjs', 'cli-main.cjs', 'server-main.cjs', 'server.worker.js', 'panel.js', 'matrix.js'];
    const sources = maps.flatMap((name) => (JSON.parse(readFileSync(path.join(PROJECT_ROOT, 'dist', `${name}.map`), 'utf8')) as { sources: string[] }).sources);
    const packages = new Set(sources.flatMap((source) => /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? []));
    expect(packages.size).toBeGreaterThan(10);
    expect([...packages].filter((name) => !notices.includes(`\n${name} `))).toEqual([]);
  });
});
