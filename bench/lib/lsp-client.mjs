// The least client that can speak with a language server over its standard input and output.
import { encode, readMessages } from './framing.mjs';

/**
 * @typedef {{ result: any, arrived: number }} Answer  when it was there, on the clock of performance.now()
 * @typedef {{ params: any, arrived: number }} Notice
 * @typedef {(params: any) => unknown} Handler  answers what a server asks
 *
 * @typedef {object} Client
 * @property {(method: string, params?: unknown) => Promise<Answer>} request
 * @property {(method: string, params?: unknown) => void} notify
 * @property {(method: string, suits?: (params: any) => boolean) => Promise<Notice>} next  the next notification of that kind
 * @property {(reason: Error) => void} fail  ends all waiting
 */

/** What servers ask of every client, answered as one would that has no settings. */
const usual = {
  'workspace/configuration': (/** @type {any} */ { items }) => items.map(() => ({})),
  'workspace/workspaceFolders': () => null,
};

/**
 * @param {import('node:child_process').ChildProcessByStdio<import('node:stream').Writable, import('node:stream').Readable, null>} server
 * @param {Record<string, Handler>} [handlers]  of requests of the server, besides the usual ones
 * @returns {Client}
 */
export function connect(server, handlers = {}) {
  /** @type {Record<string, Handler>} */
  const answers = { ...usual, ...handlers };
  /** @type {Map<number, { resolve: (answer: Answer) => void, reject: (error: Error) => void }>} */
  const pending = new Map();
  /** @type {Set<{ method: string, suits: (params: any) => boolean, resolve: (notice: Notice) => void, reject: (error: Error) => void }>} */
  const waiting = new Set();
  let requests = 0;

  const send = (/** @type {object} */ message) => server.stdin.write(encode({ jsonrpc: '2.0', ...message }));

  const answer = async (/** @type {any} */ { id, method, params }) => send({ id, result: (await answers[method]?.(params)) ?? null });

  readMessages(server.stdout, (json, arrived) => {
    const message = JSON.parse(json);
    if (message.method === undefined) {
      const asked = pending.get(message.id);
      pending.delete(message.id);
      if (message.error) asked?.reject(new Error(message.error.message));
      else asked?.resolve({ result: message.result, arrived });
    } else if (message.id !== undefined) {
      void answer(message);
    } else {
      for (const one of waiting) {
        if (one.method !== message.method || !one.suits(message.params)) continue;
        waiting.delete(one);
        one.resolve({ params: message.params, arrived });
      }
    }
  });

  return {
    request: (method, params) =>
      new Promise((resolve, reject) => {
        requests += 1;
        pending.set(requests, { resolve, reject });
        send({ id: requests, method, ...(params === undefined ? {} : { params }) });
      }),
    notify: (method, params) => send({ method, ...(params === undefined ? {} : { params }) }),
    next: (method, suits = () => true) => new Promise((resolve, reject) => waiting.add({ method, suits, resolve, reject })),
    fail: (reason) => {
      for (const { reject } of [...pending.values(), ...waiting]) reject(reason);
      pending.clear();
      waiting.clear();
    },
  };
}
