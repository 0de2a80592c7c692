import { marksCounted, type ItemCoverage } from '../../coverage/item-coverage.ts';
import type { Framework } from '../../frameworks/framework-set.ts';
import { frontMatterIsWhole } from '../../rules/certainty.ts';
import type { CaseAnalysis } from '../../workspace/case-analysis.ts';
import { simpleFields } from './simple-fields.ts';
import { columnKey, type MatrixCell, type MatrixData, type MatrixFramework, type MatrixRow } from './matrix-data.ts';

/** A file that was asked for and could not be read; `reason` completes "… could not be read: …". */
export interface UnreadFile {
  readonly uri: string;
  readonly reason: string;
}

/**
 * The matrix of some cases.
 * @param cases in the order in which the rows are to stand
 * @param unread files that have to be shown as broken; they stand where their paths belong
 * @param pathOf how files are named for readers
 */
export function matrixData(cases: readonly CaseAnalysis[], unread: readonly UnreadFile[], pathOf: (uri: string) => string): MatrixData {
  const rows = cases.map((analysis) => matrixRow(analysis, pathOf));
  for (const file of unread) {
    const row = unreadRow(file, pathOf);
    const after = rows.findIndex((other) => other.path > row.path);
    rows.splice(after < 0 ? rows.length : after, 0, row);
  }
  return { frameworks: matrixFrameworks(cases), rows };
}

/** The frameworks that any of the cases uses, in the order in which the cases name them. */
export function matrixFrameworks(cases: readonly CaseAnalysis[]): MatrixFramework[] {
  const frameworks = new Map(cases.flatMap((analysis) => analysis.frameworks.frameworks.map((framework) => [framework.id, framework])));
  return [...frameworks.values()].map(matrixFramework);
}

/** The row of one case. */
export function matrixRow(analysis: CaseAnalysis, pathOf: (uri: string) => string): MatrixRow {
  const { uri, model, coverage } = analysis;
  const { broken, brokenAt } = whyBroken(analysis);
  return {
    uri,
    path: pathOf(uri),
    case: model.id,
    title: model.title ?? null,
    broken,
    brokenAt,
    remarks: remarksOn(analysis, broken === null, pathOf),
    fields: simpleFields(model.fields),
    cells: broken === null ? Object.fromEntries(coverage.items.map((item) => [keyOf(item), cellOf(analysis, item)])) : {},
  };
}

/** What the matrix needs to know of a framework. */
function matrixFramework({ id, title, perspectives, items }: Framework): MatrixFramework {
  return {
    id,
    title,
    perspectives: perspectives.map((perspective) => ({ id: perspective.id, label: perspective.label })),
    items: items.map((item) => ({
      id: item.id,
      label: item.label,
      parent: item.parent ?? null,
      values: item.values.map((value) => ({ id: value.id, means: value.means ?? null })),
      predictions: Object.fromEntries(
        Object.entries(item.predictions).map(([perspective, { value, because }]) => [perspective, { value, because: because ?? null }]),
      ),
    })),
  };
}

function keyOf({ entry }: ItemCoverage): string {
  return columnKey(entry.framework.id, entry.item.id);
}

function cellOf({ lines }: CaseAnalysis, coverage: ItemCoverage): MatrixCell {
  const { status, words, sources, stances, finding, marks } = coverage;
  return {
    status,
    words,
    sources,
    stances,
    value: finding?.value ?? null,
    verdict: finding?.verdict ?? null,
    because: finding?.because ?? null,
    notes: marks.flatMap(({ note }) => (note === undefined || note.trim() === '' ? [] : [note.trim()])),
    marks: marksCounted(coverage).map((mark) => lines.rangeOf(mark.span)),
    findingAt: finding ? lines.rangeOf(finding.span) : null,
  };
}

/** Half of a front matter would show as gaps that are none. */
function whyBroken(analysis: CaseAnalysis): Pick<MatrixRow, 'broken' | 'brokenAt'> {
  if (frontMatterIsWhole(analysis)) return { broken: null, brokenAt: null };
  const [problem] = analysis.model.syntax.frontMatter?.problems ?? [];
  const brokenAt = problem ? analysis.lines.rangeOf(problem.span) : null;
  const line = brokenAt ? ` from line ${brokenAt.start.line + 1} on` : '';
  return { broken: `The front matter of this case could not be read${line}, so nothing can be said about it. ${problem?.message ?? ''}`.trimEnd(), brokenAt };
}

function remarksOn({ model, project, sameCases }: CaseAnalysis, isWhole: boolean, pathOf: (uri: string) => string): string[] {
  const same = sameCases.map(({ uri }) => pathOf(uri));
  const unusable = isWhole ? (model.frameworks ?? []).map(({ id }) => id).filter((id) => !project.frameworks.has(id)) : [];
  return [
    ...(same.length === 0 ? [] : [`“${model.id}” is also the name of the case in ${same.join(', ')}; give each case a name of its own.`]),
    ...unusable.map((id) => `This case names a framework “${id}” that cannot be used, so its items are not shown.`),
    ...(isWhole && model.frameworks === undefined && project.defaultFrameworks.length === 0
      ? ['This case names no framework, so there is nothing to show.']
      : []),
  ];
}

function unreadRow({ uri, reason }: UnreadFile, pathOf: (uri: string) => string): MatrixRow {
  const broken = `This file could not be read: ${reason}.`;
  return { uri, path: pathOf(uri), case: '', title: null, broken, brokenAt: null, remarks: [], fields: {}, cells: {} };
}
