// How many tests passed and failed, from the files that the test runners leave.
import fs from 'node:fs';

/** @typedef {{ passed: number, failed: number, failures: string[], skipped: string[] }} Counts */

/** @type {Counts} */
export const noCounts = { passed: 0, failed: 0, failures: [], skipped: [] };

/**
 * @param {string} file
 * @returns {any}
 */
function read(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined; // the runner did not get so far
  }
}

/**
 * @param {string} reason
 * @returns {Counts}
 */
export const crashed = (reason) => ({ ...noCounts, failed: 1, failures: [reason] });

/**
 * A run that failed by more than its tests (a crash, a file that does not load, no tests at all) counts as one failure more.
 * @param {Counts | undefined} counts
 * @param {number} exitCode
 * @returns {Counts}
 */
function settle(counts, exitCode) {
  if (!counts) return crashed(`ended with exit code ${exitCode} and no result`);
  if (exitCode !== 0 && counts.failed === 0) return { ...counts, failed: 1, failures: [`ended with exit code ${exitCode}`] };
  if (counts.passed + counts.failed === 0) return crashed('no tests ran');
  return counts;
}

/**
 * @param {string} file  of vitest's json reporter
 * @param {number} exitCode
 */
export function vitestCounts(file, exitCode) {
  const result = read(file);
  if (!result) return settle(undefined, exitCode);
  /** @type {{ name: string, status: string, assertionResults: { status: string, fullName: string }[] }[]} */
  const files = result.testResults;
  const tests = files.flatMap((f) => f.assertionResults);
  const broken = files.filter((f) => f.status === 'failed' && f.assertionResults.every((t) => t.status !== 'failed')).map((f) => f.name);
  const failures = [...tests.filter((t) => t.status === 'failed').map((t) => t.fullName), ...broken];
  const skipped = tests.filter((t) => t.status !== 'passed' && t.status !== 'failed').map((t) => t.fullName);
  const passed = tests.length - skipped.length - failures.length + broken.length;
  return settle({ passed, failed: failures.length, failures, skipped }, exitCode);
}

/**
 * @param {string} file  of test/vscode/index.ts
 * @param {number} exitCode
 */
export function vscodeCounts(file, exitCode) {
  /** @type {(Counts & { finished: boolean }) | undefined} */
  const result = read(file);
  if (!result) return settle(undefined, exitCode);
  if (result.finished) return settle(result, exitCode);
  return { ...result, failed: result.failed + 1, failures: [...result.failures, 'VS Code ended in the middle of the tests'] };
}
