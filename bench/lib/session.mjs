// A language server at work on one document: started, spoken with as an editor does, ended.
import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { onEnd } from '../../scripts/lib/cleanup.mjs';
import { connect } from './lsp-client.mjs';

/**
 * @typedef {object} Server
 * @property {string} name  as tables call it
 * @property {readonly string[]} command
 * @property {boolean} [pulls]  is asked for diagnostics, as VS Code does, instead of sending them unasked
 * @property {object} [initializationOptions]
 * @property {object} [capabilities]  that its client has, besides the usual ones
 * @property {(textOf: (uri: string) => string | undefined, folder: string) => Record<string, import('./lsp-client.mjs').Handler>} [handlers]
 *   what it asks of its client, who knows the text of the open document
 * @property {Record<string, string>} [env]
 * @property {unknown} [settings]  sent after it is initialized
 *
 * @typedef {object} SessionOptions
 * @property {string} folder  the folder that is open in the editor
 * @property {number} [limit]  milliseconds after which waiting ends; a minute when left out
 *
 * @typedef {object} Change
 * @property {{ line: number, character: number }} at
 * @property {number} offset  the same place, counted from the beginning of the document
 * @property {string} text  typed there
 *
 * @typedef {object} OpenDocument
 * @property {(change: Change) => void} type
 * @property {() => Promise<number>} diagnosed  the moment when the diagnostics of its newest version are there
 * @property {(method: string, at: { line: number, character: number }, more?: object) => Promise<import('./lsp-client.mjs').Answer>} ask
 *
 * @typedef {object} Session
 * @property {number} pid
 * @property {import('./lsp-client.mjs').Client} client
 * @property {number} started  when the process was started, as performance.now()
 * @property {number} initialized  when `initialize` was answered
 * @property {any} capabilities  the server's
 * @property {(file: string, text: string) => OpenDocument} open
 * @property {() => Promise<void>} end
 */

const usual = {
  textDocument: {
    synchronization: {},
    publishDiagnostics: { versionSupport: true },
    completion: { completionItem: { snippetSupport: true } },
    hover: { contentFormat: ['markdown'] },
  },
  workspace: { workspaceFolders: true, configuration: true },
  window: { workDoneProgress: true },
};

/**
 * @param {Server} server
 * @param {SessionOptions} options
 * @returns {Promise<Session>}
 */
export async function startSession(server, { folder, limit = 60_000 }) {
  const [file = '', ...args] = server.command;
  const started = performance.now();
  const child = spawn(file, args, { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'], env: { ...process.env, ...server.env } });
  const pid = child.pid ?? 0;
  child.stdin.on('error', () => undefined); // it ended while it was written to: said by `close`
  /** @type {Map<string, string>} */
  const texts = new Map();
  const client = connect(
    child,
    server.handlers?.((uri) => texts.get(uri), folder),
  );
  const gone = new Promise((resolve) => child.once('close', resolve).once('error', resolve));
  void gone.then(() => client.fail(new Error('the server ended')));
  const kill = onEnd(() => child.kill('SIGKILL'));
  const timer = setTimeout(() => {
    client.fail(new Error(`no answer within ${limit / 1000} s`));
    kill();
  }, limit);

  const uri = pathToFileURL(folder).href;
  const { textDocument, ...others } = usual;
  const { result, arrived } = await client.request('initialize', {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: 'study' }],
    capabilities: { ...others, textDocument: { ...textDocument, ...(server.pulls ? { diagnostic: {} } : {}) }, ...server.capabilities },
    ...(server.initializationOptions ? { initializationOptions: server.initializationOptions } : {}),
  });
  client.notify('initialized', {});
  if (server.settings !== undefined) client.notify('workspace/didChangeConfiguration', { settings: server.settings });
  const end = async () => {
    clearTimeout(timer);
    const asked = client.request('shutdown').then(() => client.notify('exit'));
    await Promise.race([asked.then(() => gone).catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 2000))]);
    kill();
    await gone;
  };
  const sync = result.capabilities.textDocumentSync;
  const isFull = (sync?.change ?? sync) === 1;
  const editor = { client, pulls: server.pulls ?? false, isFull, texts: server.handlers || isFull ? texts : undefined };
  return {
    pid,
    client,
    started,
    initialized: arrived,
    capabilities: result.capabilities,
    end,
    open: (file, text) => openDocument(editor, pathToFileURL(file).href, text),
  };
}

/**
 * @typedef {object} Editor
 * @property {import('./lsp-client.mjs').Client} client
 * @property {boolean} pulls
 * @property {boolean} isFull  the server wants the whole text after each change
 * @property {Map<string, string> | undefined} texts  of the open documents; kept only for servers that ask for them, as it costs time
 *
 * @param {Editor} editor
 * @param {string} uri
 * @param {string} text
 * @returns {OpenDocument}
 */
function openDocument({ client, pulls, isFull, texts }, uri, text) {
  const textDocument = { uri };
  let version = 1;
  /** Servers that send no version send diagnostics for each change, in order. */
  const suits = (/** @type {any} */ params) => params.uri === uri && (params.version ?? version) === version;
  /** @type {Promise<number> | undefined} */
  let moment;
  const toMoment = (/** @type {Promise<{ arrived: number }>} */ arrival) => {
    const promise = arrival.then(({ arrived }) => arrived);
    promise.catch(() => undefined); // whoever waits for it is told
    return promise;
  };
  /** Who is asked is asked when somebody wants to know, as editors ask after they have said what else they have to. */
  const expect = () => (moment = pulls ? undefined : toMoment(client.next('textDocument/publishDiagnostics', suits)));
  texts?.set(uri, text);
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version, text } });
  expect();
  return {
    type: ({ at, offset, text: typed }) => {
      version += 1;
      const before = texts?.get(uri) ?? '';
      texts?.set(uri, before.slice(0, offset) + typed + before.slice(offset));
      const change = isFull ? { text: texts?.get(uri) } : { range: { start: at, end: at }, text: typed };
      client.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [change] });
      expect();
    },
    diagnosed: () => (moment ??= toMoment(client.request('textDocument/diagnostic', { textDocument }))),
    ask: (method, position, more = {}) => client.request(method, { textDocument, position, ...more }),
  };
}
