// A study in the editor: how long it takes until every case's findings are known, and whether an author notices meanwhile.
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { cpuTime, memory } from '../lib/process-meter.mjs';
import { startSession } from '../lib/session.mjs';
import { percentile } from '../lib/statistics.mjs';
import { keystrokesIn, type } from '../lib/typing.mjs';

/** @typedef {import('../lib/session.mjs').Server} Server */
/** @typedef {import('../lib/session.mjs').Session} Session */
/** @typedef {import('../lib/variants.mjs').Variant} Variant */

const LIMIT = 300_000;
/** Of servers that look at open documents only, so many are opened before the first is answered for. */
const AT_ONCE = 8;
/** How long somebody types beside a server that does nothing, in milliseconds. */
const TYPED_BESIDE_NOTHING = 8000;

/** @param {Server} server */
const isOurs = (server) => server.name.startsWith('casewright');

/** As Casewright's own client, which is told when all is read. @param {Server} server */
const asOurClient = (server) => (isOurs(server) ? { ...server, initializationOptions: { clientCommands: true } } : server);

/**
 * Keeps the list of cases as Casewright's own client does, until all have been read.
 * @param {Session} session
 */
async function followCases({ client }) {
  for (let state = null, kind = 'reading'; kind === 'reading';) {
    const news = client.next('casewright/reading');
    news.catch(() => undefined); // whoever waits for it is told
    for (let isPart = true; isPart;) {
      const { result } = await client.request('casewright/caseChanges', { since: state });
      ({ state, isPart } = result);
      kind = result.reading.kind;
    }
    if (kind === 'reading') await news;
  }
}

/** @param {string} study */
const casesIn = (study) =>
  fs
    .readdirSync(study, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => path.join(study, file));

/**
 * @param {number} count  cases of the study
 * @param {Variant} variant
 * @returns {import('../lib/row.mjs').Row<Server>}
 */
export const editor = (count, { name, title, suits, workload }) => ({
  name: name(`editor-${count}`),
  metrics: {
    ready: { title: title(`workspace of ${count.toLocaleString('en')} in the editor`), unit: 's' },
    cpu: { title: 'the same, CPU', unit: 's' },
    peak: { title: 'the same, memory at its most', unit: 'MB' },
  },
  ...(count >= 10_000 ? { runs: 1 } : {}),
  suits: (server) => suits(server) && server.name !== 'casewright, asked', // the same work
  async measure(server, workloads) {
    const folder = workload(workloads).study(count);
    const session = await startSession(asOurClient(server), { folder, limit: LIMIT });
    try {
      await (isOurs(server) ? followCases(session) : openAll(session, casesIn(folder)));
      const ready = (performance.now() - session.initialized) / 1000;
      return { ready, cpu: cpuTime(session.pid) / 1000, peak: memory(session.pid).peak };
    } finally {
      await session.end();
    }
  },
});

/**
 * Gives a server that knows open documents only the diagnostics of all to make.
 * @param {Session} session
 * @param {readonly string[]} files
 */
async function openAll(session, files) {
  const rest = files.values();
  const opener = async () => {
    for (const file of rest) await session.open(file, fs.readFileSync(file, 'utf8')).diagnosed();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, opener));
}

/**
 * @param {number} count  cases of the study
 * @returns {import('../lib/row.mjs').Row<Server>}
 */
export const meanwhile = (count) => ({
  name: `meanwhile-${count}`,
  metrics: {
    first: { title: `first case while ${count.toLocaleString('en')} are read`, unit: 'ms' },
    alone: { title: 'the same case alone', unit: 'ms' },
    p50: { title: `keystroke to diagnostics while ${count.toLocaleString('en')} are read, p50`, unit: 'ms' },
    p95: { title: 'the same, p95', unit: 'ms' },
    longest: { title: 'the same, the longest', unit: 'ms' },
  },
  ...(count >= 10_000 ? { runs: 1 } : {}),
  suits: (server) => isOurs(server) || server.name === 'nothing', // peers read no workspace; who does nothing shows what the machine adds
  async measure(server, { study, folder }) {
    const [file = ''] = casesIn(study(count));
    const text = fs.readFileSync(file, 'utf8');
    const single = await startSession(server, { folder });
    const alone = (await single.open(path.join(folder, 'alone.md'), text).diagnosed()) - single.initialized;
    await single.end();

    const session = await startSession(asOurClient(server), { folder: study(count), limit: LIMIT });
    try {
      const document = session.open(file, text);
      const first = (await document.diagnosed()) - session.initialized;
      let isReading = true;
      const all = isOurs(server) ? followCases(session) : wait(TYPED_BESIDE_NOTHING);
      const read = all.finally(() => (isReading = false));
      const keystrokes = keystrokesIn(text);
      const times = [];
      do times.push(...(await type(document, keystrokes, 1)));
      while (isReading);
      await read;
      return { first, alone, p50: percentile(times, 0.5), p95: percentile(times, 0.95), longest: Math.max(...times) };
    } finally {
      await session.end();
    }
  },
});
