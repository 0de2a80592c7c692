// What went wrong, for the person at the keyboard: one sentence that says what to do, and exit code 2.
import fs from 'node:fs';
import path from 'node:path';

/** Something that the user can put right; shown without a stack. */
export class Problem extends Error {}

/** @type {Record<string, (file: string) => string>} */
const byCode = {
  EROFS: (file) => `${file} is on a read-only disk, so nothing can be installed or built there.`,
  EACCES: (file) => `You may not write ${file}: change its owner or permissions, or use a checkout of your own.`,
  EPERM: (file) => `You may not write ${file}: change its owner or permissions, or use a checkout of your own.`,
  ENOSPC: (file) => `The disk that holds ${file} is full: free about 1 GB and run this again.`,
  EDQUOT: (file) => `Your disk quota is used up at ${file}: free about 1 GB and run this again.`,
};

/**
 * The error as a Problem where it is one that a person can act on.
 * @param {unknown} error
 * @returns {unknown}
 */
export function asProblem(error) {
  if (error instanceof Problem || !(error instanceof Error)) return error;
  const { code, path } = /** @type {NodeJS.ErrnoException} */ (error);
  const sentence = code && byCode[code];
  return sentence ? new Problem(sentence(path ?? 'the folder')) : error;
}

/**
 * Asks before anything is done: what fails later, deep inside, says less.
 * @param {string} dir  need not exist yet
 */
export function assertWritable(dir) {
  let existing = dir;
  while (!fs.existsSync(existing)) existing = path.dirname(existing);
  try {
    fs.accessSync(existing, fs.constants.W_OK);
  } catch (error) {
    throw asProblem(error);
  }
}

/**
 * Runs a script's work and ends the process: its result is the exit code; 2 when it could not do what was asked.
 * @param {() => Promise<number | void>} work
 */
export async function main(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (thrown) {
    const error = asProblem(thrown);
    console.error(error instanceof Problem ? `\n${error.message}` : error);
    process.exitCode = 2;
  }
}
