// The example cases, taken apart into what new cases are made from.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const examples = fileURLToPath(new URL('../../examples/danish-smes/', import.meta.url));

/**
 * @typedef {object} Section
 * @property {string} heading  the line, with its number signs
 * @property {string[]} blocks  paragraphs, and containers with their fences
 *
 * @typedef {object} ExampleCase
 * @property {string} id
 * @property {string} frontMatter  the lines between the dashes, with the last line's end
 * @property {string} firm  the first word of the firm's name, by which the text calls it
 * @property {string} interview  the id of the source that is an interview
 * @property {Section[]} sections
 *
 * @typedef {object} Material
 * @property {ExampleCase[]} cases
 * @property {ReadonlyMap<string, string[]>} findings  by item, the lines that a front matter of an example has for it
 * @property {string[]} passages  paragraphs that any case may have: they state no figure, year or field
 * @property {string[]} words  words of the passages, common ones as often as they are there
 */

/** @type {Material | undefined} */
let read;

/**
 * Read once a process, as the examples do not change under a benchmark.
 * @returns {Material}
 */
export function readMaterial() {
  read ??= gather();
  return read;
}

/** @returns {Material} */
function gather() {
  const files = fs.readdirSync(examples).filter((file) => file.endsWith('.md'));
  const cases = files.sort().map((file) => takeApart(path.basename(file, '.md'), fs.readFileSync(path.join(examples, file), 'utf8')));
  const passages = cases.flatMap(passagesOf);
  const words = passages.flatMap((passage) => withoutMarkup(passage).match(/\b[a-z]{5,}\b/g) ?? []);
  return { cases, findings: findingsByItem(cases), passages, words };
}

/**
 * @param {string} id
 * @param {string} text
 * @returns {ExampleCase}
 */
function takeApart(id, text) {
  const end = text.indexOf('\n---\n', 4);
  const frontMatter = text.slice(4, end + 1);
  const [, ...sections] = `\n${text.slice(end + 5)}`.split(/\n(?=## )/);
  return {
    id,
    frontMatter,
    firm: /^title: (\S+)/m.exec(frontMatter)?.[1] ?? id,
    interview: /\{id: (int-\w+)/.exec(frontMatter)?.[1] ?? 'thesis',
    sections: sections.map((section) => {
      const [heading, ...blocks] = section.trim().split(/\n\n+/);
      return { heading, blocks: joinContainers(blocks) };
    }),
  };
}

/**
 * A container may hold several paragraphs: it stays one block.
 * @param {string[]} paragraphs
 */
function joinContainers(paragraphs) {
  /** @type {string[]} */
  const blocks = [];
  for (const paragraph of paragraphs) {
    const last = blocks.at(-1);
    if (last?.startsWith(':::') && !/\n:::+$/.test(last)) blocks[blocks.length - 1] = `${last}\n\n${paragraph}`;
    else blocks.push(paragraph);
  }
  return blocks;
}

/**
 * What another case may say, too: a paragraph with figures would contradict that case's own fields.
 * @param {ExampleCase} example
 */
const passagesOf = ({ sections, firm, interview }) =>
  sections
    .flatMap(({ blocks }) => blocks)
    .filter((block) => !/\d/.test(withoutMarkup(block)) && !/per cent|percent|found(ed|ing)|born|hundred|thousand|million|half|tenth|third/i.test(block))
    .map((block) => block.replaceAll(firm, 'FIRM').replaceAll(interview, 'INTERVIEW'));

/**
 * Marks without their items, and no citations.
 * @param {string} text
 */
export const withoutMarkup = (text) => text.replace(/\[@[^\]]*\]|\{[^}]*\}|:+[TP]\d/g, ' ');

/** @param {readonly ExampleCase[]} cases */
function findingsByItem(cases) {
  /** @type {Map<string, string[]>} */
  const byItem = new Map();
  for (const [line, item] of cases.flatMap(({ frontMatter }) => [...frontMatter.matchAll(/^ {2}([TP]\d): \{.*\n/gm)])) {
    byItem.set(item, [...(byItem.get(item) ?? []), line]);
  }
  return byItem;
}
