// Looks at the product: opens VS Code with the extension on a copy of the examples, does the steps, saves pictures.
//   node scripts/screenshot.mjs [--theme "Default Light Modern"] [--file nupo.md] [--out DIR] [--size 1280x800]
//                               [--workspace DIR] [--setting NAME=JSON]… STEP…
// Steps, in order:
//   open:FILE                        command:TITLE of the palette       goto:LINE:COLUMN
//   key:Control+Shift+M              type:TEXT                          hover:TEXT of the editor
//   click:SELECTOR  wait:SELECTOR  text:SELECTOR (prints it)            (CSS, of the workbench)
//   view-click:SELECTOR  view-wait:SELECTOR  view-text:SELECTOR         (the same in a web view, such as the panel)
//   view-choose:LABEL=VALUE of a list                                   (in a web view, too)
//   problems (prints them)           pause:MILLISECONDS                 shot:NAME.png
// Themes: "Default Dark Modern", "Default Light Modern", "Default High Contrast", "Default High Contrast Light".
// Exit code: 0 all steps done; 1 a step failed (failed.png shows where); 2 could not start.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Driver } from './lib/driver.mjs';
import { inRoot, root, shown } from './lib/paths.mjs';
import { main, Problem } from './lib/problem.mjs';
import { runNode } from './lib/run.mjs';
import { openWorkbench } from './lib/workbench.mjs';

const { values: flags, positionals: steps } = parseArgs({
  allowPositionals: true,
  options: {
    theme: { type: 'string', default: 'Default Dark Modern' },
    file: { type: 'string' },
    out: { type: 'string', default: inRoot('test-results/screenshots') },
    size: { type: 'string', default: '1280x800' },
    workspace: { type: 'string', default: inRoot('examples') },
    setting: { type: 'string', multiple: true, default: [] },
  },
});

/** @type {Record<string, (driver: Driver, argument: string) => Promise<unknown>>} */
const doing = {
  open: (driver, file) => driver.open(file),
  command: (driver, title) => driver.command(title),
  goto: (driver, place) => driver.goto(place.split(':')[0], place.split(':')[1]),
  key: (driver, key) => driver.press(key),
  type: (driver, text) => driver.type(text),
  hover: (driver, text) => driver.hover(text),
  click: ({ page }, selector) => page.locator(selector).first().click(),
  wait: ({ page }, selector) => page.locator(selector).first().waitFor(),
  text: async ({ page }, selector) => console.log((await page.locator(selector).allInnerTexts()).join('\n')),
  'view-click': async (driver, selector) => (await driver.webview(selector)).locator(selector).first().click(),
  'view-wait': (driver, selector) => driver.webview(selector),
  'view-text': async (driver, selector) => console.log(await (await driver.webview(selector)).locator(selector).first().innerText()),
  'view-choose': async (driver, choice) => {
    const [label, value] = choice.split('=');
    await (await driver.webview('select')).getByLabel(label, { exact: true }).selectOption(value);
  },
  problems: async (driver) => console.log((await driver.problems()).join('\n')),
  pause: ({ page }, milliseconds) => page.waitForTimeout(Number(milliseconds)),
  shot: async ({ page }, name) => {
    const file = path.resolve(flags.out, name);
    await page.screenshot({ path: file });
    console.log(shown(file));
  },
};

/**
 * @param {string} step
 * @returns {[string, string]} what to do, and with what
 */
function parse(step) {
  const colon = step.indexOf(':');
  const name = colon < 0 ? step : step.slice(0, colon);
  if (!doing[name]) throw new Problem(`Unknown step ${step}; known are ${Object.keys(doing).join(', ')}.`);
  return [name, colon < 0 ? '' : step.slice(colon + 1)];
}

await main(async () => {
  const parsed = [...(flags.file ? [`open:${flags.file}`] : []), ...steps].map(parse);
  const [width, height] = flags.size.split('x').map(Number);
  const own = flags.setting.map((setting) => [setting.split('=')[0], JSON.parse(setting.slice(setting.indexOf('=') + 1))]);
  const settings = { 'workbench.colorTheme': flags.theme, 'window.autoDetectColorScheme': false, ...Object.fromEntries(own) };
  if ((await runNode('scripts/build.mjs')) !== 0) throw new Problem('The extension could not be built: see above.');
  fs.mkdirSync(flags.out, { recursive: true });
  const workbench = await openWorkbench({ workspace: flags.workspace, copyWorkspace: true, extensions: [root], settings, viewport: { width, height } });
  workbench.page.setDefaultTimeout(20_000);
  const driver = new Driver(workbench.page);
  let current = 'opening the workbench';
  try {
    await driver.ready();
    for (const [name, argument] of parsed) {
      current = `${name}:${argument}`;
      await doing[name](driver, argument);
    }
    return 0;
  } catch (error) {
    await doing.shot(driver, 'failed.png');
    console.error(`The step ${current} failed: ${error instanceof Error ? error.message : error}`);
    return 1;
  } finally {
    await workbench.close();
  }
});
process.exit();
