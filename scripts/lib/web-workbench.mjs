// VS Code for the Web as a person sees it, on a folder that is on no disk; gone at the end.
import path from 'node:path';
import { root } from './paths.mjs';
import { scratchFolder } from './scratch.mjs';
import { virtualFolder } from './virtual-folder.mjs';
import { startWeb } from './vscode-web.mjs';
import { openWorkbenchPage } from './workbench-page.mjs';
import { quietSettings } from './workbench-settings.mjs';

/**
 * @typedef {object} WebWorkbenchOptions
 * @property {Record<string, string>} files  of the folder: path -> text
 * @property {string} [tests]  a module of the checkout that exports run(), run in the extension host
 * @property {(body: string) => void} [onResult]  gets what the tests send to /result
 * @property {Record<string, unknown>} [settings]
 * @property {{ width?: number, height?: number }} [viewport]
 * @property {(level: string, args: unknown[]) => void} [onLog]
 */

/** @param {WebWorkbenchOptions} options */
export async function openWebWorkbench({ files, tests, onResult, settings, ...look }) {
  const folder = virtualFolder(files);
  const web = await startWeb({
    folders: { casewright: root, virtual: folder.extension },
    extension: 'casewright',
    builtin: ['virtual'],
    folderUri: folder.uri,
    settings: { ...quietSettings, ...settings },
    ...(tests ? { tests: path.posix.join('casewright', tests) } : {}),
    ...(onResult ? { onResult } : {}),
  });
  const { page, exited, broken, ...browser } = await openWorkbenchPage({ ...look, profile: scratchFolder('web') });
  await page.goto(web.url);
  const close = async () => {
    await browser.close();
    web.close();
  };
  return { page, exited, broken, close };
}
