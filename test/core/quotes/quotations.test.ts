import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesOf, quotationAt, quotationsOf } from '../../../server/src/core/quotes/quotations.ts';
import { exampleCases } from '../../support/features.ts';
import { quotedCase } from '../../support/quoted-case.ts';
import { analyse, ROOT, workspaceOf } from '../../support/workspace.ts';

const URI = `${ROOT}/brodersen.md`;

async function quotedWorkspace(more = ''): ReturnType<typeof workspaceOf> {
  return workspaceOf(quotedCase(more));
}

describe('the quotations of an example case with a transcript', () => {
  it('lead to what was said', async () => {
    const analysis = (await quotedWorkspace()).analyse(URI);
    const quotation = analysis && quotationAt(analysis, analysis.text.indexOf('local presence is'));
    const [place] = quotation ? placesOf(quotation) : [];
    expect(place?.uri).toBe(`${ROOT}/int-ceo.txt`);
    expect(quotedCase()['int-ceo.txt'].slice(place?.span.start, place?.span.end)).toBe('There is no\ndoubt that local presence is what brings sales');
  });

  it('are each what they are', async () => {
    const more = [
      ':P4[“In Korea we would have had no chance”]{src=int-ceo} and “it took eight months, as he said” [@int-ceo].',
      '> It took eight months, as I said, and […] we wrote down what we had done\n> — CEO [@int-ceo]',
      '“We never hired anybody whom we had not known for years” [@int-ceo]. “It took us eight months, as I said, and then” [@thesis].',
      ':P4[“It took eight months” and “he knew the customers by their first names”]{src="thesis int-ceo"}.',
    ].join('\n\n');
    const analysis = (await quotedWorkspace(more)).analyse(URI);
    const found = analysis ? quotationsOf(analysis).map(({ content, verdict }) => [analysis.text.slice(content.start, content.start + 12), verdict?.kind]) : [];
    expect(found.slice(-6)).toEqual([
      ['In Korea we ', 'exact'],
      ['it took eigh', 'altered'],
      ['It took eigh', 'exact'],
      ['We never hir', 'absent'],
      ['It took us e', undefined],
      ['he knew the ', 'exact'],
    ]);
    expect(analysis?.findings.flatMap(({ rule, severity }) => (rule.startsWith('quote/') ? [`${rule} ${severity}`] : []))).toEqual([
      'quote/altered warning',
      'quote/not-in-transcript warning',
    ]);
  });
});

describe('the examples', () => {
  it('hold quotations, and nothing wrong is said of them', async () => {
    let count = 0;
    for (const [name, text] of Object.entries(exampleCases())) {
      const analysis = await analyse(text);
      count += quotationsOf(analysis).length;
      expect(
        analysis.findings.filter(({ rule }) => rule.startsWith('quote/')),
        name,
      ).toEqual([]);
    }
    expect(count).toBeGreaterThan(5);
  });
});

/** Quotations that depend on their neighbours: on the next paragraph, on their section, on a mark. */
const SEVERAL = [
  '“It took eight months, as I said, and then we wrote it down.',
  '“We never hired anybody whom we had not known for years” [@int-ceo].',
  'They say “in Korea we would have had a chance” and more.',
  ':P4[“It took eight long months” and “he knew the customers by their first names”]{src=int-ceo}.',
].join('\n\n');

describe('whatever case and transcript are', () => {
  it.each([
    ['apostrophes without end', `We${"'".repeat(1_000_000)}`],
    ['stars and lines without end', `We${'*_'.repeat(500_000)}`],
    ['more turns than anybody takes', 'Holm: We did\n'.repeat(100_000)],
    ['brackets that nobody closes', '[We '.repeat(200_000)],
  ])('%s are looked through', async (_what, talk) => {
    const workspace = await workspaceOf({ ...quotedCase(), 'int-ceo.txt': talk });
    const analysis = workspace.analyse(URI);
    expect(analysis && quotationsOf(analysis).map(({ verdict }) => verdict?.kind)).toContain('absent');
  });

  it('every quotation lies in the case, and every place in the transcript', async () => {
    const workspace = await quotedWorkspace();
    const { 'brodersen.md': text, 'int-ceo.txt': talk } = quotedCase();
    const piece = fc.constantFrom(
      '“',
      '”',
      '"',
      '’',
      '[…]',
      '[',
      ']',
      '\r\n\r\n',
      '> ',
      'CEO:',
      '[00:01:01]',
      '\u00ad',
      '-\n',
      'ﬁ',
      'e\u0301',
      '🎉',
      '\0',
      '*',
      ' ',
      '1,000',
    );
    const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), remove: fc.nat(40), insert: fc.array(piece, { maxLength: 4 }) });
    const changed = (original: string, changes: readonly { at: number; remove: number; insert: readonly string[] }[], from: number): string =>
      changes.reduce((current, { at, remove, insert }) => {
        const start = from + Math.floor(at * (current.length - from));
        return current.slice(0, start) + insert.join('') + current.slice(start + remove);
      }, original);
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), fc.array(change, { maxLength: 8 }), (inCase, inTalk) => {
        const said = changed(talk, inTalk, 0);
        workspace.setDocument(URI, changed(text, inCase, text.indexOf('\n---\n') + 5));
        workspace.setFile(`${ROOT}/int-ceo.txt`, { kind: 'text', text: said });
        const analysis = workspace.analyse(URI);
        for (const quotation of analysis ? quotationsOf(analysis) : []) {
          expect(quotation.span.start).toBeLessThanOrEqual(quotation.content.start);
          expect(quotation.content.end).toBeLessThanOrEqual(quotation.span.end);
          expect(quotation.span.end).toBeLessThanOrEqual(analysis?.text.length ?? 0);
          for (const { span } of placesOf(quotation)) {
            expect(span.start).toBeLessThanOrEqual(span.end);
            expect(span.end).toBeLessThanOrEqual(said.length);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('the same is found while an author writes on as when the case is read anew', async () => {
    const workspace = await quotedWorkspace();
    const { 'brodersen.md': text, 'int-ceo.txt': talk } = quotedCase(SEVERAL);
    const edit = fc.record({
      at: fc.nat(SEVERAL.length),
      remove: fc.nat(3),
      insert: fc.constantFrom('“', '”', '\n\n', '\n\n“', ' [@int-ceo]', '## ', ':P4', 'x', ''),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits) => {
        const from = text.indexOf(SEVERAL);
        let current = text;
        for (const { at, remove, insert } of edits) {
          current = current.slice(0, from + at) + insert + current.slice(from + at + remove);
          workspace.setDocument(URI, current);
          workspace.analyse(URI);
        }
        const anew = await workspaceOf({ 'brodersen.md': current, 'int-ceo.txt': talk });
        expect(workspace.analyse(URI)?.findings).toEqual(anew.analyse(URI)?.findings);
      }),
      { numRuns: 40 },
    );
  });
});
