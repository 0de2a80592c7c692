// VS Code for the Web, as on vscode.dev: the workbench alone, no server behind it but one that hands out files. It is the
// workbench of the VS Code server from npm, which holds everything that runs in a browser.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream';
import { onEnd } from './cleanup.mjs';
import { Problem } from './problem.mjs';
import { installVSCodeServer } from './vscode-server.mjs';

/**
 * @typedef {object} WebOptions
 * @property {Record<string, string>} folders  what else the page may load: a name -> a folder of this machine
 * @property {string} extension   the extension under development: the name of one of the folders
 * @property {string[]} [builtin] other extensions: names of folders
 * @property {string} [tests]     a module that exports run(), below one of the folders: `tests/suite.js`
 * @property {string} folderUri   the folder that is open
 * @property {Record<string, unknown>} [settings]
 * @property {boolean} [trust]    asks whether the folder is to be trusted, as VS Code does; else all are
 * @property {(body: string) => void} [onResult]  gets what is sent to /result
 */

const types = /** @type {Record<string, string>} */ ({
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
});

const workbench = 'out/vs/code/browser/workbench/workbench.js';

/** Where the workbench from npm is not as Microsoft wrote it, because it belongs to a server: what it says, and what it says without one. */
const patches = /** @type {[RegExp, string][]} */ ([
  [/remoteAuthority:location\.host/, ''],
  [/(?<=\{scheme:\w+\.)vscodeRemote(?=\}\),"User"\))/, 'vscodeUserData'], // where settings are kept
]);

/** @param {string} home */
function aloneWorkbench(home) {
  const script = fs.readFileSync(path.join(home, workbench), 'utf8');
  return patches.reduce((text, [found, instead]) => {
    if (!found.test(text)) throw new Problem(`The VS Code from npm is not the one that was known: its ${workbench} has no ${found.source}.`);
    return text.replace(found, instead);
  }, script);
}

/**
 * @param {WebOptions} options
 * @returns {Promise<{ url: string, close: () => void }>}
 */
export async function startWeb(options) {
  const { main } = await installVSCodeServer();
  const home = path.resolve(path.dirname(main), '..');
  const alone = aloneWorkbench(home);

  const web = http.createServer((request, response) => {
    const { pathname, origin } = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const [, mount = '', ...rest] = decodeURIComponent(pathname).split('/');
    const file = rest.join('/');
    const folder = mount === 'vscode' ? home : options.folders[mount];
    /** @param {string} type @param {string} body */
    const send = (type, body) => response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(body);
    if (pathname === '/') send('text/html', page(origin, options));
    else if (pathname === '/result') receive(request, (body) => (options.onResult?.(body), send('text/plain', '')));
    else if (mount === 'vscode' && file === workbench) send('text/javascript', alone);
    else if (mount === 'vscode' && isLeftOut(home, file)) send('text/javascript', '');
    else if (folder && !rest.includes('..')) sendFile(path.join(folder, file), response);
    else response.writeHead(404).end();
  });
  await new Promise((resolve) => web.listen(0, '127.0.0.1', () => resolve(undefined)));
  const close = onEnd(() => {
    web.close();
    web.closeAllConnections();
  });
  const { port } = /** @type {import('node:net').AddressInfo} */ (web.address());
  // By name: VS Code lets its workers load from localhost, not from 127.0.0.1.
  return { url: `http://localhost:${port}/`, close: () => void close() };
}

/**
 * Of the extensions that come with VS Code, the package has no code for browsers: they are there without it.
 * @param {string} home
 * @param {string} file
 */
const isLeftOut = (home, file) => /^extensions\/.*\.js$/.test(file) && !fs.existsSync(path.join(home, file));

/**
 * @param {string} file
 * @param {http.ServerResponse} response
 */
function sendFile(file, response) {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile()) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'Content-Type': types[path.extname(file)] ?? 'application/octet-stream', 'Content-Length': stat.size });
  pipeline(fs.createReadStream(file), response, () => {}); // a page that is closed takes no more
}

/**
 * @param {http.IncomingMessage} request
 * @param {(body: string) => void} whenDone
 */
function receive(request, whenDone) {
  let body = '';
  request
    .setEncoding('utf8')
    .on('data', (chunk) => (body += chunk))
    .on('end', () => whenDone(body));
}

/**
 * @param {string} origin
 * @param {WebOptions} options
 */
function page(origin, { extension, builtin = [], tests, folderUri, settings = {}, trust = false }) {
  const { host } = new URL(origin);
  /** @param {string} name */
  const uri = (name) => ({ scheme: 'http', authority: host, path: `/${name}` });
  const [, scheme = '', authority = '', folder = ''] = /^([^:]+):\/\/([^/]*)(\/.*)$/.exec(folderUri) ?? [];
  const configuration = {
    folderUri: { scheme, authority, path: folder },
    enableWorkspaceTrust: trust,
    configurationDefaults: settings,
    userDataPath: '/',
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
    additionalBuiltinExtensions: builtin.map(uri),
    developmentOptions: { extensions: [uri(extension)], ...(tests ? { extensionTestsPath: uri(tests) } : {}) },
    productConfiguration: {
      enableTelemetry: false,
      // Pages of extensions come from here, too, and not from the network.
      webviewContentExternalBaseUrlTemplate: `${origin}/vscode/out/vs/workbench/contrib/webview/browser/pre/`,
    },
  };
  const base = `${origin}/vscode`;
  return `<!doctype html>
<html>
  <head>
    <meta charset="utf-8">
    <meta id="vscode-workbench-web-configuration" data-settings="${JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">
    <link rel="stylesheet" href="${base}/out/vs/code/browser/workbench/workbench.css">
  </head>
  <body aria-label=""></body>
  <script>globalThis._VSCODE_FILE_ROOT = '${base}/out/';</script>
  <script type="module" src="${base}/out/nls.messages.js"></script>
  <script type="module" src="${base}/${workbench}"></script>
</html>`;
}
