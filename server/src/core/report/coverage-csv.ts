import { STANCES } from '../model/vocabulary.ts';
import type { CoverageReport } from './coverage-report.ts';
import { csvText } from './csv.ts';

const COLUMNS = ['path', 'case', 'title', 'framework', 'item', 'label', 'status', 'words', 'sources', ...STANCES, 'value', 'verdict', 'because'] as const;

/** Coverage as CSV (RFC 4180): one row an item of a case; the sources are separated by spaces. */
export function coverageCsv(report: CoverageReport): string {
  const rows = report.cases.flatMap((covered) =>
    covered.frameworks.flatMap((framework) =>
      framework.items.map(({ id, label, status, words, sources, stances, finding }) => {
        const head = [covered.path, covered.case, covered.title, framework.id, id, label, status, words, sources.join(' ')];
        return [...head, ...STANCES.map((stance) => stances[stance]), finding?.value, finding?.verdict, finding?.because];
      }),
    ),
  );
  return csvText([COLUMNS, ...rows]);
}
