import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeOutsideCase } from '../../server/src/core/features/complete/outside-case.ts';
import { complete } from '../../server/src/core/features/complete/complete.ts';
import { quickFixes } from '../../server/src/core/features/fixes/quick-fixes.ts';
import { foldingSpans } from '../../server/src/core/features/folding.ts';
import { hoverAt } from '../../server/src/core/features/hover/hover-at.ts';
import { codeLenses } from '../../server/src/core/features/lenses.ts';
import { markActions, markingOffer } from '../../server/src/core/features/marking/marking-actions.ts';
import { insertMissingSections } from '../../server/src/core/features/missing-sections.ts';
import { newCaseText, templateNameIn } from '../../server/src/core/features/new-case.ts';
import { documentSymbols, type CaseSymbol } from '../../server/src/core/features/symbols.ts';
import { checkedCase, checkReportSchema, summaryOf as sumsOf, tallyOf } from '../../server/src/core/report/check-report.ts';
import { coveredCase, coverageReportSchema } from '../../server/src/core/report/coverage-report.ts';
import { arrangeMatrix, SHOWS } from '../../server/src/core/report/matrix/arrange-matrix.ts';
import { exportMatrix, MATRIX_FORMATS } from '../../server/src/core/report/matrix/export-matrix.ts';
import { releaseMatrix } from '../../server/src/core/report/matrix/release-matrix.ts';
import { matrixData } from '../../server/src/core/report/matrix/matrix-rows.ts';
import { overviewOf, summaryOf } from '../../server/src/core/report/summary.ts';
import { createMarkdownParsers } from '../../server/src/core/syntax/markdown-parser.ts';
import type { Span } from '../../server/src/core/text/span.ts';
import type { CaseAnalysis } from '../../server/src/core/workspace/case-analysis.ts';
import { writeWorkbook } from '../../server/src/host/write-workbook.ts';
import { exampleCases, impossibleEdits, SMALL_PACK } from '../support/features.ts';
import { quotedCase } from '../support/quoted-case.ts';
import { PROJECT_ROOT, ROOT, workspaceOf } from '../support/workspace.ts';
import { mutated, mutation, type Mutation } from './fuzz/mutations.ts';
import { fuzzing, fuzzingTimeout } from './fuzz/parameters.ts';

/** No operation on a document below 1 MB may take longer; coarse, since other programs run beside the tests. */
const HANG = 2_000;
const parsers = createMarkdownParsers();

const textsIn = (folder: string): string[] =>
  readdirSync(path.join(PROJECT_ROOT, folder)).map((name) => readFileSync(path.join(PROJECT_ROOT, folder, name), 'utf8'));
const QUOTED = quotedCase('“He knew the customers by name […] and said: give me a desk” [@int-ceo].');
const CASES = [...Object.values(exampleCases()), QUOTED['brodersen.md']];
const PACKS = [SMALL_PACK, ...textsIn('frameworks')];
const TEMPLATES = textsIn('templates');
const CONFIGURATION = `extends: ./base.yaml
frameworks: [policy-themes, internationalization-capacity, ./own.yaml]
template: ./template.yaml
rules: {evidence/one-sided: off, coverage/thin: {severity: warning, min_words: 60}}
sample: {firm.employees: {min: 5, max: 100}}
gates: {addressed: 100, evidenced: 80, per_item: {P7: evidenced}}
bibliography: [references.bib, more.json]
confidential: {terms_file: names.txt}
`;
const OTHERS = {
  'base.yaml': 'rules: {coverage/missing: error}\ngates: {triangulated: 10}\n',
  'references.bib': `@string{rs = "Regional " # {Studies}}
@article{wright2007, author = {Wright, M. and M{\\"u}ller, J{\\o}rgen and {World Bank} and others},
  title = {Internationalization of {SMEs}}, journal = rs, year = 2007, doi = {10.1080/00343400601120288}}
@comment{@book{hidden, title = {No}}}
@inbook(part, crossref = "yin", title = {A part})
@book{yin, title="Case study research", year = {2018}}
`,
  'more.json':
    '[\n  {"id": "doe2020", "author": [{"family": "Doe"}], "issued": {"date-parts": [[2020]]}, "title": "On small things"},\n  {"id": 7, "URL": "https://a.example"}\n]\n',
  'names.txt': 'Brodersen\nLars Larsen\n# no name\n',
};

/** Analyses a study and asks everything of it that anybody can ask. @returns what is wrong with the answers */
async function everything(files: Readonly<Record<string, string>>, where: number): Promise<string[]> {
  const workspace = await timed('analysis', () => workspaceOf(files));
  const analyses = workspace.cases().flatMap((uri) => workspace.analyse(uri) ?? []);
  const problems: string[] = [];
  for (const { span, uri } of workspace.fileProblems()) problems.push(...outside('problem of a file', [span], files[uri.slice(ROOT.length + 1)]?.length ?? 0));
  for (const analysis of analyses) problems.push(...(await featuresOf(analysis, Math.floor(where * analysis.text.length))));
  const text = files['case.md'] ?? '';
  const project = workspace.project(`${ROOT}/case.md`);
  for (const { edit } of completeOutsideCase(text, Math.floor(where * text.length), project)) problems.push(...impossibleEdits(text, [edit]));
  for (const [name, template] of project.templates) {
    const frameworks = [...project.frameworks.values()].slice(0, 3);
    newCaseText({ name: 'x', title: 'X: "y"', template, templateName: templateNameIn(project, name), frameworks, language: 'da' });
  }
  await reports(analyses);
  return problems;
}

