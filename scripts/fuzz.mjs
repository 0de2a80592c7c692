// Throws broken files, disordered messages and texts that could take long at the core and the server, for as long as it is told.
//   node scripts/fuzz.mjs [--minutes N] [--seed S]
// What breaks something is printed in its shortest form, with the seed that leads there again.
// Exit code: 0 nothing broke; 1 something did; 2 could not run.
import { parseArgs } from 'node:util';
import { installDependencies } from './lib/dependencies.mjs';
import { main, Problem } from './lib/problem.mjs';
import { runNode } from './lib/run.mjs';

/** Besides the minutes that are asked for: building, the texts that could take long, and the shortest form of what breaks. */
const MORE_MINUTES = 20;

const usage = 'Usage: npm run fuzz -- [--minutes N] [--seed S], where N is more than 0 and at most 10,000, and S is a whole number';

function options() {
  try {
    const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' }, seed: { type: 'string', default: String(Date.now() % 2 ** 31) } } });
    const [minutes, seed] = [Number(values.minutes), Number(values.seed)];
    if (minutes > 0 && minutes <= 10_000 && Number.isInteger(seed)) return { minutes, seed };
  } catch {
    // said below
  }
  throw new Problem(usage);
}

await main(async () => {
  const { minutes, seed } = options();
  await installDependencies();
  console.log(`Fuzzing for about ${minutes} minutes with the seed ${seed}.`);
  const env = { CASEWRIGHT_FUZZ_MINUTES: String(minutes), CASEWRIGHT_FUZZ_SEED: String(seed) };
  const vitest = ['run', '--config', 'test/strength/vitest.config.ts', '--no-file-parallelism', 'test/strength/fuzz-', 'test/strength/traps'];
  const limit = minutes + MORE_MINUTES;
  console.log('First what “npm test” tries with the same random texts each time, with others.');
  const core = await runNode('node_modules/vitest/vitest.mjs', ['run', '--project', 'pure', 'test/core', 'test/rules'], { env, minutes: MORE_MINUTES });
  const started = performance.now();
  if ((await runNode('node_modules/vitest/vitest.mjs', vitest, { env, minutes: limit })) === 0 && core === 0) {
    console.log(`Nothing broke (seed ${seed}).`);
    return 0;
  }
  if (performance.now() - started >= limit * 60_000) console.error(`Something hangs: the tests were ended after ${limit} minutes.`);
  console.error(`Something broke: see above. “npm run fuzz -- --minutes ${minutes} --seed ${seed}” leads there again.`);
  return 1;
});
process.exit();
