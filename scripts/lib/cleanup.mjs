// Leaves nothing behind: whatever starts a process or makes a scratch folder says here how to end it, and it happens at the
// end of this process, be it by itself, by Ctrl+C or by a signal.
import os from 'node:os';

/** @typedef {() => unknown} End  begins at once, for a process that exits waits for nothing; may return a promise */

/** @type {Set<End>} */
const enders = new Set();
let armed = false;
let codeOnSignal = 128;

/** A script that runs until it is stopped ends well when it is. */
export const stoppingIsSuccess = () => (codeOnSignal = 0);

/** @returns {unknown[]} */
function endAll() {
  const all = [...enders].reverse();
  enders.clear();
  return all.map((end) => {
    try {
      return end();
    } catch {
      return undefined; // the others must still be ended
    }
  });
}

function arm() {
  process.on('exit', endAll);
  let stopping = false;
  const stop = (/** @type {number} */ signal) => {
    const exit = () => process.exit(codeOnSignal && codeOnSignal + signal);
    if (stopping) exit(); // Ctrl+C again: no more patience
    stopping = true;
    void Promise.race([Promise.allSettled(endAll()), new Promise((resolve) => setTimeout(resolve, 5000))]).then(exit);
  };
  const { SIGINT, SIGTERM, SIGHUP } = os.constants.signals;
  for (const [name, number] of Object.entries({ SIGINT, SIGTERM, SIGHUP })) process.on(name, () => stop(number));
  // A signal to npm ends npm and the shell between us, but does not reach us.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid === parent || stop(SIGTERM), 500).unref();
}

/**
 * @param {End} end
 * @returns {End} ends it now, once
 */
export function onEnd(end) {
  if (!armed) {
    armed = true;
    arm();
  }
  enders.add(end);
  return () => (enders.delete(end) ? end() : undefined);
}
