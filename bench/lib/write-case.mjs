// One case, written from what the examples are made of.
import { withoutMarkup } from './material.mjs';

/** @typedef {import('./material.mjs').Material} Material */
/** @typedef {import('./material.mjs').ExampleCase} ExampleCase */
/** @typedef {import('./material.mjs').Section} Section */
/** @typedef {import('./random.mjs').Random} Random */

/** Of how many words one is exchanged for another. */
const ONE_WORD_IN = 4;
/** With the space after it, so that words and bytes can be counted alike. */
const LETTERS_IN_A_WORD = 6;
/** Cases of fewer bytes have a short front matter, too. */
const SHORT = 11_000;
const SYLLABLES = ['ber', 'dan', 'el', 'fjord', 'gra', 'hol', 'ka', 'lund', 'mar', 'nor', 'ros', 'sten', 'tek', 'vik', 'ø'];

/**
 * @typedef {object} Wanted
 * @property {string} id  the case's
 * @property {string} [base]  the example whose front matter and sections it has; any when left out
 * @property {number} [bytes]  how large the file is to be
 * @property {number} [words]  how many words the body is to have
 */

/**
 * @param {Material} material
 * @param {Random} random
 * @param {Wanted} wanted
 * @returns {string}
 */
export function writeCase(material, random, { id, base, bytes = Infinity, words = Infinity }) {
  const example = material.cases.find((one) => one.id === base) ?? random.pick(material.cases);
  const firm = nameOf(random);
  const rename = (/** @type {string} */ text) => text.replaceAll(example.firm, firm).replaceAll('FIRM', firm).replaceAll('INTERVIEW', example.interview);
  const long = rename(frontMatterOf(material, random, example)).replace(/^case: .*$/m, `case: ${id}`);
  const frontMatter = bytes < SHORT ? inShort(long) : long;
  const head = `---\n${frontMatter}---\n`;

  const sections = example.sections.map(({ heading, blocks }) => ({
    heading: rename(heading),
    blocks: blocks.map((block) => vary(material, random, rename(block))),
  }));
  const missing = () => Math.min(bytes - Buffer.byteLength(head + shown(sections)), (words - wordsOf(shown(sections))) * LETTERS_IN_A_WORD);
  for (const block of random.shuffle(sections.flatMap(({ blocks }) => blocks))) {
    if (missing() > -block.length / 2) break;
    removeUnlessNeeded(sections, block);
  }
  const sizeOf = (/** @type {string} */ text) => (bytes === Infinity ? wordsOf(text) * LETTERS_IN_A_WORD : Buffer.byteLength(text) + 2);
  for (let left = missing(); left > 0;) {
    const added = addPassage(material, random, sections, rename);
    left -= added.reduce((sum, block) => sum + sizeOf(block), 0);
  }
  return `${head}${shown(sections)}`;
}

/**
 * A paragraph that any case may have, at times with a list or a quotation made of it, at the end of a section.
 * @param {Material} material
 * @param {Random} random
 * @param {Section[]} sections
 * @param {(text: string) => string} rename
 * @returns {string[]} what was added
 */
function addPassage(material, random, sections, rename) {
  const block = vary(material, random, rename(random.pick(material.passages)));
  const section = longEnough(sections) ? newSection(material, random, sections) : random.pick(sections);
  const added = [block, ...(random.below(8) === 0 ? [listOf(block)] : []), ...(random.below(8) === 0 ? [quotationOf(block)] : [])];
  section.blocks.push(...added);
  return added;
}

/** @param {readonly Section[]} sections */
const shown = (sections) => sections.map(({ heading, blocks }) => `\n${[heading, ...blocks].join('\n\n')}\n`).join('');

/** @param {string} text */
const wordsOf = (text) => text.match(/\S+/g)?.length ?? 0;

/**
 * The example's, but each finding as one of the examples has it: what is concluded on an item differs from case to case.
 * @param {Material} material
 * @param {Random} random
 * @param {ExampleCase} example
 */
const frontMatterOf = ({ findings }, random, { frontMatter }) =>
  frontMatter.replace(/^ {2}([TP]\d): \{.*\n/gm, (line, item) => {
    const verdict = verdictOf(line); // the text supports it or does not, whatever the reason
    const alike = findings.get(item)?.filter((other) => verdictOf(other) === verdict) ?? [];
    return random.pick([line, ...alike]);
  });

/** @param {string} finding */
const verdictOf = (finding) => /verdict: [\w-]+/.exec(finding)?.[0];

/**
 * Front matter of an author who notes little: no remarks, and a reason in a few words.
 * @param {string} frontMatter
 */
const inShort = (frontMatter) =>
  frontMatter
    .replace(/, note: "[^"]*"/g, '')
    .replace(/^ *# .*\n/gm, '')
    .replace(/because: "((?:[^\s"]+\s){6}[^\s",;]+)[^"]*"/g, 'because: "$1"');

/**
 * Exchanges words for words of the examples; what has a meaning for Casewright stays.
 * @param {Material} material
 * @param {Random} random
 * @param {string} text
 */
export const vary = ({ words }, random, text) =>
  text.replace(/(\[@[^\]]*\]|\{[^}]*\}|:+[TP]\d)|\b[a-z]{5,}\b/g, (word, markup) =>
    markup === undefined && random.below(ONE_WORD_IN) === 0 ? random.pick(words) : word,
  );

/** A name that nobody has. @param {Random} random */
export function nameOf(random) {
  const name = random.pick(SYLLABLES) + random.pick(SYLLABLES) + random.pick(SYLLABLES);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** @param {string} text */
const itemsOf = (text) => new Set(text.match(/(?<=:)[TP]\d/g) ?? []);

/**
 * A case may be shorter than its example, but what it says about an item stays, and so does a section's first paragraph.
 * @param {Section[]} sections
 * @param {string} block
 */
function removeUnlessNeeded(sections, block) {
  const section = sections.find(({ blocks }) => blocks.includes(block));
  if (!section || section.blocks[0] === block) return;
  const rest = itemsOf(shown(sections.map((one) => (one === section ? { ...one, blocks: one.blocks.filter((other) => other !== block) } : one))));
  if ([...itemsOf(block)].every((item) => rest.has(item))) section.blocks.splice(section.blocks.indexOf(block), 1);
}

/** @param {readonly Section[]} sections */
const longEnough = (sections) => sections.reduce((sum, { blocks }) => sum + blocks.length, 0) > sections.length * 4;

/**
 * @param {Material} material
 * @param {Random} random
 * @param {Section[]} sections
 * @returns {Section}
 */
function newSection({ words }, random, sections) {
  const title = Array.from({ length: 3 }, () => random.pick(words)).join(' ');
  const section = { heading: `${random.below(4) === 0 ? '###' : '##'} ${title.charAt(0).toUpperCase()}${title.slice(1)} ${sections.length}`, blocks: [] };
  sections.push(section);
  return section;
}

/** @param {string} block */
export const sentencesOf = (block) =>
  withoutMarkup(block)
    .replace(/[\][:]/g, ' ')
    .split(/\.\s+/)
    .map((sentence) => sentence.trim().replace(/\s+/g, ' '))
    .filter(Boolean);

/** @param {string} block */
const listOf = (block) =>
  sentencesOf(block)
    .map((sentence) => `- ${sentence}`)
    .join('\n');

/** @param {string} block */
const quotationOf = (block) => `> ${sentencesOf(block)[0]} ${/\[@[^\]]*\]/.exec(block)?.[0] ?? '[@thesis]'}`;
