// From the start of the process to its first words.
import { startSession } from '../lib/session.mjs';
import { median } from '../lib/statistics.mjs';

/** How often a server is started in one run: a start is short, and easily disturbed. */
const STARTS = 7;

/** @type {import('../lib/row.mjs').Row<import('../lib/session.mjs').Server>} */
export const start = {
  name: 'start',
  metrics: {
    initialized: { title: 'process start to initialize answered', unit: 'ms' },
    diagnosed: { title: 'process start to first diagnostics', unit: 'ms' },
  },
  async measure(server, { folder, file, text }) {
    const starts = [];
    for (let count = 0; count < STARTS; count += 1) {
      const session = await startSession(server, { folder });
      const arrived = await session.open(file, text).diagnosed();
      starts.push({ initialized: session.initialized - session.started, diagnosed: arrived - session.started });
      await session.end();
    }
    return { initialized: median(starts.map(({ initialized }) => initialized)), diagnosed: median(starts.map(({ diagnosed }) => diagnosed)) };
  },
};
