import type { Framework } from '../frameworks/framework-set.ts';
import { marksCounted, type ItemCoverage } from '../coverage/item-coverage.ts';
import type { Source } from '../model/case-model.ts';
import { conclusionOf } from '../quotes/confirmation.ts';
import { confirmationInWords } from '../rules/finding/change-in-words.ts';
import { frameworkSpan } from '../rules/places.ts';
import { shownName, shownText } from '../text/shown-text.ts';
import { countBetween } from '../text/words.ts';
import { minWordsOf, type CaseAnalysis } from '../workspace/case-analysis.ts';
import { byFramework } from './by-framework.ts';
import { nextSteps } from './next-steps.ts';
import { countSeverities, countStatuses } from './counts.ts';
import { unusableFrameworks } from './unusable-frameworks.ts';
import { explainStatus } from './explain-status.ts';
import { fitOfCase } from './fit-of-case.ts';
import type { CaseOverview, CaseSummary, FindingSummary, ItemOverview, ItemSummary, MarkSummary, SourceSummary } from './summary-view.ts';

/** What the tree of cases and the status bar show of a case, as it may be shown. */
export function overviewOf(analysis: CaseAnalysis): CaseOverview {
  const { model } = analysis;
  return {
    uri: analysis.uri,
    case: shownText(model.id),
    title: model.title === undefined ? null : shownName(model.title),
    problems: countSeverities(analysis.findings),
    frameworks: byFramework(analysis).map(({ framework, items }) => ({
      id: framework.id,
      title: shownName(framework.title),
      counts: countStatuses(items),
    })),
  };
}

/** The items of one of its frameworks as the tree of cases shows them; none when the case does not use it. */
export function itemsOf(analysis: CaseAnalysis, framework: string): ItemOverview[] {
  const found = byFramework(analysis).find((candidate) => candidate.framework.id === framework);
  return (found?.items ?? []).map((item) => ({
    id: item.entry.item.id,
    label: shownText(item.entry.item.label),
    status: item.status,
    words: item.words,
    sourceCount: item.sources.length,
    range: analysis.lines.rangeOf(placeOf(analysis, item)),
  }));
}

/** What the summary panel shows of a case. Its page sees to it that all of it may be shown; the name is the title of its tab, too. */
export function summaryOf(analysis: CaseAnalysis): CaseSummary {
  const { model, project } = analysis;
  const minWords = minWordsOf(project);
  return {
    uri: analysis.uri,
    case: shownText(model.id),
    title: model.title ?? null,
    words: model.words.length,
    problems: countSeverities(analysis.findings),
    frameworks: byFramework(analysis).map(({ framework, items }) => ({
      id: framework.id,
      title: framework.title,
      citation: citationOf(framework.source),
      counts: countStatuses(items),
      items: items.map((item) => summariseItem(analysis, item, minWords)),
      fit: fitOfCase(framework, items),
    })),
    unusableFrameworks: unusableFrameworks(analysis),
    next: nextSteps(analysis),
  };
}

/** "Wright, Westhead & Ucbasaran (2007)" */
export function citationOf(source: Framework['source']): string {
  const authors = source.authors.length > 1 ? `${source.authors.slice(0, -1).join(', ')} & ${source.authors.at(-1) ?? ''}` : (source.authors[0] ?? '');
  return `${authors} (${source.year})`;
}

function summariseItem(analysis: CaseAnalysis, coverage: ItemCoverage, minWords: number): ItemSummary {
  const { item } = coverage.entry;
  const { lines } = analysis;
  return {
    id: item.id,
    label: item.label,
    statement: item.statement,
    questions: item.questions,
    status: coverage.status,
    why: explainStatus(coverage, analysis.sources, minWords),
    words: coverage.words,
    minWords,
    marks: marksCounted(coverage).map((mark): MarkSummary => ({
      range: lines.rangeOf(mark.span),
      excerpt: excerptOf(analysis.text.slice(mark.span.start, mark.span.end)),
      words: countBetween(analysis.model.words, mark.span.start, mark.span.end),
      form: mark.form,
      stances: mark.stances,
      note: mark.note?.trim() || null,
    })),
    sources: coverage.sources.map((id) => summariseSource(analysis, coverage, id)),
    stances: coverage.stances,
    finding: summariseFinding(analysis, coverage),
    confirmation: conclusionOf(coverage) === undefined ? null : confirmationInWords(analysis, coverage),
    range: lines.rangeOf(placeOf(analysis, coverage)),
  };
}

function summariseSource(analysis: CaseAnalysis, coverage: ItemCoverage, id: string): SourceSummary {
  const source: Source | undefined = analysis.sources.get(id);
  const declared = analysis.model.sources.find((candidate) => candidate.id === id);
  const uses = new Map(
    marksCounted(coverage)
      .flatMap((mark) => mark.sources)
      .filter((use) => use.id === id)
      .map((use) => [use.span.start, use.span]),
  );
  return {
    id,
    title: source?.title ?? null,
    kind: source?.kind ?? null,
    declaredAt: declared ? analysis.lines.rangeOf(declared.span) : null,
    citedAt: [...uses.values()].map((span) => analysis.lines.rangeOf(span)),
  };
}

function summariseFinding(analysis: CaseAnalysis, { finding }: ItemCoverage): FindingSummary | null {
  if (!finding) return null;
  return { value: finding.value ?? null, verdict: finding.verdict ?? null, because: finding.because ?? null, range: analysis.lines.rangeOf(finding.span) };
}

/** Where a click on an item goes: its first mark, else its finding, else where the case promises its framework. */
function placeOf(analysis: CaseAnalysis, item: ItemCoverage): { start: number; end: number } {
  return (item.marks[0] ?? item.partMarks[0])?.nameSpan ?? item.finding?.span ?? frameworkSpan(analysis, item.entry.framework.id);
}

/** The first words of marked text, without Markdown's signs, directives, citations and comments. */
function excerptOf(text: string): string {
  const plain = text
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(/\{[^{}]*\}|:+[A-Za-z][\w-]*(?=[[{\s.,;]|$)|^:{3,}\s*$|\[[^[\]]*@[^[\]]*\]/gm, ' ')
    .replace(/^[ \t]*(?:>[ \t]*)+/gm, ' ') // a quotation's sign, not “more than”
    .replace(/[#*_`[\]]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\s+([.,;:!?])/g, '$1')
    .trim();
  return plain.length > 120 ? `${plain.slice(0, 117).replace(/\s+\S*$/, '')} …` : plain;
}
