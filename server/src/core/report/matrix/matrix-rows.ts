import { marksCounted, type ItemCoverage } from '../../coverage/item-coverage.ts';
import type { Framework } from '../../frameworks/framework-set.ts';
import { frontMatterIsWhole } from '../../rules/certainty.ts';
import type { CaseAnalysis } from '../../workspace/case-analysis.ts';
import { unusableFrameworkRemarks } from '../unusable-frameworks.ts';
import { withheldFrom } from '../withheld.ts';
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
  const { frameworks, misfits } = sharedFrameworks(
    cases.map((analysis) => ({ uri: analysis.uri, frameworks: analysis.frameworks.frameworks })),
    pathOf,
  );
  const rows = cases.map((analysis) => withMisfit(matrixRow(analysis, pathOf), misfits));
  return { frameworks, rows: withUnread(rows, unread, pathOf) };
}

/** The rows with those of files that could not be read, where their paths belong. */
export function withUnread(rows: readonly MatrixRow[], unread: readonly UnreadFile[], pathOf: (uri: string) => string): MatrixRow[] {
  const all = [...rows];
  for (const file of unread) {
    const row = unreadRow(file, pathOf);
    const after = all.findIndex((other) => other.path > row.path);
    all.splice(after < 0 ? all.length : after, 0, row);
  }
  return all;
}

/** The row of a case in a matrix, where it may be that the case cannot stand beside the others. */
export function withMisfit(row: MatrixRow, misfits: ReadonlyMap<string, string>): MatrixRow {
  const misfit = misfits.get(row.uri);
  return row.broken !== null || misfit === undefined ? row : { ...row, broken: misfit, cells: {} };
}

/** The columns of a matrix, and the cases that have no place in it. */
export interface SharedFrameworks {
  readonly frameworks: readonly MatrixFramework[];
  /** Why a case cannot stand in one matrix with those before it, by its URI. */
  readonly misfits: ReadonlyMap<string, string>;
}

/**
 * The frameworks that any of some cases uses, in the order in which they name them. Cases of different folders can mean
 * different frameworks by one name: their items have nothing in common but ids, so that only those of the first can be
 * shown.
 * @param cases in the order of their rows
 */
export function sharedFrameworks(
  cases: Iterable<{ readonly uri: string; readonly frameworks: readonly Framework[] }>,
  pathOf: (uri: string) => string,
): SharedFrameworks {
  const found = new Map<string, { readonly shown: MatrixFramework; readonly first: string; readonly same: Set<Framework> }>();
  const misfits = new Map<string, string>();
  for (const { uri, frameworks } of cases) {
    for (const framework of frameworks) {
      const known = found.get(framework.id);
      if (!known) found.set(framework.id, { shown: matrixFramework(framework), first: uri, same: new Set([framework]) });
      else if (known.same.has(framework) || isSame(known.shown, framework)) known.same.add(framework);
      else {
        misfits.set(uri, otherFramework(framework.id, pathOf(known.first)));
        break;
      }
    }
  }
  return { frameworks: [...found.values()].map(({ shown }) => shown), misfits };
}

function isSame(shown: MatrixFramework, other: Framework): boolean {
  return JSON.stringify(matrixFramework(other)) === JSON.stringify(shown);
}

function otherFramework(id: string, path: string): string {
  return `The framework “${id}” is not the one that ${path} calls so, so the two cases cannot stand in one matrix. Give one of the two frameworks another id.`;
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
    withheld: withheldFrom(analysis),
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

function remarksOn(analysis: CaseAnalysis, isWhole: boolean, pathOf: (uri: string) => string): string[] {
  const { model, frameworks, sameCases } = analysis;
  const same = sameCases.map(({ uri }) => pathOf(uri));
  const unusable = isWhole ? unusableFrameworkRemarks(analysis) : [];
  const hasNone = isWhole && frameworks.frameworks.length === 0 && unusable.length === 0;
  return [
    ...(same.length === 0 ? [] : [`“${model.id}” is also the name of the case in ${same.join(', ')}; give each case a name of its own.`]),
    ...unusable,
    ...(hasNone ? ['This case names no framework, so there is nothing to show.'] : []),
  ];
}

function unreadRow({ uri, reason }: UnreadFile, pathOf: (uri: string) => string): MatrixRow {
  const broken = `This file could not be read: ${reason}.`;
  return { uri, path: pathOf(uri), case: '', title: null, broken, brokenAt: null, remarks: [], withheld: null, fields: {}, cells: {} };
}
