// Runs npm, and says in one sentence what stopped it.
import { spawn } from 'node:child_process';
import { onEnd } from './cleanup.mjs';
import { Problem } from './problem.mjs';

/** @type {[RegExp, string][]} */
const causes = [
  [
    /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT)\b/,
    'npm could not reach its package registry: check the network connection (behind a proxy: `npm config set proxy`), then run this again.',
  ],
  [/\bE40[13]\b/, 'The npm registry refused the download: check `npm config get registry` and your login, then run this again.'],
  [/\b(EROFS|EACCES|EPERM)\b/, 'npm may not write where it has to: the disk is read-only or belongs to somebody else.'],
  [/\b(ENOSPC|EDQUOT)\b/, 'The disk is full: free about 1 GB and run this again.'],
  [
    /UNABLE_TO_GET_ISSUER_CERT|SELF_SIGNED_CERT|CERT_HAS_EXPIRED/,
    'npm does not trust the certificate of its registry: behind a company proxy set `npm config set cafile`.',
  ],
];

/**
 * @param {string[]} args
 * @param {string} cwd
 * @returns {Promise<string>} what it printed
 */
export async function npm(args, cwd) {
  const { npm_execpath: script } = process.env; // set when npm itself runs us: then the same npm again
  const [command, first] = script && /npm-cli\.c?js$/.test(script) ? [process.execPath, [script]] : ['npm', []];
  const windowsShell = command === 'npm' && process.platform === 'win32';
  const all = [...first, ...args, '--no-audit', '--no-fund', '--no-update-notifier', '--no-progress', '--loglevel=error'];
  const child = spawn(command, all, { cwd, shell: windowsShell, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = onEnd(() => child.kill());
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (err += chunk));
  const code = await new Promise((resolve, reject) => {
    child.once('error', () => reject(new Problem('npm was not found: install Node.js 20 or later with npm (https://nodejs.org), then run this again.')));
    child.once('close', resolve);
  }).finally(ended);
  if (code === 0) return out;
  const cause = causes.find(([pattern]) => pattern.test(err));
  if (cause) throw new Problem(cause[1]);
  throw new Problem(`npm failed at \`npm ${args.join(' ')}\` in ${cwd}:\n${err.trim().slice(0, 2000)}`);
}
