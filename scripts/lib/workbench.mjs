// VS Code as a person sees it: server and browser, everything scratch, on free ports of loopback, gone at the end.
import fs from 'node:fs';
import path from 'node:path';
import { scratchFolder } from './scratch.mjs';
import { startServer } from './server-process.mjs';
import { openWorkbenchPage } from './workbench-page.mjs';
import { quietSettings, writeSettings } from './workbench-settings.mjs';

/**
 * @typedef {object} WorkbenchOptions
 * @property {string} [workspace]        a folder or a .code-workspace; none: an empty window
 * @property {string} [folderUri]        instead of it, a folder that is on no disk
 * @property {boolean} [copyWorkspace]   work on a copy of that folder
 * @property {string[]} [extensions]     folders of extensions: the first under development, others as if installed
 * @property {'all' | 'ask'} [trust]     whether every folder is trusted, which is so unless said otherwise
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
  const [developed, ...installed] = options.extensions ?? [];
  for (const dir of installed) fs.cpSync(dir, path.join(dataDir, 'extensions', path.basename(dir)), { recursive: true });

  const server = await startServer({
    dataDir,
    scratch,
    // Without this flag a built VS Code ignores extensionDevelopmentPath and extensionTestsPath in the address.
    args: ['--enable-smoke-test-driver'],
    ...(options.trust ? { trust: options.trust } : {}),
    env: { HOME: scratch, TMPDIR: scratch, ...options.env },
  });
  const { page, exited, ...browser } = await openWorkbenchPage({ ...options, profile: path.join(scratch, 'browser') });
  /** @type {Promise<never>} rejects when the window is no more */
  const broken = Promise.race([server.broken, browser.broken]);
  broken.catch(() => {}); // nobody may be waiting

  const remote = (/** @type {string} */ file) => `vscode-remote://127.0.0.1:${server.port}${path.resolve(file)}`;
  const payload = [
    ...(developed ? [['extensionDevelopmentPath', remote(developed)]] : []), // the address has room for one
    ...(options.tests ? [['extensionTestsPath', remote(options.tests)]] : []),
  ];
  /** @type {Record<string, string>} */
  const opens = options.folderUri
    ? { folder: options.folderUri }
    : !workspace
      ? { ew: 'true' }
      : workspace.endsWith('.code-workspace')
        ? { workspace }
        : { folder: workspace };
  await page.goto(server.url({ ...opens, ...(payload.length ? { payload: JSON.stringify(payload) } : {}) }));

  const close = async () => {
    await browser.close();
    await server.close();
  };
  return { page, scratch, workspace, exited, broken, log: server.log, close };
}
