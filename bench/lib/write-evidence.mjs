// What the evidence of a study rests on: transcripts, a bibliography, a list of names; and cases that quote and cite it.
import { readMaterial } from './material.mjs';
import { nameOf, sentencesOf, vary } from './write-case.mjs';

/** @typedef {import('./random.mjs').Random} Random */

/** Of how many quotations one has a word that was not said, as haste makes them. */
const ONE_ALTERED_IN = 10;
const WORDS_QUOTED = 12;
/** What an author cites of the literature. */
const JOURNALS = ['Regional Studies', 'Journal of Business Venturing', 'Small Business Economics', 'International Business Review'];

/**
 * What was said in interviews of about so many bytes, in turns.
 * @param {Random} random
 * @param {number} bytes
 * @returns {string}
 */
export function transcriptOf(random, bytes) {
  const material = readMaterial();
  const turns = [];
  for (let left = bytes, turn = 0; left > 0; turn += 1) {
    const said = sentencesOf(vary(material, random, random.pick(material.passages))).join('. ');
    const line = `${turn % 2 === 0 ? 'Interviewer' : 'CEO'}: ${said}.`;
    turns.push(line);
    left -= line.length + 2;
  }
  return `${turns.join('\n\n')}\n`;
}

/**
 * A library as reference managers export it, in BibTeX, with the keys ref0, ref1, …
 * @param {Random} random
 * @param {number} count
 * @returns {string}
 */
export function bibliographyOf(random, count) {
  const { words } = readMaterial();
  const title = () => Array.from({ length: 8 }, () => random.pick(words)).join(' ');
  const entries = Array.from({ length: count }, (_, number) => {
    const fields = [
      `author  = {${personOf(random)} and ${personOf(random)}}`,
      `title   = {The {${random.pick(words)}} of ${title()}}`,
      `journal = {${random.pick(JOURNALS)}}`,
      `year    = {${1980 + random.below(44)}}`,
      `pages   = {${100 + random.below(400)}--${500 + random.below(400)}}`,
      `doi     = {10.1000/bench.${number}}`,
    ];
    return `@article{ref${number},\n${fields.map((field) => `  ${field},\n`).join('')}}\n`;
  });
  return entries.join('\n');
}

/**
 * A list of people and firms that no case may name; those of the measured cases are not among them.
 * @param {Random} random
 * @param {number} count
 * @returns {string}
 */
export const namesOf = (random, count) =>
  Array.from({ length: count }, (_, number) => `${personOf(random).replace(', ', ' ')} = informant ${number}\n`).join('');

/**
 * A case whose interview has a transcript, and which quotes it and cites the literature.
 * @param {Random} random
 * @param {string} text  of the case
 * @param {{ transcript: string, file: string, quotations: number, references: number }} evidence  file: how the case names it
 * @returns {string}
 */
export function withEvidence(random, text, { transcript, file, quotations, references }) {
  const interview = /\{id: (int-\w+), kind: interview,/.exec(text);
  if (!interview) throw new Error('Every example has an interview.');
  const [source, id = ''] = interview;
  const [head = '', ...sections] = text.replace(source, `${source} transcript: ${file},`).split(/\n(?=## )/);
  for (let number = 0; number < quotations; number += 1) {
    const words = quoted(random, transcript);
    if (number % ONE_ALTERED_IN === 0) words[Math.floor(words.length / 2)] = random.pick(readMaterial().words);
    const item = `P${1 + random.below(7)}`;
    const paragraph = `:${item}[The CEO saw it so: “${words.join(' ')}” [@${id}; @ref${random.below(references)}].]{supports}`;
    const at = random.below(sections.length);
    sections[at] = (sections[at] ?? '').replace(/\n\n/, () => `\n\n${paragraph}\n\n`);
  }
  return [head, ...sections].join('\n');
}

/**
 * Words as they were said, one after the other.
 * @param {Random} random
 * @param {string} transcript
 */
function quoted(random, transcript) {
  for (;;) {
    const from = random.below(transcript.length);
    const said = /(?<=[a-z] )(?:[a-z]+ )+[a-z]+/g;
    said.lastIndex = from;
    const words = said.exec(transcript)?.[0].split(' ').slice(0, WORDS_QUOTED);
    if (words?.length === WORDS_QUOTED) return words;
  }
}

/** Family name first, as in a bibliography. @param {Random} random */
const personOf = (random) => `${nameOf(random)}, ${nameOf(random)}`;
