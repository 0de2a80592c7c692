// What the benchmarks are run on: cases made from the examples' own material, always the same for the same seed.
//   node bench/workloads.mjs FOLDER COUNT
// writes a study of COUNT cases into FOLDER, which must not be there yet or be empty.
// Every case is one that an author could have: front matter of an example, its sections with their marks, citations and
// containers, and paragraphs of other examples. Words are exchanged for other words of the examples, so that no two
// cases and no two paragraphs are the same, and nothing that remembers texts finds one again.
import fs from 'node:fs';
import path from 'node:path';
import { readMaterial } from './lib/material.mjs';
import { randomFrom } from './lib/random.mjs';
import { isMain } from './lib/is-main.mjs';
import { writeCase } from './lib/write-case.mjs';

/** What cases of a study are called and how large they are, in bytes: as the examples are, or somewhat smaller. */
const SMALLEST = 8_000;
const LARGEST = 14_500;

/** The configuration of the study. */
const CONFIGURATION = `extends: casewright:recommended
frameworks: [policy-themes, internationalization-capacity]
cases: ["cases/**/*.md"]
`;

/**
 * A case whose body has about so many words; front matter comes on top.
 * @param {number} words
 * @returns {string}
 */
export const caseOfWords = (words) => writeCase(readMaterial(), randomFrom(words), { id: 'measured', base: 'brodersen', words });

/**
 * A case of about so many bytes, front matter included: not less, and not more than a paragraph more.
 * @param {number} bytes
 * @returns {string}
 */
export const caseOfBytes = (bytes) => writeCase(readMaterial(), randomFrom(bytes), { id: 'measured', base: 'brodersen', bytes });

/**
 * One of the cases of a study.
 * @param {number} number  0 for the first
 * @returns {{ file: string, text: string }} the path within the study, with `/`
 */
export function caseOfStudy(number) {
  const random = randomFrom(1_000_003 + number);
  const id = `case-${String(number + 1).padStart(5, '0')}`;
  const bytes = SMALLEST + random.below(LARGEST - SMALLEST);
  return { file: `cases/round-${Math.floor(number / 100) + 1}/${id}.md`, text: writeCase(readMaterial(), random, { id, bytes }) };
}

/**
 * What a team tells linters of Markdown about its cases: that their lines may be long.
 * @param {string} folder
 */
export const writeLinterConfiguration = (folder) => fs.writeFileSync(path.join(folder, '.markdownlint.yaml'), 'MD013: false\n');

/**
 * Writes a study: a configuration, and cases in folders of a hundred.
 * @param {string} folder  is made
 * @param {number} count
 * @returns {string[]} the files of the cases, in their order
 */
export function writeWorkspace(folder, count) {
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'casewright.yaml'), CONFIGURATION);
  writeLinterConfiguration(folder);
  return Array.from({ length: count }, (_, number) => {
    const { file, text } = caseOfStudy(number);
    const target = path.join(folder, file);
    if (number % 100 === 0) fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, text);
    return target;
  });
}

if (isMain(import.meta.url)) {
  const [folder, count] = process.argv.slice(2);
  if (!folder || !Number.isInteger(Number(count)) || (fs.existsSync(folder) && fs.readdirSync(folder).length > 0)) {
    console.error('Usage: node bench/workloads.mjs FOLDER COUNT, with a folder that is empty or not there, and a number of cases.');
    process.exit(2);
  }
  console.log(`${writeWorkspace(folder, Number(count)).length} cases in ${folder}`);
}
