import type { Person } from '../reference.ts';
import { latexText } from './latex-text.ts';

/** The names of a list, and whether it ends in “and others”. */
export interface NameList {
  readonly persons: readonly Person[];
  readonly hasMore: boolean;
}

/** Reads a BibTeX list of names: “First von Last”, “von Last, First”, “von Last, Jr, First”; a name all in braces is that of a body. */
export function readNames(latex: string): NameList {
  const names = splitOutsideBraces(latex.trim(), /\s+and\s+/gi).filter((name) => name.trim() !== '');
  const isMore = (name: string): boolean => /^(?:others|et\.?\s+al\.?)$/i.test(name.trim());
  return { persons: names.filter((name) => !isMore(name)).map(readName), hasMore: names.some(isMore) };
}

function readName(latex: string): Person {
  const name = latex.trim();
  if (isInBraces(name)) return { family: latexText(name), given: undefined };
  const parts = splitOutsideBraces(name, /,/g).map((part) => part.trim());
  if (parts.length > 1 && parts.every((part) => /^\w+(?:-i)?\s*=/.test(part))) return readByName(parts);
  const [first = '', ...rest] = parts;
  if (rest.length === 0) return firstLast(first);
  const given = rest.length > 1 ? `${rest.at(-1) ?? ''}, ${rest[0] ?? ''}` : (rest[0] ?? '');
  return { family: latexText(first), given: latexText(given) || undefined };
}

/** BibLaTeX: `family=Hasselt, given=Jan, prefix=van`. */
function readByName(parts: readonly string[]): Person {
  const byName = new Map(parts.map((part) => [part.slice(0, part.indexOf('=')).trim().toLowerCase(), part.slice(part.indexOf('=') + 1)]));
  const textOf = (name: string): string => latexText((byName.get(name) ?? '').replace(/^"(.*)"$/s, '$1'));
  return { family: [textOf('prefix'), textOf('family')].filter(Boolean).join(' '), given: textOf('given') || undefined };
}

/** “Ludwig van Beethoven”: the family name begins with the first word in small letters, or is the last. */
function firstLast(name: string): Person {
  const words = splitOutsideBraces(name, /[\s~]+/g).filter(Boolean);
  const small = words.findIndex((word, index) => index < words.length - 1 && /^\p{Ll}/u.test(latexText(word)));
  const at = small < 0 ? words.length - 1 : small;
  return { family: latexText(words.slice(at).join(' ')), given: latexText(words.slice(0, at).join(' ')) || undefined };
}

/** Splits at what matches outside of braces. */
function splitOutsideBraces(text: string, separator: RegExp): string[] {
  const pieces: string[] = [];
  let start = 0;
  let depth = 0;
  let counted = 0;
  for (const match of text.matchAll(separator)) {
    for (; counted < match.index; counted += 1) depth += text[counted] === '{' ? 1 : text[counted] === '}' ? -1 : 0;
    if (depth !== 0) continue;
    pieces.push(text.slice(start, match.index));
    start = match.index + match[0].length;
  }
  return [...pieces, text.slice(start)];
}

/** Whether one pair of braces holds all of a name. */
function isInBraces(name: string): boolean {
  if (!name.startsWith('{') || !name.endsWith('}') || name.startsWith('{\\')) return false;
  let depth = 0;
  for (let at = 0; at < name.length - 1; at += 1) {
    depth += name[at] === '{' ? 1 : name[at] === '}' ? -1 : 0;
    if (depth === 0) return false;
  }
  return true;
}
