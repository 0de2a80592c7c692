// Completion and hover: while nothing changes, and right after an edit, before anything else is asked.
import { setTimeout as wait } from 'node:timers/promises';
import { startSession } from '../lib/session.mjs';
import { percentile } from '../lib/statistics.mjs';
import { keystrokesIn, PAUSE, type } from '../lib/typing.mjs';

/** @typedef {import('../lib/session.mjs').Server} Server */
/** @typedef {import('../lib/session.mjs').OpenDocument} OpenDocument */

const REQUESTS = 150;
const LARGE_REQUESTS = 25;
/** A link, at which servers that know no marks have something to say. */
const LINK = '\nThe [beginning](#beginning) says more.\n';

/** @type {import('../lib/row.mjs').Row<Server>} */
export const requests = {
  name: 'requests',
  metrics: {
    completion: { title: 'completion, warm, p95', unit: 'ms' },
    hover: { title: 'hover, warm, p95', unit: 'ms' },
    completionEdited: { title: 'completion right after an edit, p95', unit: 'ms' },
    hoverEdited: { title: 'hover right after an edit, p95', unit: 'ms' },
    largeCompletion: { title: '1 MB case, completion right after an edit, p95', unit: 'ms' },
    largeHover: { title: '1 MB case, hover right after an edit, p95', unit: 'ms' },
  },
  async measure(server, { folder, file, text, large }) {
    const small = await inDocument(server, folder, file, text + LINK, REQUESTS);
    const { completionEdited, hoverEdited } = await inDocument(server, folder, file, large + LINK, LARGE_REQUESTS);
    return { ...small, largeCompletion: completionEdited, largeHover: hoverEdited };
  },
};

/**
 * @param {Server} server
 * @param {string} folder
 * @param {string} file
 * @param {string} text
 * @param {number} count  of requests of each kind
 */
async function inDocument(server, folder, file, text, count) {
  const session = await startSession(server, { folder });
  try {
    if (!session.capabilities.completionProvider || !session.capabilities.hoverProvider) throw new Error('it has no completion or no hover');
    const document = session.open(file, text);
    await document.diagnosed();
    const keystrokes = keystrokesIn(text);
    await type(document, keystrokes, 5);
    const at = placeIn(server, text);
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
    const p95 = async (/** @type {() => Promise<number>} */ one) => {
      const times = [];
      for (let asked = 0; asked < count; asked += 1) {
        await wait(PAUSE);
        times.push(await one());
      }
      return percentile(times, 0.95);
    };
    return {
      completion: await p95(() => ask('completion')),
      hover: await p95(() => ask('hover')),
      completionEdited: await p95(() => edited('completion')),
      hoverEdited: await p95(() => edited('hover')),
    };
  } finally {
    await session.end();
  }
}

/**
 * Where a server has something to offer: in the name of a mark, or in the target of a link.
 * @param {Server} server
 * @param {string} text
 */
function placeIn(server, text) {
  const mark = text.search(/(?<=\n:)[TP]\d\[/);
  const offset = server.name.startsWith('casewright') && mark >= 0 ? mark : text.lastIndexOf('(#') + 2;
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
