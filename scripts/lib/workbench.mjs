// VS Code as a person sees it: server and browser, everything scratch, on free ports of loopback, gone at the end.
import fs from 'node:fs';
import path from 'node:path';
import { openBrowser } from './browser.mjs';
import { scratchFolder } from './scratch.mjs';
import { startServer } from './server-process.mjs';
import { quietSettings, writeSettings } from './workbench-settings.mjs';

/**
 * @typedef {object} WorkbenchOptions
 * @property {string} [workspace]        a folder or a .code-workspace; none: an empty window
 * @property {boolean} [copyWorkspace]   work on a copy of that folder
 * @property {string[]} [extensions]     folders of extensions under development
 * @property {string} [tests]            a module that exports run(), run in the extension host
 * @property {Record<string, unknown>} [settings]
 * @property {Record<string, string>} [env]  for the extension host
 * @property {{ width?: number, height?: number }} [viewport]
 * @property {(level: string, args: unknown[]) => void} [onLog]  console of the extension host and of VS Code itself
 *
 * @typedef {Awaited<ReturnType<typeof openWorkbench>>} Workbench
 */

/** @param {WorkbenchOptions} options */
export async function openWorkbench(options) {
  const scratch = scratchFolder('vscode');
  let workspace = options.workspace && fs.realpathSync(options.workspace);
  if (workspace && options.copyWorkspace) {
    const copy = path.join(scratch, path.basename(workspace));
    fs.cpSync(workspace, copy, { recursive: true });
    workspace = copy;
  }
  const dataDir = path.join(scratch, 'server');
  writeSettings(path.join(dataDir, 'data/User/settings.json'), { ...quietSettings, ...options.settings });

  const server = await startServer({
    dataDir,
    scratch,
    // Without this flag a built VS Code ignores extensionDevelopmentPath and extensionTestsPath in the address.
    args: ['--enable-smoke-test-driver'],
    env: { HOME: scratch, TMPDIR: scratch, ...options.env },
  });
  const context = await openBrowser({ ...options.viewport, profile: path.join(scratch, 'browser') });
  const page = context.pages()[0] ?? (await context.newPage());
  const pageBroken = /** @type {Promise<never>} */ (
    new Promise((_, reject) => {
      page.on('crash', () => reject(new Error('the workbench page crashed')));
      page.on('close', () => reject(new Error('the workbench page was closed')));
    })
  );
  /** @type {Promise<never>} rejects when the window is no more */
  const broken = Promise.race([server.broken, pageBroken]);
  broken.catch(() => {}); // nobody may be waiting

  /** @type {(code: number) => void} */
  let reportExit = () => {};
  /** @type {Promise<number>} the extension host's exit code, after its tests */
  const exited = new Promise((resolve) => (reportExit = resolve));
  // The workbench calls these two when they exist; they must be there before it starts.
  await page.exposeFunction('codeAutomationLog', options.onLog ?? (() => {}));
  await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => reportExit(code));

  const remote = (/** @type {string} */ file) => `vscode-remote://127.0.0.1:${server.port}${path.resolve(file)}`;
  const payload = [
    ...(options.extensions ?? []).map((dir) => ['extensionDevelopmentPath', remote(dir)]),
    ...(options.tests ? [['extensionTestsPath', remote(options.tests)]] : []),
  ];
  /** @type {Record<string, string>} */
  const opens = !workspace ? { ew: 'true' } : workspace.endsWith('.code-workspace') ? { workspace } : { folder: workspace };
  await page.goto(server.url({ ...opens, ...(payload.length ? { payload: JSON.stringify(payload) } : {}) }));

  const close = async () => {
    await Promise.race([context.close().catch(() => {}), new Promise((resolve) => setTimeout(resolve, 5000).unref())]);
    await server.close();
  };
  return { page, scratch, workspace, exited, broken, log: server.log, close };
}
