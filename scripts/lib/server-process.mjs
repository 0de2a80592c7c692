// A running VS Code server: started on loopback with a secret token, ended with everything it started.
import { spawn } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { onEnd } from './cleanup.mjs';
import { Problem } from './problem.mjs';
import { installVSCodeServer } from './vscode-server.mjs';

const tether = fileURLToPath(new URL('tether.mjs', import.meta.url));

/**
 * @typedef {object} ServerOptions
 * @property {string} dataDir   its settings, extensions and logs
 * @property {number} [port]    0 or none: any
 * @property {string[]} [args]  more arguments
 * @property {Record<string, string>} [env]  more variables for the extension host
 * @property {'all' | 'ask'} [trust]  whether every folder is trusted, which is so unless said otherwise
 * @property {string} [scratch] a folder that goes with the server
 *
 * @typedef {object} RunningServer
 * @property {number} port
 * @property {(query?: Record<string, string>) => string} url
 * @property {Promise<never>} broken  rejects when the server ends by itself
 * @property {() => Promise<void>} close
 * @property {string} log  the file with what it prints
 */

/** Without a token, any web site that the user visits could reach the server, and with it a terminal. */
function tokenFile(/** @type {string} */ dataDir) {
  const file = path.join(dataDir, 'token');
  if (!fs.existsSync(file)) fs.writeFileSync(file, crypto.randomBytes(16).toString('hex'), { mode: 0o600 });
  return file;
}

/** Variables of a VS Code in whose terminal we may be running; they would lead this one astray. */
const foreign = [
  'CODE_SERVER_PARENT_PID',
  'ELECTRON_RUN_AS_NODE',
  'VSCODE_DEV',
  'VSCODE_IPC_HOOK_CLI',
  'VSCODE_CWD',
  'VSCODE_PID',
  'VSCODE_NLS_CONFIG',
  'VSCODE_AGENT_FOLDER',
  'NODE_OPTIONS',
];

/**
 * @param {ServerOptions} options
 * @returns {Promise<RunningServer>}
 */
export async function startServer({ dataDir, port = 0, args = [], env = {}, scratch, trust = 'all' }) {
  const { node, main } = await installVSCodeServer();
  fs.mkdirSync(dataDir, { recursive: true });
  const log = path.join(dataDir, 'server.log');
  const logFile = fs.openSync(log, 'w');
  const token = tokenFile(dataDir);
  /** @type {NodeJS.ProcessEnv} */
  const all = { ...process.env, EXTENSIONS_GALLERY: '{}' /* no marketplace */, ...env };
  for (const name of foreign) delete all[name];

  const server = /** @type {import('node:child_process').ChildProcessByStdio<import('node:stream').Writable, import('node:stream').Readable, null>} */ (
    spawn(
      process.execPath,
      [
        tether,
        ...(scratch ? [`--remove=${scratch}`] : []),
        node,
        main,
        '--host',
        '127.0.0.1',
        '--port',
        String(port),
        '--connection-token-file',
        token,
        '--server-data-dir',
        dataDir,
        '--accept-server-license-terms',
        '--telemetry-level',
        'off',
        ...(trust === 'ask' ? [] : ['--disable-workspace-trust']),
        ...args,
      ],
      { stdio: ['pipe', 'pipe', logFile], env: all },
    )
  );
  fs.closeSync(logFile);
  let out = '';
  server.stdout.on('data', (chunk) => {
    fs.appendFileSync(log, chunk);
    out = (out + chunk).slice(-10_000);
  });
  const gone = new Promise((resolve) => server.once('close', resolve));
  const end = onEnd(() => {
    server.kill('SIGTERM');
    return gone;
  });
  const close = async () => {
    await end();
  };

  const listening = await new Promise((resolve, reject) => {
    server.stdout.on('data', () => {
      const found = /Extension host agent listening on (\d+)/.exec(out);
      if (found) resolve(Number(found[1]));
    });
    server.once('error', reject);
    gone.then((code) => reject(new Problem(`The VS Code server ended before it was ready (exit code ${code}): ${lastWords(log)}`)));
  });
  /** @type {Promise<never>} */
  const broken = gone.then((code) => Promise.reject(new Error(`the VS Code server ended (${code})`)));
  broken.catch(() => {}); // nobody may be waiting
  const secret = fs.readFileSync(token, 'utf8');
  // `tkn` becomes a cookie at the first visit and leaves the address bar.
  const url = (query = {}) => `http://127.0.0.1:${listening}/?${new URLSearchParams({ tkn: secret, ...query })}`;
  return { port: listening, url, broken, close, log };
}

/** @param {string} log */
function lastWords(log) {
  try {
    return fs.readFileSync(log, 'utf8').trim().slice(-2000);
  } catch {
    return 'it left no log.';
  }
}
