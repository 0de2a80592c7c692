import { readByLibrary } from './yaml-by-library.ts';
import { readQuickly } from './yaml-quick.ts';
import type { YamlText } from './yaml-node.ts';

/** Characters; the library's reading time grows with the square of the number of keys. */
const MAX_LENGTH = 300_000;

/**
 * Reads YAML 1.2 (core schema: dates stay text). Never throws: what is broken is a problem, and what could be read
 * around it is still returned.
 * @param given the YAML, without fences
 * @param offset added to every offset, for YAML that stands inside a larger text
 */
export function readYaml(given: string, offset = 0): YamlText {
  // Neither reader knows that a carriage return alone ends a line, too.
  const text = given.replace(/\r(?!\n)/g, '\n');
  if (text.length <= MAX_LENGTH) return readWhole(text, offset);
  // Cut before a key at the left margin, so that what is read is whole.
  const end = [...text.slice(0, MAX_LENGTH).matchAll(/(?<=\n)\S/g)].at(-1)?.index ?? 0;
  const { root, problems } = readWhole(text.slice(0, end), offset);
  const cut = {
    span: { start: offset + end, end: offset + end },
    message: 'This is too long to be read to its end; what follows here is not checked. Keep only what describes the case.',
  };
  return { root, problems: [...problems, cut] };
}

function readWhole(text: string, offset: number): YamlText {
  const root = readQuickly(text, offset);
  return root ? { root, problems: [] } : readByLibrary(text, offset);
}
