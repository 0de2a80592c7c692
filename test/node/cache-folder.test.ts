import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { cacheFolder, type Environment } from '../../server/src/node/cache-folder.ts';
import { keepNewest } from '../../server/src/node/keep-newest.ts';
import { PARTIAL, writeWhole } from '../../server/src/node/write-whole.ts';

const HOME = os.homedir();

describe('what can be made again is kept where the system keeps such things', () => {
  const check = (platform: NodeJS.Platform, env: Environment, expected: string | undefined): void => {
    expect(cacheFolder(env, platform)).toBe(expected);
  };

  it('on Linux, in the folder that XDG_CACHE_HOME names', () => {
    check('linux', { XDG_CACHE_HOME: '/var/caches' }, '/var/caches/casewright');
  });
  it('on Linux, in ~/.cache without it, or where it names no folder', () => {
    check('linux', {}, path.join(HOME, '.cache/casewright'));
    check('linux', { XDG_CACHE_HOME: '' }, path.join(HOME, '.cache/casewright'));
    check('linux', { XDG_CACHE_HOME: 'caches' }, path.join(HOME, '.cache/casewright'));
  });
  it('on macOS, in ~/Library/Caches', () => {
    check('darwin', {}, path.join(HOME, 'Library/Caches/casewright'));
  });
  it('on Windows, in the folder that LOCALAPPDATA names', () => {
    check('win32', { LOCALAPPDATA: '/profiles/a/AppData/Local' }, '/profiles/a/AppData/Local/casewright');
    check('win32', {}, path.join(HOME, 'AppData/Local/casewright'));
  });
  it('nowhere when the user wants no cache', () => {
    check('linux', { CASEWRIGHT_NO_CACHE: '1', XDG_CACHE_HOME: '/var/caches' }, undefined);
    check('linux', { CASEWRIGHT_NO_CACHE: '', XDG_CACHE_HOME: '/var/caches' }, '/var/caches/casewright');
  });
});

describe('a file of a cache', () => {
  function folder(): string {
    const made = mkdtempSync(path.join(os.tmpdir(), 'casewright-cache-'));
    onTestFinished(() => {
      rmSync(made, { recursive: true });
    });
    return made;
  }

  it('is written with its folder, for its user only, and written over whole', () => {
    const file = path.join(folder(), 'a/b/file');
    expect(writeWhole(file, 'first')).toBe(true);
    expect(writeWhole(file, 'second')).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe('second');
    expect(readdirSync(path.dirname(file))).toEqual(['file']);
    if (process.platform !== 'win32') expect([statSync(file).mode & 0o077, statSync(path.dirname(file)).mode & 0o077]).toEqual([0, 0]);
  });
  it('is not written where a folder cannot be made, and leaves nothing behind', () => {
    const place = folder();
    writeFileSync(path.join(place, 'a'), 'a file, not a folder');
    expect(writeWhole(path.join(place, 'a/b/file'), 'text')).toBe(false);
    expect(readdirSync(place)).toEqual(['a']);
  });
  it('is not written over a folder of its name, and leaves nothing behind', () => {
    const place = folder();
    expect(writeWhole(path.join(place, 'x/file'), 'text')).toBe(true);
    expect(writeWhole(path.join(place, 'x'), 'text')).toBe(false);
    expect(readdirSync(place)).toEqual(['x']);
  });
  it('goes where there are too many, the oldest first, and so does what a program that was stopped has left half-written', () => {
    const place = folder();
    const write = (name: string, secondsAgo: number): void => {
      const file = path.join(place, name);
      writeFileSync(file, 'text');
      utimesSync(file, Date.now() / 1000 - secondsAgo, Date.now() / 1000 - secondsAgo);
    };
    ['newest', 'new', 'old', 'oldest'].forEach((name, age) => {
      write(name, age);
    });
    write(`left${PARTIAL}`, 3_600);
    keepNewest(place, { files: 3, bytes: 1_000 });
    expect(readdirSync(place).sort()).toEqual(['new', 'newest', 'old']);
    write(`begun${PARTIAL}`, 0);
    keepNewest(place, { files: 9, bytes: 8 });
    expect(readdirSync(place).sort()).toEqual([`begun${PARTIAL}`, 'newest']);
  });
});
