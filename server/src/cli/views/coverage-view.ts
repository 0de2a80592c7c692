import { COVERAGE_HEAD, coverageRows } from '../../core/report/coverage-csv.ts';
import { coverageMarkdown } from '../../core/report/coverage-markdown.ts';
import { coveredCase, type CoveredCase } from '../../core/report/coverage-report.ts';
import { LIST_GAP, LIST_HEAD, listEntry, listTail } from '../../core/report/json-list.ts';
import { unusableFrameworkRemarks } from '../../core/report/unusable-frameworks.ts';
import { withheldFrom } from '../../core/report/withheld.ts';
import type { WithheldCase } from '../refusal.ts';
import type { CaseView } from './case-view.ts';

/** The formats in which coverage is printed case by case. */
export const PIECEWISE = {
  json: { head: LIST_HEAD, gap: LIST_GAP, piece: listEntry, tail: (isEmpty: boolean) => listTail(isEmpty) },
  csv: { head: COVERAGE_HEAD, gap: '', piece: coverageRows, tail: () => '' },
  md: { head: '', gap: '\n', piece: coverageMarkdown, tail: () => '' },
} as const;

export interface CoverageOptions {
  readonly format: 'text' | keyof typeof PIECEWISE;
}

export interface CoverageFacts {
  /** What a reader of the case's coverage should know: sentences with the case's path. */
  readonly remarks: readonly string[];
  /** Why the case must not be shown to others; null when it may. */
  readonly withheld: WithheldCase | null;
}

/** What `coverage` prints of a case; the text sets all cases side by side, and so gets the case as data. */
export const coverageView: CaseView<CoverageOptions, CoverageFacts> = {
  comparesNames: false,
  make: (analysis, { format }, pathOf) => {
    const covered = coveredCase(analysis, pathOf);
    const remarks = unusableFrameworkRemarks(analysis).map((remark) => `${covered.path}: ${remark}`);
    const withheld = withheldFrom(analysis);
    const facts = { remarks, withheld: withheld && { path: covered.path, ...withheld } };
    return { facts, part: format === 'text' ? JSON.stringify(covered) : PIECEWISE[format].piece(covered) };
  },
};

/** A case as the text gets it. */
export function coveredIn(part: Uint8Array): CoveredCase {
  return JSON.parse(Buffer.from(part).toString()) as CoveredCase;
}
