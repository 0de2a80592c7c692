// What an author at the keyboard waits for, and what it costs.
import { cpuTime, memory } from '../lib/process-meter.mjs';
import { startSession } from '../lib/session.mjs';
import { percentile } from '../lib/statistics.mjs';
import { keystrokesIn, type } from '../lib/typing.mjs';

/** @typedef {import('../lib/session.mjs').Server} Server */
/** @typedef {import('../lib/variants.mjs').Variant} Variant */

/** Before counting: a server that has just started compiles its code. */
const WARM_UP = 20;
const KEYSTROKES = 300;
const LARGE_KEYSTROKES = 30;
/** A server that has not answered for 1 MB by then does not. */
const LARGE_LIMIT = 60_000;

/**
 * @param {Variant} variant
 * @returns {import('../lib/row.mjs').Row<Server>}
 */
export const keystroke = ({ name, title, suits, workload }) => ({
  name: name('keystroke'),
  suits,
  metrics: {
    p50: { title: title('keystroke to diagnostics, 2,500 words, p50'), unit: 'ms' },
    p95: { title: 'the same, p95', unit: 'ms' },
    p99: { title: 'the same, p99', unit: 'ms' },
    cpu: { title: 'CPU per keystroke', unit: 'ms' },
    client: { title: 'CPU per keystroke in the client', unit: 'ms' },
    opened: { title: 'memory after opening', unit: 'MB' },
    typed: { title: `memory after ${KEYSTROKES} keystrokes`, unit: 'MB' },
  },
  async measure(server, workloads) {
    const { folder, file, text } = workload(workloads);
    const session = await startSession(server, { folder });
    try {
      const document = session.open(file, text);
      await document.diagnosed();
      const opened = memory(session.pid).now;
      const keystrokes = keystrokesIn(text);
      await type(document, keystrokes, WARM_UP);
      const before = cpuTime(session.pid);
      const own = process.cpuUsage();
      const times = await type(document, keystrokes, KEYSTROKES);
      const { user, system } = process.cpuUsage(own);
      const cpu = (cpuTime(session.pid) - before) / KEYSTROKES;
      const typed = memory(session.pid).now;
      return { ...percentiles(times), cpu, client: (user + system) / 1000 / KEYSTROKES, opened, typed };
    } finally {
      await session.end();
    }
  },
});

/**
 * @param {Variant} variant
 * @returns {import('../lib/row.mjs').Row<Server>}
 */
export const large = ({ name, title, suits, workload }) => ({
  name: name('large'),
  suits,
  metrics: {
    open: { title: title('1 MB case, open to diagnostics'), unit: 'ms' },
    p50: { title: '1 MB case, keystroke to diagnostics, p50', unit: 'ms' },
    p95: { title: 'the same, p95', unit: 'ms' },
    cpu: { title: '1 MB case, CPU per keystroke', unit: 'ms' },
    memory: { title: '1 MB case, memory', unit: 'MB' },
  },
  async measure(server, workloads) {
    const { folder, file, large: text } = workload(workloads);
    const session = await startSession(server, { folder, limit: LARGE_LIMIT });
    try {
      const shown = performance.now();
      const document = session.open(file, text);
      const open = (await document.diagnosed()) - shown;
      const before = cpuTime(session.pid);
      const times = await type(document, keystrokesIn(text), LARGE_KEYSTROKES);
      const cpu = (cpuTime(session.pid) - before) / LARGE_KEYSTROKES;
      const { p50, p95 } = percentiles(times);
      return { open, p50, p95, cpu, memory: memory(session.pid).now };
    } finally {
      await session.end();
    }
  },
});

/** @param {readonly number[]} times */
const percentiles = (times) => ({ p50: percentile(times, 0.5), p95: percentile(times, 0.95), p99: percentile(times, 0.99) });
