// Completion and hover: while nothing changes, and right after an edit, before anything else is asked.
import { setTimeout as wait } from 'node:timers/promises';
import { startSession } from '../lib/session.mjs';
import { percentile } from '../lib/statistics.mjs';
import { keystrokesIn, PAUSE, type } from '../lib/typing.mjs';

/** @typedef {import('../lib/session.mjs').Server} Server */
/** @typedef {import('../lib/session.mjs').OpenDocument} OpenDocument */
/** @typedef {import('../lib/variants.mjs').Variant} Variant */

const REQUESTS = 150;
const LARGE_REQUESTS = 25;
/** Of 1 MB some take half a second for each edit. */
const LIMIT = 180_000;
/** A link, at which servers that know no marks have something to say. */
const LINK = '\nThe [beginning](#beginning) says more.\n';

/**
 * @param {Variant} variant
 * @returns {import('../lib/row.mjs').Row<Server>}
 */
export const requests = ({ name, title, suits, workload, place }) => ({
  name: name('requests'),
  metrics: {
    completion: { title: title('completion, warm, p95'), unit: 'ms' },
    hover: { title: 'hover, warm, p95', unit: 'ms' },
    completionEdited: { title: 'completion right after an edit, p95', unit: 'ms' },
    hoverEdited: { title: 'hover right after an edit, p95', unit: 'ms' },
    largeCompletion: { title: '1 MB case, completion right after an edit, p95', unit: 'ms' },
    largeHover: { title: '1 MB case, hover right after an edit, p95', unit: 'ms' },
  },
  suits: (server) => suits(server) && !server.name.startsWith('nothing'),
  async measure(server, workloads) {
    const { folder, file, text, large } = workload(workloads);
    const small = await inDocument(server, { folder, file, text: text + LINK, place, count: REQUESTS });
    const { completionEdited, hoverEdited } = await inDocument(server, { folder, file, text: large + LINK, place, count: LARGE_REQUESTS });
    return { ...small, largeCompletion: completionEdited, largeHover: hoverEdited };
  },
});

/**
 * @param {Server} server
 * @param {{ folder: string, file: string, text: string, place: RegExp, count: number }} asked  place: in the text, for Casewright;
 *   count: of requests of each kind
 */
async function inDocument(server, { folder, file, text, place, count }) {
  const session = await startSession(server, { folder, limit: LIMIT });
  try {
    const document = session.open(file, text);
    await document.diagnosed();
    const keystrokes = keystrokesIn(text);
    await type(document, keystrokes, 5);
    const at = placeIn(server, text, place);
    const ask = async (/** @type {string} */ method) => {
      const asked = performance.now();
      return (await document.ask(`textDocument/${method}`, at)).arrived - asked;
    };
    const edited = async (/** @type {string} */ method) => {
      document.type(keystrokes.next().value);
      const time = await ask(method);
      await document.diagnosed();
      return time;
    };
    const p95 = async (/** @type {string} */ method, /** @type {(method: string) => Promise<number>} */ one) => {
      if (!(await isAnswered(session, document, method, at))) return NaN;
      const times = [];
      for (let asked = 0; asked < count; asked += 1) {
        await wait(PAUSE);
        times.push(await one(method));
      }
      return percentile(times, 0.95);
    };
    return {
      completion: await p95('completion', ask),
      hover: await p95('hover', ask),
      completionEdited: await p95('completion', edited),
      hoverEdited: await p95('hover', edited),
    };
  } finally {
    await session.end();
  }
}

/**
 * Some servers announce what they can only once they are started, so they are asked.
 * @param {import('../lib/session.mjs').Session} session
 * @param {OpenDocument} document
 * @param {string} method
 * @param {{ line: number, character: number }} at
 */
async function isAnswered({ capabilities }, document, method, at) {
  if (capabilities[`${method}Provider`]) return true;
  return document.ask(`textDocument/${method}`, at).then(
    () => true,
    () => false,
  );
}

/**
 * Where a server has something to offer: at a place of Casewright’s syntax, or in the target of a link.
 * @param {Server} server
 * @param {string} text
 * @param {RegExp} place
 */
function placeIn(server, text, place) {
  const own = text.search(place);
  const offset = server.name.startsWith('casewright') && own >= 0 ? own : text.lastIndexOf('(#') + 2;
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
