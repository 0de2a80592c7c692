// What the benchmarks are run on: cases made from the examples' own material, always the same for the same seed.
//   node bench/workloads.mjs FOLDER COUNT [evidence]
// writes a study of COUNT cases into FOLDER, which must not be there yet or be empty;
// with “evidence”, one whose cases quote transcripts and cite a bibliography, and may not name some people.
// Every case is one that an author could have: front matter of an example, its sections with their marks, citations and
// containers, and paragraphs of other examples. Words are exchanged for other words of the examples, so that no two
// cases and no two paragraphs are the same, and nothing that remembers texts finds one again.
import fs from 'node:fs';
import path from 'node:path';
import { readMaterial } from './lib/material.mjs';
import { randomFrom } from './lib/random.mjs';
import { isMain } from './lib/is-main.mjs';
import { writeCase } from './lib/write-case.mjs';
import { bibliographyOf, namesOf, transcriptOf, withEvidence } from './lib/write-evidence.mjs';

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

/** What the evidence of a study is made of: a library of the literature, and so many people who must not be named. */
const REFERENCES = 1000;
const NAMES = 200;
/** Transcripts in bytes: of an hour, for each case of a study; of a year of talks, for the case that is typed in. */
const HOUR = 60_000;
const YEAR = 2_000_000;
/** Quotations of a case of 10 KB, which are many, and of the case that is typed in. */
const QUOTATIONS = 8;
const MANY_QUOTATIONS = 40;

/** What the configuration says in addition where the evidence is there. */
const EVIDENCE_CONFIGURATION = `bibliography: [references.bib]
confidential: {terms_file: .casewright/names.txt}
`;

/**
 * Writes what the configuration of a study with evidence names, and the configuration.
 * @param {string} folder  is there
 */
function writeShared(folder) {
  const random = randomFrom(7);
  fs.writeFileSync(path.join(folder, 'casewright.yaml'), CONFIGURATION + EVIDENCE_CONFIGURATION);
  fs.writeFileSync(path.join(folder, 'references.bib'), bibliographyOf(random, REFERENCES));
  fs.mkdirSync(path.join(folder, '.casewright'), { recursive: true });
  fs.writeFileSync(path.join(folder, '.casewright/names.txt'), namesOf(random, NAMES));
}

/**
 * Writes what cases like the measured one rest on, and gives them quotations of it.
 * @param {string} folder  is there; the cases are to lie in it
 * @param {readonly string[]} texts
 * @returns {string[]} the texts with quotations and citations
 */
export function addEvidence(folder, texts) {
  const random = randomFrom(11);
  const transcript = transcriptOf(random, YEAR);
  writeShared(folder);
  fs.writeFileSync(path.join(folder, 'interview.txt'), transcript);
  const evidence = { transcript, file: 'interview.txt', quotations: MANY_QUOTATIONS, references: REFERENCES };
  return texts.map((text) => withEvidence(random, text, evidence));
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
 * @param {{ hasEvidence?: boolean }} [options]  whether each case has a transcript, and all have a bibliography and a list of names
 * @returns {string[]} the files of the cases, in their order
 */
export function writeWorkspace(folder, count, { hasEvidence = false } = {}) {
  fs.mkdirSync(folder, { recursive: true });
  if (hasEvidence) writeShared(folder);
  else fs.writeFileSync(path.join(folder, 'casewright.yaml'), CONFIGURATION);
  writeLinterConfiguration(folder);
  return Array.from({ length: count }, (_, number) => {
    const { file, text } = caseOfStudy(number);
    const target = path.join(folder, file);
    if (number % 100 === 0) fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, hasEvidence ? withTranscript(target, text, number) : text);
    return target;
  });
}

/**
 * Writes the transcript of a case beside it.
 * @param {string} target  the file of the case
 * @param {string} text
 * @param {number} number  of the case
 * @returns {string} the text of the case with quotations
 */
function withTranscript(target, text, number) {
  const random = randomFrom(2_000_003 + number);
  const transcript = transcriptOf(random, HOUR);
  const file = `${path.basename(target, '.md')}.txt`;
  fs.writeFileSync(path.join(path.dirname(target), file), transcript);
  return withEvidence(random, text, { transcript, file, quotations: QUOTATIONS, references: REFERENCES });
}

if (isMain(import.meta.url)) {
  const [folder, count, evidence] = process.argv.slice(2);
  if (!folder || !Number.isInteger(Number(count)) || (fs.existsSync(folder) && fs.readdirSync(folder).length > 0)) {
    console.error('Usage: node bench/workloads.mjs FOLDER COUNT [evidence], with a folder that is empty or not there, and a number of cases.');
    process.exit(2);
  }
  console.log(`${writeWorkspace(folder, Number(count), { hasEvidence: evidence === 'evidence' }).length} cases in ${folder}`);
}
