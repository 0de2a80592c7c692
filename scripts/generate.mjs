// Writes the files that are made from the code: the JSON Schemas in schemas/, the form of front matter in the core, and
// the licenses of what is bundled.
//   node scripts/generate.mjs [--check]
// --check writes nothing and says which committed files are out of date.
// Exit code: 0 all written, or up to date; 1 out of date; 2 could not run.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { forms } from './lib/forms.mjs';
import { jsonSchemas } from './lib/json-schemas.mjs';
import { NOTICES, thirdPartyNotices } from './lib/notices.mjs';
import { inRoot, shown } from './lib/paths.mjs';
import { main, Problem } from './lib/problem.mjs';

/** What is generated: a folder, and what makes its files by name. What else comes to be made from the code is a line here. */
const generated = [
  { folder: inRoot('server/src/core/model'), ending: '.form.json', make: forms }, // first: the rules read it, and schemas are made from rules
  { folder: inRoot('schemas'), ending: '.schema.json', make: jsonSchemas },
  { folder: inRoot('.'), ending: NOTICES, make: thirdPartyNotices },
];

function options() {
  try {
    return parseArgs({ options: { check: { type: 'boolean', default: false } } }).values;
  } catch {
    throw new Problem('Usage: node scripts/generate.mjs [--check]');
  }
}

/** @param {string} file */
const textOf = (file) => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined);

await main(async () => {
  const { check } = options();
  /** @type {string[]} */
  const outOfDate = [];
  for (const { folder, ending, make } of generated) {
    const files = await make();
    fs.mkdirSync(folder, { recursive: true });
    for (const [name, text] of files) {
      const file = path.join(folder, name);
      if (textOf(file) === text) continue;
      outOfDate.push(shown(file));
      if (!check) fs.writeFileSync(file, text);
    }
    for (const name of fs.readdirSync(folder).filter((found) => found.endsWith(ending) && !files.has(found))) {
      outOfDate.push(`${shown(path.join(folder, name))} (nothing makes it any more)`);
      if (!check) fs.rmSync(path.join(folder, name));
    }
  }
  if (!check) {
    console.log(outOfDate.length ? `Written: ${outOfDate.join(', ')}` : 'All generated files are up to date.');
    return 0;
  }
  if (outOfDate.length === 0) return 0;
  console.error(`Out of date: ${outOfDate.join(', ')}. Run “npm run generate” and commit the result.`);
  return 1;
});
