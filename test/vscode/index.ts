// The test module that VS Code runs in its extension host: every *.test.ts of suite/, with mocha.
// The counts go to the file CASEWRIGHT_TEST_RESULT after each test.
import * as fs from 'node:fs';
import * as path from 'node:path';
import Mocha from 'mocha';
import { follow } from './result.ts';

export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', color: false, timeout: 60_000, forbidOnly: Boolean(process.env.CI) });
  for (const name of fs.readdirSync(__dirname).sort()) {
    if (name.endsWith('.test.cjs')) mocha.addFile(path.join(__dirname, name));
  }
  const file = process.env.CASEWRIGHT_TEST_RESULT;
  await follow(
    (whenDone) => mocha.run(whenDone),
    (result) => {
      if (file) fs.writeFileSync(file, JSON.stringify(result));
    },
  );
}
