import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleCases } from '../support/features.ts';
import { mutated, mutationWith } from '../strength/fuzz/mutations.ts';
import { analyse, ROOT, workspaceOf } from '../support/workspace.ts';

const CASES = Object.entries(exampleCases()).map(([name, text]) => ({ name, text }));

/** What means something to rules, besides the pieces of the fuzzers. */
const OF_RULES = [
  '# casewright-disable-next-line coverage/missing -- x\n',
  'frameworks: [policy-themes, nobody]\n',
  'template: casewright:sme-case\n',
  'findings: {P1: {verdict: supported}}\n',
  'sources:\n  - {id: a, kind: interview}\n  - {id: a}\n',
  'figures: [{of: sales, year: 2011, amount: 0}, {of: sales, year: 2012, amount: -1.5, growth: "5 %", parts: {a: 1e400}}]\n',
  'firm: {founded: 2011, size: micro, employees: 1000}\n',
  ' The firm was founded in about two and a half 1984. ',
  'case:\n',
];

describe('the rules', () => {
  it('point into the text, whatever becomes of a case', async () => {
    const workspace = await workspaceOf({ 'casewright.yaml': 'template: casewright:sme-case\n', 'case.md': '---\ncase: x\n---\n' });
    const uri = `${ROOT}/case.md`;
    fc.assert(
      fc.property(fc.constantFrom(...CASES), fc.array(mutationWith(OF_RULES), { minLength: 1, maxLength: 8 }), fc.boolean(), ({ text }, mutations, crlf) => {
        const broken = mutated(crlf ? text.replaceAll('\n', '\r\n') : text, mutations);
        workspace.setDocument(uri, broken);
        for (const { rule, span, related = [] } of workspace.analyse(uri)?.findings ?? []) {
          for (const { start, end } of [span, ...related.map((place) => place.span)]) {
            expect(start, rule).toBeGreaterThanOrEqual(0);
            expect(end, rule).toBeGreaterThanOrEqual(start);
            expect(end, rule).toBeLessThanOrEqual(broken.length);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('find nothing false in the examples', async () => {
    const found = await Promise.all(
      CASES.map(async ({ name, text }) => {
        const { findings } = await analyse(text);
        return [name, findings.map(({ rule, data }) => `${rule} ${data?.item ?? data?.field ?? ''}`)] as const;
      }),
    );
    expect(Object.fromEntries(found.filter(([, findings]) => findings.length > 0))).toEqual({
      'danish-smes/brodersen.md': ['evidence/one-sided P3'],
      'danish-smes/dge.md': ['consistency/parts-sum figures.0.parts', 'evidence/single-source T4', 'evidence/one-sided P6', 'evidence/single-source T7'],
      'danish-smes/nupo.md': ['coverage/thin T4', 'evidence/one-sided T5', 'evidence/no-source T6'],
      // Both rest on documents only, which is said once, for all items.
      'estonian-globalizers/click-and-grow.md': [
        'consistency/growth-figure figures.4.growth',
        'consistency/text-vs-field figures.5.amount',
        'evidence/single-source V1a',
      ],
      'estonian-globalizers/zeroturnaround.md': [
        'consistency/growth-figure figures.1.growth',
        'consistency/growth-figure figures.4.growth',
        'evidence/single-source V1a',
        'consistency/growth-figure figures.4.amount', // “2.6 times” in the text
      ],
      // The one interview is cited on other items.
      'estonian-globalizers/fortumo.md': ['V1a', 'T1', 'V2a', 'V1e', 'T2', 'V3c', 'V4a', 'T4', 'T7'].map((item) => `evidence/single-source ${item}`),
    });
  });
});
