import { byStart, type Span } from '../text/span.ts';
import { foldText, isSameSpelling, SPACE, type FoldedText, type FoldOptions } from './folded-text.ts';
import type { NameAutomaton } from './name-automaton.ts';
import type { Name, Spelled } from './name.ts';
import { isWordForm, LONGEST_ENDING } from './word-forms.ts';

/** A confidential term in a text. */
export interface FoundName {
  readonly name: Name;
  /** From its first letter to its last, without what makes it a genitive or a plural. */
  readonly span: Span;
}

/** How a text is to be read besides as it stands. What another reading finds is found, too: syntax can also be meant as text. */
export interface Reading {
  /** Syntax that is passed over in every reading, in order. */
  readonly gaps?: readonly Span[];
  /** Syntax that is passed over in another reading, in order. */
  readonly hidden?: readonly Span[];
  /** Whether it is YAML, where a name between double quotation marks may be written with escapes. */
  readonly isYaml?: boolean;
}

/** The terms of a list in a text, in order and without overlap: where one stands in another, the longer. */
export function findNames(automaton: NameAutomaton<Spelled>, text: string, { gaps = [], hidden = [], isYaml = false }: Reading = {}): readonly FoundName[] {
  const readings: FoldOptions[] = [{ gaps }];
  if (hidden.length > 0) readings.push({ gaps: [...gaps, ...hidden].sort(byStart) });
  if (isYaml && text.includes('\\')) readings.push({ gaps, hasEscapes: true });
  return longest(
    readings.flatMap((reading) => {
      const folded = foldText(text, reading);
      const found = namesIn(automaton, text, folded);
      if (folded.hasDivided) found.push(...namesIn(automaton, text, foldText(text, { ...reading, joinsDivided: true })));
      return found;
    }),
  );
}

function namesIn(automaton: NameAutomaton<Spelled>, text: string, folded: FoldedText): FoundName[] {
  const found: FoundName[] = [];
  let end = 0;
  for (const hit of automaton.find(folded)) {
    // Of what ends at one place, the longest comes first.
    if (hit.end === end) continue;
    const match = hit.values.find(({ spellings }) => isSpelled(folded, hit.start, spellings));
    if (!match || !endsAsForm(text, folded, hit.start, hit.end)) continue;
    end = hit.end;
    // The first unit is the space before it.
    found.push({ name: match.name, span: { start: folded.starts[hit.start + 1] ?? 0, end: folded.ends[hit.end - 1] ?? 0 } });
  }
  return found;
}

function isSpelled({ spellings }: FoldedText, start: number, wanted: readonly number[] | undefined): boolean {
  return wanted?.every((spelling, index) => index === 0 || isSameSpelling(spelling, spellings[start + index] ?? spelling)) ?? true;
}

/** Whether what follows the last letter makes a form of the name, and no other word. */
function endsAsForm(text: string, { codes, starts, ends }: FoldedText, start: number, end: number): boolean {
  if (codes[end] === SPACE) return true;
  let wordEnd = end;
  while (wordEnd < codes.length && codes[wordEnd] !== SPACE && wordEnd - end <= LONGEST_ENDING) wordEnd += 1;
  if (codes[wordEnd] !== SPACE) return false;
  let first = end;
  while (first > start && codes[first - 1] !== SPACE) first -= 1;
  const word = String.fromCodePoint(...codes.slice(first, end));
  const behind = text.slice(ends[end - 1] ?? 0, starts[end] ?? 0);
  const ending = text.slice(starts[end] ?? 0, ends[wordEnd - 1] ?? 0).toLowerCase();
  return isWordForm(word, ending, /['\u2018\u2019\u02BC]/.test(behind));
}

/** Of what overlaps, what begins first, and of that the longest. */
function longest(found: readonly FoundName[]): FoundName[] {
  const kept: FoundName[] = [];
  for (const one of [...found].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)) {
    if (one.span.start >= (kept.at(-1)?.span.end ?? 0)) kept.push(one);
  }
  return kept;
}
