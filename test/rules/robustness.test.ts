import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse, PROJECT_ROOT, ROOT, workspaceOf } from '../support/workspace.ts';

const FOLDER = path.join(PROJECT_ROOT, 'examples/danish-smes');
const CASES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({ name, text: readFileSync(path.join(FOLDER, name), 'utf8') }));

/** Pieces that open, close, repeat and break what the format consists of. */
const PIECES = [
  '',
  '\n',
  '\r\n',
  '\n\n',
  '---\n',
  ':::P3\n',
  ':::\n',
  ':P9[',
  ']{supports}',
  '{src="a b',
  '[@',
  '[@x; @y]',
  '## Timing\n',
  '# \n',
  '<!-- casewright-disable-next-line coverage/thin',
  '<!-- casewright-disable evidence/one-sided -->',
  '# casewright-disable-next-line coverage/missing -- x\n',
  '-->',
  'TODO',
  '…',
  '🎉',
  '\uFEFF',
  '\0',
  '\t',
  '"',
  '*a',
  '&a ',
  'frameworks: [policy-themes, nobody]\n',
  'template: casewright:sme-case\n',
  'findings: {P1: {verdict: supported}}\n',
  'sources:\n  - {id: a, kind: interview}\n  - {id: a}\n',
  'case:\n',
  '  ',
  '`',
];

const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), remove: fc.nat(80), insert: fc.constantFrom(...PIECES) });

function mutate(text: string, edits: readonly { at: number; remove: number; insert: string }[]): string {
  return edits.reduce((current, { at, remove, insert }) => {
    const start = Math.floor(at * current.length);
    return current.slice(0, start) + insert + current.slice(start + remove);
  }, text);
}

describe('the rules', () => {
  it('point into the text, whatever becomes of a case', async () => {
    const workspace = await workspaceOf({ 'casewright.yaml': 'template: casewright:sme-case\n', 'case.md': '---\ncase: x\n---\n' });
    const uri = `${ROOT}/case.md`;
    fc.assert(
      fc.property(fc.constantFrom(...CASES), fc.array(edit, { minLength: 1, maxLength: 8 }), fc.boolean(), ({ text }, edits, crlf) => {
        const mutated = mutate(crlf ? text.replaceAll('\n', '\r\n') : text, edits);
        workspace.setDocument(uri, mutated);
        for (const { rule, span, related = [] } of workspace.analyse(uri)?.findings ?? []) {
          for (const { start, end } of [span, ...related.map((place) => place.span)]) {
            expect(start, rule).toBeGreaterThanOrEqual(0);
            expect(end, rule).toBeGreaterThanOrEqual(start);
            expect(end, rule).toBeLessThanOrEqual(mutated.length);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('find nothing false in the examples', async () => {
    const found = await Promise.all(
      CASES.map(async ({ name, text }) => [name, (await analyse(text)).findings.map(({ rule, data }) => `${rule} ${data?.item ?? ''}`)] as const),
    );
    expect(Object.fromEntries(found)).toEqual({
      'brodersen.md': ['evidence/one-sided P3'],
      'dge.md': ['evidence/single-source T4', 'evidence/one-sided P6', 'evidence/single-source T7'],
      'nupo.md': ['coverage/thin T4', 'evidence/one-sided T5', 'evidence/no-source T6'],
    });
  });
});
