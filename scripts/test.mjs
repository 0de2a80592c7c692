// Installs what is missing, builds, and runs every test; the last line is `N passed, M failed`.
//   node scripts/test.mjs [--desktop] [--only checks|unit|panel|vscode]
// --desktop runs the VS Code tests in a desktop VS Code, which it downloads, instead of the one from npm.
// Exit code: 0 all passed; 1 not all; 2 could not run.
import { parseArgs } from 'node:util';
import { crashed } from './lib/counts.mjs';
import { installDependencies } from './lib/dependencies.mjs';
import { asProblem, main, Problem } from './lib/problem.mjs';
import { runNode } from './lib/run.mjs';
import { took } from './lib/steps.mjs';
import { stages } from './lib/test-stages.mjs';

const groups = ['checks', 'unit', 'panel', 'vscode'];

function options() {
  try {
    const { values } = parseArgs({ options: { desktop: { type: 'boolean', default: false }, only: { type: 'string' } } });
    if (values.only === undefined || groups.includes(values.only)) return values;
  } catch {
    // said below
  }
  throw new Problem(`Usage: npm test -- [--desktop] [--only ${groups.join('|')}]`);
}

/**
 * @param {import('./lib/test-stages.mjs').Stage} stage
 * @returns {Promise<import('./lib/counts.mjs').Counts>}
 */
async function runStage({ title, run }) {
  console.log(`\n== ${title}`);
  const started = performance.now();
  const counts = await run().catch((thrown) => {
    const error = asProblem(thrown);
    console.error(error instanceof Problem ? error.message : error);
    return crashed(String(error instanceof Error ? error.message : error).split('\n')[0]);
  });
  const tests = counts.passed + counts.failed > 0 ? `${counts.passed} passed, ${counts.failed} failed` : 'in order';
  console.log(`== ${title}: ${tests}, ${took(started)}`);
  return counts;
}

await main(async () => {
  const { desktop, only } = options();
  const started = performance.now();
  console.log('Running all tests: about 10 minutes; the first time about 1 minute more, for VS Code and a browser from npm.');
  await installDependencies();
  if ((await runNode('scripts/build.mjs')) !== 0) {
    console.log('\n0 passed, 1 failed');
    return 1;
  }
  const chosen = stages({ desktop }).filter((stage) => !only || stage.group === only);
  if (!chosen.length) throw new Problem(`There are no tests of the group ${only} yet.`);
  let passed = 0;
  let failed = 0;
  /** @type {string[]} */
  const remarks = [];
  for (const stage of chosen) {
    const counts = await runStage(stage);
    passed += counts.passed;
    failed += counts.failed;
    remarks.push(...counts.failures.map((name) => `  failed: ${stage.title}: ${name}`), ...counts.skipped.map((name) => `  skipped: ${stage.title}: ${name}`));
  }
  console.log(`\n${[...remarks, `All tests took ${took(started)}.`].join('\n')}\n${passed} passed, ${failed} failed`);
  return failed ? 1 : 0;
});
process.exit();
