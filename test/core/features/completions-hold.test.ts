import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complete } from '../../../server/src/core/features/complete/complete.ts';
import type { CompletionItem } from '../../../server/src/core/features/completion.ts';
import type { RuleFinding } from '../../../server/src/core/rules/rule.ts';
import { applyEdits } from '../../../server/src/core/text/text-edit.ts';
import type { CaseAnalysis } from '../../../server/src/core/workspace/case-analysis.ts';
import { analyserOf, fewExamples, fillSnippet, impossibleEdits, SMALL_STUDY, withCursor } from '../../support/features.ts';

const AREAS = /^(?:front-matter|framework)\/|^evidence\/unknown-source$|^finding\/invalid-value$/;

/** Findings that a completion must not bring, by rule and what they are about. */
function gravest({ findings }: CaseAnalysis): string[] {
  const isGrave = ({ rule, severity }: RuleFinding): boolean => severity !== 'info' && AREAS.test(rule);
  return findings.filter(isGrave).map(({ rule, data }) => `${rule} ${JSON.stringify({ ...data, suggestion: undefined })}`);
}

/** The text once a completion is accepted, its places are filled in with what they suggest, and so is whatever it asks for next. */
function accept(analyse: (text: string) => CaseAnalysis, text: string, item: CompletionItem, depth = 0): string {
  expect(impossibleEdits(text, [item.edit])).toEqual([]);
  const CURSOR = '\u0001';
  const newText = item.isSnippet ? fillSnippet(item.edit.newText, item.triggerSuggest ? CURSOR : '') : item.edit.newText;
  const accepted = applyEdits(text, [{ ...item.edit, newText }]);
  const clean = accepted.replace(CURSOR, '');
  if (!item.triggerSuggest || depth > 3) return clean;
  const cursor = accepted.includes(CURSOR) ? accepted.indexOf(CURSOR) : item.edit.span.start + newText.length;
  const next = complete(analyse(clean), cursor)[0];
  return next ? accept(analyse, clean, next, depth + 1) : clean;
}

/** Who chooses a template wants to be told what it asks for. */
function isAskedForBy(item: CompletionItem, key: string): boolean {
  return /^(?:template|casewright:.*)$/.test(item.label) && key.startsWith('front-matter/missing-field');
}

function checkAll(analyse: (text: string) => CaseAnalysis, text: string, offset: number): number {
  const before = analyse(text);
  const known = new Set(gravest(before));
  const items = complete(before, offset);
  for (const item of items) {
    const accepted = accept(analyse, text, item);
    expect(
      gravest(analyse(accepted)).filter((key) => !known.has(key) && !isAskedForBy(item, key)),
      `${item.label} in\n${accepted.slice(Math.max(0, offset - 80), offset + 200)}`,
    ).toEqual([]);
  }
  return items.length;
}

/** Places in a case where an author may be typing, as what is typed behind them; the cursor is at its end, or at `<|>`. */
const TYPED: readonly (readonly [place: RegExp, typed: string])[] = [
  [/^case: .*$/m, '\n'],
  [/^case: .*$/m, '\nfi'],
  [/^title: .*$/m, '\nfirm:\n  '],
  [/^sources:$/m, '\n  - '],
  [/^sources:$/m, '\n  - {id: a, '],
  [/^sources:$/m, '\n  - {id: b, }'],
  [/^sources:$/m, '\n  - {id: a, kind: }'],
  [/^sources:$/m, '\n  - {id: a, kind: '],
  [/^findings:$/m, '\n  '],
  [/^findings:$/m, '\n  P3'],
  [/^findings:$/m, '\n  A1: {'],
  [/^frameworks: \[/m, ''],
  [/^frameworks: \[/m, 'pol<|>, '],
  [/^frameworks: \[/m, '<|>, '],
  [/^firm:$/m, '\n  '],
  [/^---\r?\n\r?\n/m, ':'],
  [/^---\r?\n\r?\n/m, ':::'],
  [/^---\r?\n\r?\n/m, '## '],
  [/^---\r?\n\r?\n/m, 'Text [@'],
  [/^---\r?\n\r?\n/m, ':P3[text]{'],
  [/^---\r?\n\r?\n/m, ':A1[text]{src="'],
  [/\.$/m, ' :'],
  [/\.$/m, ' [see @'],
];

const SMALL_CASE =
  '---\ncase: x\ntitle: X\nframeworks: [small]\nfirm:\n  name: y\nsources:\n  - {id: int-1, kind: interview}\nfindings:\n  A2: {value: x}\n---\n\nText.\n';

describe('a completion never offers what would be a finding', () => {
  for (const [name, whole] of Object.entries({ ...fewExamples(), 'small.md': SMALL_CASE })) {
    for (const eol of ['\n', '\r\n']) {
      it(`at places where authors type in ${name}${eol === '\n' ? '' : ' with the line ends of Windows'}`, async () => {
        const analyse = await analyserOf(SMALL_STUDY);
        const source = whole.replaceAll('\n', eol);
        let offered = 0;
        for (const [place, typed] of TYPED) {
          const match = place.exec(source);
          if (!match) continue;
          const at = match.index + match[0].length;
          for (const behind of ['', eol]) {
            const { text, offset } = withCursor(
              source.slice(0, at) + (typed.includes('<|>') ? typed : `${typed}<|>`).replaceAll('\n', eol) + behind + source.slice(at),
            );
            offered += checkAll(analyse, text, offset);
          }
        }
        expect(offered).toBeGreaterThan(100);
      });
    }

    it(`before a comment in ${name}`, async () => {
      const analyse = await analyserOf(SMALL_STUDY);
      for (const { index } of whole.slice(0, whole.indexOf('\n---\n', 4)).matchAll(/#/g)) checkAll(analyse, whole, index);
    });

    it(`wherever the cursor is in ${name}`, async () => {
      const analyse = await analyserOf(SMALL_STUDY);
      fc.assert(
        fc.property(fc.nat(whole.length), (offset) => {
          checkAll(analyse, whole, offset);
        }),
        { numRuns: 150 },
      );
    });
  }
});
