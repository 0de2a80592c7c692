import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Span } from '../../server/src/core/text/span.ts';
import type { TextEdit } from '../../server/src/core/text/text-edit.ts';
import type { CaseAnalysis } from '../../server/src/core/workspace/case-analysis.ts';
import { PROJECT_ROOT, ROOT, workspaceOf } from './workspace.ts';

const EXAMPLES = path.join(PROJECT_ROOT, 'examples');

/** A small framework, so that a test shows all that matters to it. Items A1 (with values and a prediction), A2 and A3. */
export const SMALL_PACK = `id: small
title: A small framework
source: {authors: [Doe], year: 2020, title: On small things}
kind: themes
perspectives:
  - {id: stage, label: Stage theory}
  - {id: network, label: Network theory}
items:
  - id: A1
    label: Timing
    aliases: [First steps]
    statement: Firms go abroad early.
    questions: ["When did it start?", "Why then?"]
    values: [{id: early, means: From the outset}, {id: late, means: Only later}]
    predictions: {stage: {value: late, because: Experience comes slowly}}
    cues: [from inception]
    at: p. 1
  - id: A2
    label: Networks
    statement: Contacts open doors.
    questions: ["Who helped?"]
    at: p. 2
  - id: A3
    label: Performance
    statement: Going abroad pays.
    values: [better, worse]
    at: p. 3
`;

/** Files beside a case that make SMALL_PACK its framework. */
export const SMALL_STUDY = { 'casewright.yaml': 'frameworks: [./small.yaml]\n', 'small.yaml': SMALL_PACK };

/** The texts of the example cases, by their path below `examples/`; with a study (`danish-smes`), only those of it. */
export function exampleCases(study?: string): Record<string, string> {
  const studies = study === undefined ? readdirSync(EXAMPLES).filter((name) => !name.includes('.')) : [study];
  const names = studies.flatMap((folder) => readdirSync(path.join(EXAMPLES, folder)).map((name) => `${folder}/${name}`));
  return Object.fromEntries(names.filter((name) => name.endsWith('.md')).map((name) => [name, readFileSync(path.join(EXAMPLES, name), 'utf8')]));
}

/** A few of them, that differ in form: for tests which try many places of each. */
export function fewExamples(): Record<string, string> {
  const names = ['danish-smes/dybvad.md', 'danish-smes/nupo.md', 'estonian-globalizers/fortumo.md'];
  return Object.fromEntries(Object.entries(exampleCases()).filter(([name]) => names.includes(name)));
}

/** Takes the cursor `<|>` out of a text. */
export function withCursor(marked: string): { text: string; offset: number } {
  const offset = marked.indexOf('<|>');
  if (offset < 0) throw new Error('This text has no cursor <|>.');
  return { text: marked.replace('<|>', ''), offset };
}

/** The text with `‹|…|›` around a span. */
export function withRange(text: string, span: Span): string {
  return `${text.slice(0, span.start)}‹|${text.slice(span.start, span.end)}|›${text.slice(span.end)}`;
}

/** A snippet as it stands when its author fills in nothing: defaults and first choices. `\${0}` and empty places become `empty`. */
export function fillSnippet(snippet: string, empty = ''): string {
  return snippet
    .replace(/(?<!\\)\$\{[A-Z_]+:((?:\\.|[^}\\])*)\}/g, '$1')
    .replace(/(?<!\\)\$\{\d+\|((?:\\.|[^,|\\])*)(?:,(?:\\.|[^|\\])*)?\|\}/g, '$1')
    .replace(/(?<!\\)\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
    .replace(/(?<!\\)\$(?:\d+|\{\d+\})/g, empty)
    .replace(/\\([\\$},|])/g, '$1');
}

/** Problems of edits that an editor could not carry out: outside the text, turned round or overlapping. */
export function impossibleEdits(text: string, edits: readonly TextEdit[]): string[] {
  const sorted = edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return sorted.flatMap(({ span }, index) => {
    const previous = sorted[index - 1]?.span.end ?? 0;
    const isFine = span.start >= previous && span.end >= span.start && span.end <= text.length;
    return isFine ? [] : [`${span.start}–${span.end} in a text of ${text.length}, after ${previous}`];
  });
}

/** Analyses one version of a case after another, as an editor does: the files beside it are read once. */
export async function analyserOf(others: Readonly<Record<string, string>>): Promise<(text: string) => CaseAnalysis> {
  const workspace = await workspaceOf({ 'case.md': '---\ncase: x\n---\n', ...others });
  const uri = `${ROOT}/case.md`;
  return (text) => {
    workspace.setDocument(uri, text);
    const analysis = workspace.analyse(uri);
    if (!analysis) throw new Error('This text is not a case.');
    return analysis;
  };
}
