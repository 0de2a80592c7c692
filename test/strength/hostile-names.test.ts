import { describe, expect, it } from 'vitest';
import { complete } from '../../server/src/core/features/complete/complete.ts';
import { quickFixes } from '../../server/src/core/features/fixes/quick-fixes.ts';
import { hoverAt } from '../../server/src/core/features/hover/hover-at.ts';
import { documentSymbols } from '../../server/src/core/features/symbols.ts';
import { checkedCase } from '../../server/src/core/report/check-report.ts';
import { coveredCase } from '../../server/src/core/report/coverage-report.ts';
import { arrangeMatrix, SHOWS } from '../../server/src/core/report/matrix/arrange-matrix.ts';
import { exportMatrix, MATRIX_FORMATS } from '../../server/src/core/report/matrix/export-matrix.ts';
import { matrixData } from '../../server/src/core/report/matrix/matrix-rows.ts';
import { overviewOf, summaryOf } from '../../server/src/core/report/summary.ts';
import { writeWorkbook } from '../../server/src/host/write-workbook.ts';
import { released } from '../support/released.ts';
import { SMALL_PACK } from '../support/features.ts';
import { ROOT, workspaceOf } from '../support/workspace.ts';

/*
 * Names that every object of JavaScript has by itself. A study that uses one of them, wherever a name can stand, is read as
 * if it were any other name of as many letters.
 */

const study = (name: string, inBody: string): Readonly<Record<string, string>> => ({
  'case.md': `---
case: ${name}
title: ${name}
${name}: {${name}: 1, polluted: yes}
frameworks: [small, own, ${name}]
firm: {country: DK, ${name}: {${name}: 3}}
sources:
  - {id: ${name}, kind: ${name}, ${name}: x}
  - {id: int, kind: interview, transcript: ${name}}
findings:
  ${name}: {value: ${name}, verdict: ${name}, because: x, ${name}: y}
  A1: {value: ${name}, verdict: supported, because: "x"}
figures: [{of: ${name}, amount: ${name}, ${name}: 2}]
---

# ${inBody}

Text :${inBody}[marked [@${inBody}]]{${inBody}=x} and :A1[more [@int]]{${inBody} supports src=${inBody}}.

:::${inBody}
Text [@${name}].
:::

<!-- casewright-disable-next-line ${inBody} -- known -->

More.
`,
  'other.md': `---\ncase: other\n${name}: other\nfindings: {A1: {value: early}}\n---\n\nText.\n`,
  'casewright.yaml': `extends: ./base.yaml
frameworks: [./small.yaml, ./own.yaml, ${name}]
template: ./template.yaml
rules: {${name}: off, coverage/thin: {${name}: 5}}
sample: {${name}: {min: 1, ${name}: 2}, firm.${name}: 3}
gates: {${name}: 3, per_item: {${name}: evidenced}}
${name}: {polluted: yes}
bibliography: [b.bib, b.json]
`,
  'base.yaml': `rules: {${name}: error}\n${name}: 1\n`,
  'small.yaml': SMALL_PACK,
  'own.yaml': `id: own
title: Own
${name}: {polluted: yes}
source: {authors: [Me], year: 2020, title: T, ${name}: x}
kind: ${name}
perspectives: [{id: ${name}, label: ${name}}]
items:
  - {id: ${name}, label: ${name}, statement: S, at: p. 1, values: [${name}], predictions: {${name}: ${name}}, ${name}: x}
  - {id: X1, label: Other, statement: S, at: p. 2, parent: ${name}, expects: {fields: [${name}, firm.${name}]}}
`,
  'template.yaml': `id: ${name}\ntitle: T\nfields: {required: [${name}, firm.${name}]}\n${name}: x\nsections: [{heading: ${name}, item: ${name}, ${name}: x}]\n`,
  'b.bib': `@book{${name}, ${name} = {x}, title = {T}}\n`,
  'b.json': `[{"id": "${name}", "${name}": {"polluted": true}, "title": "t"}]`,
});

/** All that is said of a study, in one text. */
async function saidOf(files: Readonly<Record<string, string>>, name: string): Promise<string> {
  const workspace = await workspaceOf(files);
  const pathOf = (uri: string): string => uri.slice(ROOT.length + 1);
  const analyses = workspace.cases().flatMap((uri) => workspace.analyse(uri) ?? []);
  const ofCases = analyses.map((analysis) => {
    const everywhere = Array.from({ length: 40 }, (_, part) => Math.floor((part / 40) * analysis.text.length));
    return [
      checkedCase(analysis, pathOf),
      coveredCase(analysis, pathOf),
      overviewOf(analysis),
      summaryOf(analysis),
      documentSymbols(analysis),
      quickFixes(analysis, { start: 0, end: analysis.text.length }, analysis.findings),
      everywhere.map((offset) => [complete(analysis, offset), hoverAt(analysis, offset)]),
    ];
  });
  const data = matrixData(analyses, [], pathOf);
  const exported: unknown[] = [];
  for (const show of SHOWS)
    for (const by of [name, `firm.${name}.${name}`, null]) {
      const arranged = arrangeMatrix(data, { show, by, sort: by, descending: false, frameworks: null, cases: '', items: '' });
      for (const format of MATRIX_FORMATS.filter((each) => each !== 'xlsx'))
        exported.push(String(await exportMatrix(released(arranged), format, writeWorkbook)));
    }
  return JSON.stringify([workspace.fileProblems(), ofCases, exported], null, 1);
}

/** Does something with a study that uses a name everywhere. @returns what was said of it */
async function withoutTraces(name: string, inBody: string): Promise<string> {
  const before = Reflect.ownKeys(Object.prototype);
  const said = await saidOf(study(name, inBody), name);
  expect(Reflect.ownKeys(Object.prototype)).toEqual(before);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  return said;
}

describe('a name that every object of JavaScript has', () => {
  it.each([
    ['constructor', 'qonsqrucqor'],
    ['toString', 'qoQqring'],
    ['hasOwnProperty', 'haqOqnProperqy'],
    ['valueOf', 'valueQf'],
  ])('is taken as any other is: %s', async (name, other) => {
    const said = await withoutTraces(name, name);
    expect(said).toContain(name);
    expect(said.replaceAll(name, other)).toBe(await saidOf(study(other, other), other));
  });

  it('is said to be of no use where it is: __proto__', async () => {
    // In Markdown it is strong text and no name.
    const said = await withoutTraces('__proto__', 'name');
    const [problems, cases] = JSON.parse(said) as [{ uri: string; message: string }[], [{ findings: { message: string }[] }][]];
    const named = problems.filter(({ message }) => message.includes('“__proto__”')).map(({ uri }) => uri.slice(ROOT.length + 1));
    expect([...new Set(named)].sort()).toEqual(['base.yaml', 'casewright.yaml', 'own.yaml', 'template.yaml']);
    expect(cases[0]?.[0].findings.filter(({ message }) => message.startsWith('“__proto__”')).length).toBeGreaterThan(3);
  });
});
