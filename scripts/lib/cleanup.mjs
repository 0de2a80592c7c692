// Leaves nothing behind: whatever starts a process or makes a scratch folder says here how to end it, and it happens at the
// end of this process, be it by itself, by Ctrl+C or by a signal.
import os from 'node:os';

/** @type {Set<() => void>} */
const enders = new Set();
let armed = false;

function endAll() {
  for (const end of [...enders].reverse()) {
    enders.delete(end);
    try {
      end();
    } catch {
      // the others must still be ended
    }
  }
}

/**
 * @param {() => void} end  synchronous: it must also work while the process exits
 * @returns {() => void} ends it now, once
 */
export function onEnd(end) {
  if (!armed) {
    armed = true;
    process.on('exit', endAll);
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => process.exit(128 + os.constants.signals[signal]));
    }
  }
  enders.add(end);
  return () => {
    if (enders.delete(end)) end();
  };
}
