// A browser window for a workbench, with the two ends that VS Code offers for tests.
import { openBrowser } from './browser.mjs';

/**
 * @typedef {object} PageOptions
 * @property {string} profile  a folder that somebody else removes
 * @property {{ width?: number, height?: number }} [viewport]
 * @property {(level: string, args: unknown[]) => void} [onLog]  console of the extension host and of VS Code itself
 *
 * @typedef {object} WorkbenchPage
 * @property {import('playwright-core').Page} page  still empty
 * @property {Promise<never>} broken   rejects when the page is no more
 * @property {Promise<number>} exited  the extension host's exit code, after its tests
 * @property {() => Promise<void>} close
 */

/**
 * @param {PageOptions} options
 * @returns {Promise<WorkbenchPage>}
 */
export async function openWorkbenchPage({ profile, viewport, onLog = () => {} }) {
  const context = await openBrowser({ ...viewport, profile });
  const page = context.pages()[0] ?? (await context.newPage());
  const broken = /** @type {Promise<never>} */ (
    new Promise((_, reject) => {
      page.on('crash', () => reject(new Error('the workbench page crashed')));
      page.on('close', () => reject(new Error('the workbench page was closed')));
    })
  );
  broken.catch(() => {}); // nobody may be waiting
  /** @type {(code: number) => void} */
  let reportExit = () => {};
  /** @type {Promise<number>} */
  const exited = new Promise((resolve) => (reportExit = resolve));
  // The workbench calls these two when they exist; they must be there before it starts.
  await page.exposeFunction('codeAutomationLog', onLog);
  await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => reportExit(code));
  const close = async () => {
    await Promise.race([context.close().catch(() => {}), new Promise((resolve) => setTimeout(resolve, 5000).unref())]);
  };
  return { page, broken, exited, close };
}
