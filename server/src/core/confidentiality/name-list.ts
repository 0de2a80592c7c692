import { oncePer } from '../memory/once-per.ts';
import type { Span } from '../text/span.ts';
import type { FileProblem } from '../workspace/file-problem.ts';
import type { FileState } from '../workspace/file-state.ts';
import { foldText, SPACE, type FoldedText } from './folded-text.ts';
import { isEverydayWord } from './everyday-words.ts';
import { NameAutomaton, type Pattern } from './name-automaton.ts';
import { findNames } from './find-names.ts';
import type { Name, Spelled } from './name.ts';

/** Something wrong in a list; a warning where the term is looked for all the same. Messages name no term: they are printed where others may read them. */
export type NameProblem = Omit<FileProblem, 'uri'>;

/** A list of confidential terms, ready to be looked for. */
export interface NameList {
  readonly names: readonly Name[];
  readonly automaton: NameAutomaton<Spelled>;
  readonly problems: readonly NameProblem[];
}

/** The list in a file: read once until the file changes. */
export const nameListIn = oncePer((state: FileState & { readonly kind: 'text' }): NameList => readNameList(state.text));

/** No list of a study has more; of a longer one, something else than names is in the file. */
const MOST_TERMS = 20_000;
/** Letters and spaces. The longest names of firms have half of that. */
const LONGEST_TERM = 120;
/** How many terms with the same letters (Mae, Mä, Maa) are told apart. */
const MOST_SPELLINGS = 8;
/** Two words written as one are looked for, too, if they are long enough to be no other word. */
const LONG_ENOUGH_TOGETHER = 8;

interface Line {
  readonly name: Name;
  readonly codes: readonly number[];
  readonly spellings: readonly number[];
}

/**
 * Reads a list: one term a line, `#` comments, and optionally `Real name = Pseudonym`. Never throws; a line that cannot be
 * used is a problem, and the others count.
 */
export function readNameList(text: string): NameList {
  const problems: NameProblem[] = [];
  const lines = new Map<string, Line>();
  for (const { content, span } of linesOf(text)) {
    if (lines.size >= MOST_TERMS) {
      problems.push({ span, message: `This list has more than ${MOST_TERMS} terms; from here on, none is looked for. Take out what is no name.` });
      break;
    }
    const [term = '', ...rest] = content.split('=');
    const pseudonym = rest.join('=').trim();
    const { codes, spellings } = foldTerm(term);
    const message = whyUnusable(term, codes);
    if (message !== undefined) {
      problems.push({ span, message: `${message} It is left out, and nothing keeps it from being published.` });
      continue;
    }
    if (rest.length > 0 && pseudonym === '')
      problems.push({ span, message: 'Nothing follows the “=”, so no pseudonym can be offered. Write one, or take the “=” out.', severity: 'warning' });
    const name: Name = { pseudonym: pseudonym === '' ? undefined : pseudonym, span };
    const key = `${String.fromCodePoint(...codes)}\n${spellings.join(' ')}`;
    const known = lines.get(key);
    if (!known) lines.set(key, { name, codes, spellings });
    else if (known.name.pseudonym !== name.pseudonym) {
      const message = 'The term of this line stands further up with another pseudonym, so it would get two. Keep one of the two lines.';
      problems.push({ span, message, severity: 'warning' });
    }
  }
  const list: NameList = { names: [...lines.values()].map(({ name }) => name), automaton: new NameAutomaton(patternsOf([...lines.values()])), problems };
  return { ...list, problems: [...problems, ...tellingPseudonyms(list)] };
}

/** A term with a space before it and none behind. */
function foldTerm(term: string): Pick<FoldedText, 'codes' | 'spellings'> {
  const { codes, spellings } = foldText(term);
  const end = codes.findLastIndex((code) => code !== SPACE) + 1;
  return { codes: codes.slice(0, end), spellings: spellings.slice(0, end) };
}

function* linesOf(text: string): Iterable<{ readonly content: string; readonly span: Span }> {
  let start = 0;
  for (const line of text.split(/(?<=\n)|(?<=\r)(?!\n)/)) {
    const content = line.replace(/(?:^|\s)#.*/s, '').replace(/^\uFEFF/, '');
    const trimmed = content.trim();
    const from = start + line.indexOf(trimmed);
    if (trimmed !== '') yield { content: trimmed, span: { start: from, end: from + trimmed.length } };
    start += line.length;
  }
}

/** Why a term cannot be looked for, as a sentence; undefined for one that can. */
function whyUnusable(term: string, codes: readonly number[]): string | undefined {
  const letters = codes.filter((code) => code !== SPACE).length;
  const word = term.trim();
  if (letters === 0) return 'There is no letter or digit in the term of this line.';
  if ([...word.matchAll(/[\p{L}\p{N}]/gu)].length === 1)
    return 'The term of this line is a single letter, which would be found everywhere. Write the name in full.';
  if (/^\p{N}{1,4}$/u.test(word)) return 'The term of this line is a short number, which would be found everywhere. Write what it belongs to, too.';
  if (isEverydayWord(word)) return 'The term of this line is an everyday word, which would be found everywhere. Write the name in full.';
  return codes.length > LONGEST_TERM ? 'The text of this line is too long for a name. Write one name a line.' : undefined;
}

/** The patterns of all terms, each with a space before it, so that it is found at the beginning of a word. */
function patternsOf(lines: readonly Line[]): Pattern<Spelled>[] {
  const byCodes = new Map<string, Line[]>();
  for (const line of lines) {
    const key = String.fromCodePoint(...line.codes);
    const same = byCodes.get(key) ?? [];
    same.push(line);
    byCodes.set(key, same);
  }
  return [...byCodes.values()].flatMap((same) =>
    same.slice(0, MOST_SPELLINGS).flatMap(({ name, codes, spellings }): Pattern<Spelled>[] => {
      const whole = { codes, value: { name, spellings: same.length > MOST_SPELLINGS ? undefined : spellings } };
      const letters = [...codes.keys()].slice(1).filter((index) => codes[index] !== SPACE);
      if (letters.length === codes.length - 1 || letters.length < LONG_ENOUGH_TOGETHER) return [whole];
      const kept = [0, ...letters];
      const pick = (all: readonly number[]): number[] => kept.map((index) => all[index] ?? SPACE);
      return [whole, { codes: pick(codes), value: { name, spellings: whole.value.spellings && pick(spellings) } }];
    }),
  );
}

/** Pseudonyms that give away what they stand for. */
function tellingPseudonyms({ names, automaton }: NameList): NameProblem[] {
  return names.flatMap(({ pseudonym, span }) => {
    if (pseudonym === undefined || findNames(automaton, pseudonym).length === 0) return [];
    const message = 'The pseudonym of this line has a confidential term in it, so it would give away what it is to hide. Write another one.';
    return [{ span, message, severity: 'warning' }];
  });
}
