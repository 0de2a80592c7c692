import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { foldWords, wordCount } from '../../../server/src/core/quotes/fold-words.ts';
import type { Verdict } from '../../../server/src/core/quotes/judge.ts';
import { quotationsOf } from '../../../server/src/core/quotes/quotations.ts';
import { exampleCases } from '../../support/features.ts';
import { analyse, PROJECT_ROOT } from '../../support/workspace.ts';
import { makeQuotations, sentencesOf, stretchesOf, transcriptOf, type MadeQuotation } from './made-quotations.ts';

/*
 * What the check says of 1,920 quotations that were made of four texts and stand in cases with the quotation marks of their
 * language. The floors are a little below what was measured when they were set; a check that says the same of everything, or
 * that looks nothing up, does not come near them.
 */

interface Prose {
  readonly name: string;
  /** What was said, in stretches of a sentence or a few. */
  readonly said: readonly string[];
  readonly transcript: string;
  /** What nobody said, in the same language and on the same matters. */
  readonly others: readonly string[];
  readonly quotationMarks: readonly [opening: string, closing: string];
}

function spoken(name: string, quotationMarks: Prose['quotationMarks']): Prose {
  const conversation = (file: string): string => readFileSync(path.join(PROJECT_ROOT, 'test/fixtures/spoken', `${name}-${file}.txt`), 'utf8');
  const transcript = conversation('said');
  return { name, said: stretchesOf(transcript), transcript, others: stretchesOf(conversation('not-said')), quotationMarks };
}

const casesOf = (study: string): string[] => Object.entries(exampleCases()).flatMap(([name, text]) => (name.startsWith(study) ? [text] : []));
const written = sentencesOf(casesOf('danish-smes'));
const PROSES: readonly Prose[] = [
  { name: 'written', said: written, transcript: transcriptOf(written), others: sentencesOf(casesOf('estonian-globalizers')), quotationMarks: ['“', '”'] },
  spoken('english', ['‘', '’']),
  spoken('german', ['„', '“']),
  spoken('french', ['« ', ' »']),
];
/** So many quotations of each kind are made of each prose. */
const EACH = 60;

interface Judged extends MadeQuotation {
  /** Undefined where it was not taken for a quotation. */
  readonly verdict: Verdict | undefined;
  /** What the transcript has at the place that was found. */
  readonly found: string;
}

/** The quotations of one prose in a case, each in a paragraph of its own, and what becomes of looking them up. */
async function judgeAll({ said, others, transcript, quotationMarks }: Prose): Promise<Judged[]> {
  const made = makeQuotations(said, others, EACH);
  const paragraphs = made.map(({ quoted }) => `They say ${quotationMarks.join(quoted)} [@talk].`);
  const front = '---\ncase: x\nsources: [{id: talk, kind: interview, transcript: talk.txt}]\n---\n\n';
  const analysis = await analyse(`${front}${paragraphs.join('\n\n')}\n`, { 'talk.txt': transcript });
  const quotations = quotationsOf(analysis);
  let at = front.length;
  return made.map((quotation, index) => {
    const end = at + (paragraphs[index]?.length ?? 0);
    const verdict = quotations.find(({ span }) => span.start >= at && span.end <= end)?.verdict;
    at = end + 2;
    const place = verdict?.kind === 'altered' ? verdict.place : verdict?.kind === 'exact' ? verdict.places[0] : undefined;
    return { ...quotation, verdict, found: place ? transcript.slice(place.span.start, place.span.end) : '' };
  });
}

const byProse = new Map<string, readonly Judged[]>();
for (const prose of PROSES) byProse.set(prose.name, await judgeAll(prose));
const judged = [...byProse.values()].flat();

const AS_SAID = ['as said', 'left out and said so', 'remark put in'] as const;
const NOT_AS_SAID = ['altered', 'much altered', 'cut', 'joined', 'invented'] as const;
const isOf = (kinds: readonly MadeQuotation['kind'][]) => (quotation: MadeQuotation) => kinds.includes(quotation.kind);
const isFound = ({ verdict }: Judged): boolean => verdict?.kind === 'exact' || verdict?.kind === 'ambiguous';
const isReported = ({ verdict }: Judged): boolean => verdict?.kind === 'altered' || verdict?.kind === 'absent';

/** Expects a part of the quotations of some kinds, and nearly that part in each prose, to pass a test. */
function check(kinds: readonly MadeQuotation['kind'][], passes: (quotation: Judged) => boolean, least: number): void {
  const share = (all: readonly Judged[]): number => all.filter(passes).length / all.length;
  expect(share(judged.filter(isOf(kinds))), kinds.join()).toBeGreaterThanOrEqual(least);
  for (const [name, all] of byProse) expect(share(all.filter(isOf(kinds))), `${kinds.join()} ${name}`).toBeGreaterThanOrEqual(least - 0.05);
}

/** Whether the place that was found lies where the words were taken from. */
function isInPlace({ from = '', found }: Judged): boolean {
  const [taken, shown] = [from, found].map((words) => foldWords(words).letters);
  return shown !== '' && taken !== undefined && shown !== undefined && (taken.includes(shown) || shown.includes(taken));
}

describe('quotations made of written and of spoken prose', () => {
  it('are 240 of each kind', () => {
    expect(wordCount(foldWords(PROSES[0]?.transcript ?? ''))).toBeGreaterThan(18_000);
    for (const kind of [...AS_SAID, ...NOT_AS_SAID]) expect(judged.filter(isOf([kind])).length, kind).toBe(EACH * PROSES.length);
  });

  it('are found where they were said, however they are set and with what is left out or put in', () => {
    for (const kind of AS_SAID) check([kind], isFound, 0.98);
    check(AS_SAID, (quotation) => quotation.verdict?.kind === 'ambiguous' || isInPlace(quotation), 0.98);
  });

  it('are reported if they were not said so: precision and recall', () => {
    const reported = judged.filter(isReported);
    expect(reported.filter(isOf(NOT_AS_SAID)).length / reported.length).toBeGreaterThanOrEqual(0.98);
    for (const kind of NOT_AS_SAID) check([kind], isReported, 0.98);
  });

  it('are shown beside the passage that they were made of', () => {
    for (const kind of ['altered', 'cut'] as const) check([kind], (quotation) => quotation.verdict?.kind === 'altered' && isInPlace(quotation), 0.95);
    check(['much altered'], ({ verdict }) => verdict?.kind === 'altered', 0.75);
  });

  it('are told to be nowhere if nothing like them was said', () => {
    check(['invented'], ({ verdict }) => verdict?.kind === 'absent', 0.95);
  });
});
