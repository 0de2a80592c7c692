// The test module that VS Code runs in its extension host: every *.test.ts of suite/, with mocha.
// The counts go to the file CASEWRIGHT_TEST_RESULT after each test, so that a crash does not lose them.
import * as fs from 'node:fs';
import * as path from 'node:path';
import Mocha from 'mocha';

export interface Result {
  finished: boolean;
  passed: number;
  failed: number;
  failures: string[];
  skipped: string[];
}

export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', color: false, timeout: 60_000, forbidOnly: Boolean(process.env.CI) });
  for (const name of fs.readdirSync(__dirname).sort()) {
    if (name.endsWith('.test.cjs')) mocha.addFile(path.join(__dirname, name));
  }
  const result: Result = { finished: false, passed: 0, failed: 0, failures: [], skipped: [] };
  const file = process.env.CASEWRIGHT_TEST_RESULT;
  const save = () => {
    if (file) fs.writeFileSync(file, JSON.stringify(result));
  };
  save();
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => {
      resolve();
    });
    runner.on('pass', () => {
      result.passed++;
      save();
    });
    runner.on('fail', (test) => {
      result.failed++;
      result.failures.push(test.fullTitle());
      save();
    });
    runner.on('pending', (test) => result.skipped.push(test.fullTitle()));
  });
  result.finished = true;
  save();
  if (result.failed > 0) throw new Error(`${result.failed} tests failed`);
  if (result.passed === 0) throw new Error('no tests ran');
}
