import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseAnalysis } from '../../../server/src/core/workspace/case-analysis.ts';
import { exampleCases } from '../../support/features.ts';
import { ROOT, workspaceOf } from '../../support/workspace.ts';

/*
 * Of a new version of a case, only what changed is looked at: rules about the front matter when that changed, rules about a
 * block when the block did. Whatever an author types, the result is that of looking at everything.
 */

/** All edits of one run of the test; more by the environment, as for a night. */
const EDITS = Number(process.env.EDITS ?? 400);
const EDITS_OF_A_CASE = 8;

/** What authors type and paste. Each can make a finding come or go, here or elsewhere in the case. */
const TYPED = [
  ['a', ' more words ', '. ', '\n', '\n\n', 'TODO', '…', ' [@int-ceo]', ' [@nobody, p. 4]', ' [@thesis; @int-ceo]'],
  [':P3', ' :P5{supports} ', ':T2[Sales are abroad.]{contradicts}', ':P9[x]', ':T1[x]{suports}', ' {supports}', '{src="int-ceo nobody"}', ']', '::P3 text\n'],
  ['\n\n:::P3{supports}\n', '\n:::\n\n', '\n\n## Timing\n\n', '\n\n## Conclusion\n\n', '\n\n### Market 2 :T3\n\n', '\n# \n', '\n```\n', '\n> '],
  [' The firm was founded in 1984. ', ' It has 40 employees. ', ' Revenue doubled in 2012. ', ' It is a born global. ', ' Nordlys is a rival. ', ' 10:30 '],
  ['\n\n<!-- casewright-disable-next-line evidence/unknown-source -- checked -->\n\n', '\n\n<!-- casewright-disable coverage/thin -->\n\n', '<!--', '-->'],
  ['sources:\n', '  founded: 1999\n', '  employees: 500\n', 'frameworks: [policy-themes]\n', 'template: casewright:case-narrative\n', 'lang: da\n', '---\n'],
  [
    '  P1: {verdict: not-applicable, because: "It does not."}\n',
    '  X1: {verdict: supported}\n',
    'figures: [{of: sales, year: 2012, amount: 5}]\n',
    'case: ',
    '\uFEFF',
  ],
].flat();

const edit = fc.record({
  /** Every other edit is at the place of the one before, as when somebody types. */
  at: fc.oneof(fc.constant(undefined), fc.double({ min: 0, max: 1, noNaN: true })),
  remove: fc.oneof(fc.constant(0), fc.constant(0), fc.nat(4), fc.nat(300)),
  insert: fc.constantFrom('', ...TYPED),
});

const CONFIGURATIONS = ['', 'template: casewright:sme-case\nrules: {front-matter/missing-field: {expected: true}, coverage/thin: {min_words: 80}}\n'];

/** What can be seen of an analysis. */
function shownOf(analysis: CaseAnalysis | undefined): unknown {
  if (!analysis) return undefined;
  const { findings, coverage, model, sources } = analysis;
  const marks = coverage.marks.map(({ item, form, span, nameSpan, stances, sourceIds, sources: uses, words, note }) => {
    return { item: item.item.id, form, span, nameSpan, stances, sourceIds, uses, words, note };
  });
  const items = coverage.items.map(({ marks: own, partMarks, ...item }) => ({ ...item, marks: own.length, partMarks: partMarks.length }));
  const { sections, paragraphs, directives, citations, comments, placeholders, claims } = model;
  return { findings, marks, items, sources: [...sources], facts: { sections, paragraphs, directives, citations, comments, placeholders, claims } };
}

describe('a new version of a case', () => {
  it.each(CONFIGURATIONS)('is found to be what it is when nothing is known of the versions before (%j)', async (configuration) => {
    const files = { 'casewright.yaml': configuration, 'case.md': '---\ncase: x\n---\n' };
    const [kept, anew] = await Promise.all([workspaceOf(files), workspaceOf(files)]);
    const uri = `${ROOT}/case.md`;
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(exampleCases())),
        fc.array(edit, { minLength: EDITS_OF_A_CASE, maxLength: EDITS_OF_A_CASE }),
        (example, edits) => {
          let text = example;
          let place = 0;
          kept.setDocument(uri, text);
          for (const { at, remove, insert } of edits) {
            place = Math.min(at === undefined ? place : Math.floor(at * text.length), text.length);
            text = text.slice(0, place) + insert + text.slice(place + remove);
            place += insert.length;
            kept.setDocument(uri, text);
            anew.removeDocument(uri);
            anew.setDocument(uri, text);
            expect(shownOf(kept.analyse(uri))).toEqual(shownOf(anew.analyse(uri)));
          }
        },
      ),
      { numRuns: Math.ceil(EDITS / EDITS_OF_A_CASE / CONFIGURATIONS.length) },
    );
  });
});
