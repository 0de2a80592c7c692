// The licenses of everything that is bundled, as those licenses ask for: made from what esbuild says went into the bundles.
import fs from 'node:fs';
import path from 'node:path';
import { bundles } from './bundles.mjs';
import { esbuildOptions } from './esbuild-options.mjs';
import { inRoot } from './paths.mjs';
import { Problem } from './problem.mjs';

/** What may be shipped with a program under the MIT License. */
const ALLOWED = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'BlueOak-1.0.0', 'CC0-1.0', 'Unlicense']);

export const NOTICES = 'THIRD-PARTY-NOTICES.txt';

/** What packages have bundled in turn: it is in no folder of its own. */
const WITHIN = [{ within: 'vscode-uri', title: 'path-browserify 1.0.1 (MIT)', copyright: 'Copyright (c) 2013 James Halliday' }];

const head = `Casewright is made with the software below, parts of which are in its bundles. This file is generated: npm run generate.\n`;
const line = '-'.repeat(100);

/**
 * The file of notices.
 * @returns {Promise<Map<string, string>>} by file name
 */
export async function thirdPartyNotices() {
  const folders = [...(await bundledFolders())].map(describe).sort((a, b) => (a.title < b.title ? -1 : 1));
  for (const { within, title, copyright } of WITHIN.filter((one) => folders.some((folder) => folder.title.startsWith(`${one.within} `)))) {
    const text = `Part of ${within}.\n\n${fs.readFileSync(inRoot('LICENSE'), 'utf8').replace(/^Copyright.*$/m, copyright)}`;
    folders.push({ title, text });
  }
  const texts = new Map(folders.map(({ title, text }) => [title, text]));
  return new Map([[NOTICES, [head, ...[...texts].map(([title, text]) => `${line}\n${title}\n${line}\n\n${text.trim()}\n`)].join('\n')]]);
}

/** The folders of the packages that bundles which are shipped are made from, even where no code of one is left in the end. */
async function bundledFolders() {
  const { build } = await import('esbuild');
  const made = await Promise.all(
    bundles({ production: true }).map((bundle) => build({ ...esbuildOptions(bundle, { production: true }), write: false, metafile: true })),
  );
  const inputs = made.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const used = inputs.map((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0]);
  return new Set(used.filter((folder) => folder !== undefined));
}

/** @param {string} folder  of a package, from the checkout */
function describe(folder) {
  const { name, version, license } = JSON.parse(fs.readFileSync(inRoot(path.join(folder, 'package.json')), 'utf8'));
  const title = `${name} ${version} (${license})`;
  if (!ALLOWED.has(license))
    throw new Problem(`${title} is bundled, and its license is none that Casewright can be shipped with: see scripts/lib/notices.mjs.`);
  const file = fs.readdirSync(inRoot(folder)).find((entry) => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(entry));
  if (!file) throw new Problem(`${title} is bundled and has no license file to quote.`);
  return { title, text: fs.readFileSync(inRoot(path.join(folder, file)), 'utf8').replaceAll('\r\n', '\n') };
}
