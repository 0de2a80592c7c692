import type Mocha from 'mocha';

/** What came of the tests so far. */
export interface Result {
  finished: boolean;
  passed: number;
  failed: number;
  failures: string[];
  skipped: string[];
}

/**
 * Runs the tests and hands on the result before the first and after each, so that a crash does not lose what came before.
 * @param start begins to run them and calls back when all have run
 */
export async function follow(start: (whenDone: () => void) => Mocha.Runner, save: (result: Result) => void | Promise<void>): Promise<void> {
  const result: Result = { finished: false, passed: 0, failed: 0, failures: [], skipped: [] };
  await save(result);
  await new Promise<void>((resolve) => {
    const runner = start(resolve);
    runner.on('pass', () => {
      result.passed++;
      void save(result);
    });
    runner.on('fail', (test) => {
      result.failed++;
      result.failures.push(test.fullTitle());
      void save(result);
    });
    runner.on('pending', (test) => result.skipped.push(test.fullTitle()));
  });
  result.finished = true;
  await save(result);
  if (result.failed > 0) throw new Error(`${result.failed} tests failed`);
  if (result.passed === 0) throw new Error('no tests ran');
}
