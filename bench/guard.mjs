// The coarse guard of the speed: fails when something costs more than three times what it usually costs.
//   node bench/guard.mjs
// Compares processor time with processor time of something else in the same minute, so that neither a slow nor a busy
// machine fails it. Needs a build (`npm run build`), no peers, and Linux, which counts processor time for us. The numbers
// themselves, with peers: `npm run bench`.
import { main } from '../scripts/lib/problem.mjs';
import { calibrate } from './lib/calibrate.mjs';
import { prepareWorkloads } from './lib/prepare-workloads.mjs';
import { cpuTime, isCounted } from './lib/process-meter.mjs';
import { copyProduct } from './lib/product.mjs';
import { ownProgram } from './lib/programs.mjs';
import { floorServers, ownServers } from './lib/servers.mjs';
import { startSession } from './lib/session.mjs';
import { median } from './lib/statistics.mjs';
import { keystrokesIn, type } from './lib/typing.mjs';
import { plain } from './lib/variants.mjs';
import { check } from './rows/check.mjs';

/** Beyond so many times what is usual it fails: what is somewhat slower is for `npm run bench` to show. */
const TOLERANCE = 3;

/**
 * As ratios: what is to be reached, and what was usual when this was last looked at, on a quiet machine. Where the aim has
 * been reached, the aim is what is usual.
 * @type {Readonly<Record<'keystroke' | 'large' | 'check', { readonly aim: number, readonly usual: number }>>}
 */
const RATIOS = {
  /** CPU of a keystroke in a case of 2,500 words, to that of a server that does nothing; the first 200 after a start, most of which is compiling. */
  keystroke: { aim: 3, usual: 8 },
  /**
   * CPU of a keystroke in a case of 1 MB, to that in one of 2,500 words: 10 ms to 2.5 ms. Eight times in the quiet run of
   * RESULTS.md, since the small one has become cheaper; a dozen for the first keystrokes after the start.
   */
  large: { aim: 4, usual: 12 },
  /** CPU of a case that is checked, to the work of calibrate.mjs: 0.8 ms where that takes 0.4 ms. */
  check: { aim: 2, usual: 11 },
};

const ROUNDS = 3;
const MANY = 300;
const FEW = 14;

/** @typedef {import('./lib/session.mjs').Server} Server */

/**
 * @param {Server} server
 * @param {import('./lib/row.mjs').Workloads} workloads
 * @param {string} text
 * @param {number} keystrokes
 * @returns {Promise<number>} milliseconds of CPU for each keystroke
 */
async function costOfKeystroke(server, { folder, file }, text, keystrokes) {
  const session = await startSession(server, { folder });
  try {
    const document = session.open(file, text);
    const typing = keystrokesIn(text);
    await document.diagnosed();
    await type(document, typing, keystrokes / 5, 1); // a server that has just started compiles its code
    const before = cpuTime(session.pid);
    await type(document, typing, keystrokes, 1);
    return (cpuTime(session.pid) - before) / keystrokes;
  } finally {
    await session.end();
  }
}

/** @param {() => Promise<number>} measure */
async function medianOf(measure) {
  const values = [];
  for (let round = 0; round < ROUNDS; round += 1) values.push(await measure());
  return median(values);
}

await main(async () => {
  if (!isCounted) {
    console.log('This system does not say what a process costs: nothing was compared.');
    return 0;
  }
  const product = copyProduct();
  const workloads = prepareWorkloads();
  const [own] = ownServers(product);
  const [nothing] = await floorServers();
  const checked = async (/** @type {number} */ count) => ((await check(count, plain).measure(ownProgram(product), workloads)).cpu ?? NaN) * 1000;

  const small = await medianOf(() => costOfKeystroke(own, workloads, workloads.text, 200));
  const floor = await medianOf(() => costOfKeystroke(nothing, workloads, workloads.text, 200));
  const large = await medianOf(() => costOfKeystroke(own, workloads, workloads.large, 20));
  const oneCase = await medianOf(async () => ((await checked(MANY)) - (await checked(FEW))) / (MANY - FEW));

  const ratios = { keystroke: small / floor, large: large / small, check: oneCase / calibrate(workloads.text) };
  const titles = {
    keystroke: 'A keystroke, to a server that does nothing',
    large: 'A keystroke in 1 MB, to one in 2,500 words',
    check: 'Checking one case, to the work for comparison',
  };
  const names = /** @type {(keyof typeof RATIOS)[]} */ (Object.keys(RATIOS));
  const slow = names.filter((name) => {
    const { aim, usual } = RATIOS[name];
    const limit = Math.max(aim, usual) * TOLERANCE;
    const verdict = ratios[name] <= limit ? 'in order' : 'TOO SLOW';
    console.log(`${titles[name]}: ${ratios[name].toFixed(1)} times; aim ${aim}, usual ${usual}, at most ${limit}: ${verdict}`);
    return ratios[name] > limit;
  });
  return slow.length === 0 ? 0 : 1;
});
process.exit();
