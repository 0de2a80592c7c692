import { describe, expect, it } from 'vitest';
import { quickFixes } from '../../../server/src/core/features/fixes/quick-fixes.ts';
import type { QuickFix } from '../../../server/src/core/features/quick-fix.ts';
import type { RuleFinding } from '../../../server/src/core/rules/rule.ts';
import { applyEdits } from '../../../server/src/core/text/text-edit.ts';
import { analyserOf, fewExamples, fillSnippet, impossibleEdits, SMALL_STUDY } from '../../support/features.ts';

/** Cases with a little of everything that can be wrong, in the styles in which authors write front matter. */
const CASES: Readonly<Record<string, string>> = {
  'written on lines': `---
case: x
template: casewright:sme-case
tittle: T # a remark
firm:
  industry: things

  employes: 40
# what we know of
sources:
  - id: int-ceo
    knd: interview
  - id: web
    kind: documentaton
  - title: Nameless
    kind: interview
findings:
  A1:
    value: earlly
  A2:
    verdict: supported
    # no reason yet
  A9: {verdict: not-applicable}
---

# T

## Timing

:A1[Text [@int-coe]]{supports} and :A9[more]{supports} TODO.

- In a list :A2[x]{src=nobody}

:::A2{qualifies}
Inside [@web; @gone].
:::

## Conclusion
<!-- casewright-disable-next-line coverage/thin, coverage/placeholder -->
Text.
`,
  'written between braces': `---
case: x
frameworks: [small, smal]
template: casewright:sme-cas
sources: [{id: a, kind: interview}, {id: a, kind: }, {kind: interview}]
findings: {A1: {value: nothing-like-it}, A2: {because: "x", verdict: suported}, A4: {}}
---
> quoted :A3[${'word '.repeat(50)}[@a]]{contradicts}
`,
  'hardly begun': '---\ncase:\n---',
  'without a line end': '---\ncase: x\n---\n## Networks',
};

const keyOf = ({ rule, data }: RuleFinding): string => `${rule} ${JSON.stringify({ ...data, suggestion: undefined })}`;
const isGrave = ({ severity }: RuleFinding): boolean => severity !== 'info';

/** What mending one thing may rightly bring to light. */
function mayAppear(fix: QuickFix, found: RuleFinding): boolean {
  if (fix.title.startsWith('Use the framework')) return found.rule.startsWith('coverage/') || found.rule.startsWith('evidence/');
  // A corrected word is now read, and what it says can be judged; a number in a path moves when an entry goes.
  if (fix.title.startsWith('Change it to')) return true;
  if (fix.title.startsWith('Remove the source')) return found.rule.startsWith('front-matter/') || found.rule === 'evidence/unknown-source';
  // The example answer “DK” is no answer to every question.
  if (fix.title.startsWith('Add the field')) return found.rule === 'front-matter/invalid-value' || found.rule === 'front-matter/missing-field';
  // An empty section on an item was still a section on it.
  if (fix.title.startsWith('Remove the heading')) return found.rule === 'coverage/missing';
  return fix.title.startsWith('Record that') && found.rule === 'structure/missing-section';
}

async function checkAll(text: string, others: Readonly<Record<string, string>>): Promise<number> {
  const analyse = await analyserOf(others);
  const before = analyse(text);
  const keys = new Set(before.findings.map(keyOf));
  let count = 0;
  for (const finding of before.findings) {
    for (const fix of quickFixes(before, finding.span, [finding])) {
      count += 1;
      expect(impossibleEdits(text, fix.edits)).toEqual([]);
      const edits = fix.snippet ? [{ ...fix.snippet, newText: fillSnippet(fix.snippet.newText, 'DK') }] : fix.edits;
      const fixed = applyEdits(text, edits);
      const after = analyse(fixed);
      const context = `${fix.title}\n${fixed}`;
      expect(after.model.syntax.frontMatter?.problems, context).toEqual(before.model.syntax.frontMatter?.problems);
      expect(/(?<!\r)\n/.test(fixed), context).toBe(/(?<!\r)\n/.test(text));
      const repeated = before.findings.filter((other) => keyOf(other) === keyOf(finding)).length;
      expect(after.findings.filter((other) => keyOf(other) === keyOf(finding)).length, context).toBeLessThan(repeated);
      expect(after.findings.filter((found) => isGrave(found) && !keys.has(keyOf(found)) && !mayAppear(fix, found)).map(keyOf), context).toEqual([]);
    }
  }
  return count;
}

describe('every fix of every finding mends it, keeps the front matter whole and brings nothing new', () => {
  for (const [name, text] of Object.entries(CASES)) {
    it(`in a case ${name}`, async () => {
      expect(await checkAll(text, SMALL_STUDY)).toBeGreaterThan(0);
    });
    it(`in a case ${name}, with the line ends of Windows`, async () => {
      expect(await checkAll(text.replaceAll('\n', '\r\n'), SMALL_STUDY)).toBeGreaterThan(0);
    });
  }
  for (const [name, text] of Object.entries(fewExamples())) {
    it(`in ${name} and in what is left of it when half is cut away`, async () => {
      await checkAll(text, {});
      await checkAll(text.slice(0, text.length / 2).replaceAll('interview', 'intervew'), {});
    });
  }
});