async function featuresOf(analysis: CaseAnalysis, offset: number): Promise<string[]> {
  const { text, findings } = analysis;
  const found: string[] = [];
  const ask = async <Result>(name: string, work: () => Result): Promise<Result> => timed(name, () => Promise.resolve(work()));
  found.push(
    ...outside(
      'finding',
      findings.flatMap(({ span, related = [] }) => [span, ...related.flatMap((place) => (place.uri === undefined ? [place.span] : []))]),
      text.length,
    ),
  );
  for (const { edit, additionalEdits = [] } of await ask('completion', () => complete(analysis, offset)))
    found.push(...impossibleEdits(text, [edit, ...additionalEdits]));
  const hover = await ask('hover', () => hoverAt(analysis, offset));
  found.push(...outside('hover', hover ? [hover.span] : [], text.length));
  for (const { edits } of await ask('fixes', () => quickFixes(analysis, { start: offset, end: offset }, findings))) found.push(...impossibleEdits(text, edits));
  const selection = { start: offset, end: Math.min(text.length, offset + (offset % 300)) };
  const markings = await ask('marking', () => [...markingOffer(analysis, selection, parsers).choices, ...markActions(analysis, selection, parsers)]);
  for (const action of markings) if ('edits' in action) found.push(...impossibleEdits(text, action.edits));
  found.push(...impossibleEdits(text, (await ask('sections', () => insertMissingSections(analysis))).edits));
  const flat = (symbol: CaseSymbol): Span[] => [symbol.span, symbol.selectionSpan, ...symbol.children.flatMap(flat)];
  found.push(...outside('symbol', (await ask('outline', () => documentSymbols(analysis))).flatMap(flat), text.length));
  found.push(
    ...outside(
      'fold or lens',
      [...(await ask('folding', () => foldingSpans(analysis))), ...(await ask('lenses', () => codeLenses(analysis)))].map(({ span }) => span),
      text.length,
    ),
  );
  return found;
}

/** What can be printed, exported and shown of all cases together. */
async function reports(analyses: readonly CaseAnalysis[]): Promise<void> {
  const pathOf = (uri: string): string => uri.slice(ROOT.length + 1);
  await timed('reports', async () => {
    const summary = sumsOf(analyses.map(tallyOf), pathOf);
    checkReportSchema.parse({ version: 1, cases: analyses.map((analysis) => checkedCase(analysis, pathOf)), summary });
    coverageReportSchema.parse({ version: 1, cases: analyses.map((analysis) => coveredCase(analysis, pathOf)) });
    for (const analysis of analyses) {
      overviewOf(analysis);
      summaryOf(analysis);
    }
    const data = matrixData(analyses, [], pathOf);
    for (const show of SHOWS) {
      const arranged = arrangeMatrix(data, { show, by: 'firm.country', sort: null, descending: false, frameworks: null, cases: '', items: '' });
      const { matrix } = releaseMatrix(arranged);
      // With a confidential name in it, it is not to be had.
      if (!matrix) continue;
      for (const format of MATRIX_FORMATS.filter((name) => name !== 'xlsx' || show === 'status')) await exportMatrix(matrix, format, writeWorkbook);
    }
  });
}

const outside = (what: string, spans: readonly Span[], length: number): string[] =>
  spans.filter(({ start, end }) => !(start >= 0 && start <= end && end <= length)).map(({ start, end }) => `${what} at ${start}–${end} of ${length}`);

async function timed<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const started = performance.now();
  const result = await work();
  const took = performance.now() - started;
  if (took > HANG) throw new Error(`${what} took ${Math.round(took)} ms`);
  return result;
}

const mutations = fc.array(mutation, { maxLength: 6 });

/** Checks a study whose files are made from texts that exist and changes of them. */
async function check(arbitrary: fc.Arbitrary<{ readonly files: Readonly<Record<string, string>>; readonly where: number }>, runs: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(arbitrary, async ({ files, where }) => {
      expect(await everything(files, where)).toEqual([]);
    }),
    fuzzing(runs) as fc.Parameters<[{ readonly files: Readonly<Record<string, string>>; readonly where: number }]>,
  );
}

const where = fc.double({ min: 0, max: 1, noNaN: true });
const changed = (texts: readonly string[]): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom(...texts), mutations).map(([text, edits]: [string, readonly Mutation[]]) => mutated(text, edits));

describe('nothing that is done to its files makes Casewright throw, leave the text or hang', () => {
  it('a case', () => check(fc.record({ files: changed(CASES).map((text) => ({ 'case.md': text })), where }), 60), fuzzingTimeout());

  it(
    'a framework, a template and a configuration, with the cases that use them',
    () =>
      check(
        fc.record({
          files: fc
            .record({
              'case.md': fc.constantFrom(...CASES),
              'own.yaml': changed(PACKS),
              'template.yaml': changed(TEMPLATES),
              'casewright.yaml': changed([CONFIGURATION]),
            })
            .map((files) => ({ ...OTHERS, ...files })),
          where,
        }),
        40,
      ),
    fuzzingTimeout(),
  );

  it(
    'everything at once',
    () =>
      check(
        fc.record({
          files: fc.record({
            'case.md': changed(CASES),
            'quoted.md': changed([QUOTED['brodersen.md']]),
            'other.md': changed(CASES),
            'own.yaml': changed([SMALL_PACK]),
            'template.yaml': changed(TEMPLATES),
            'casewright.yaml': changed([CONFIGURATION]),
            'base.yaml': changed([OTHERS['base.yaml'], CONFIGURATION]),
            'references.bib': changed([OTHERS['references.bib']]),
            'more.json': changed([OTHERS['more.json']]),
            'names.txt': changed([OTHERS['names.txt']]),
            'int-ceo.txt': changed([QUOTED['int-ceo.txt']]),
          }),
          where,
        }),
        30,
      ),
    fuzzingTimeout(),
  );
});
