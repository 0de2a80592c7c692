import { STANCES } from '../model/vocabulary.ts';
import type { CoveredCase } from './coverage-report.ts';
import { csvText } from './csv.ts';

const COLUMNS = ['path', 'case', 'title', 'framework', 'item', 'label', 'status', 'words', 'sources', ...STANCES, 'value', 'verdict', 'because'] as const;

/** The header of coverage as CSV (RFC 4180). */
export const COVERAGE_HEAD = csvText([COLUMNS]);

/** The rows of a case, one an item; the sources are separated by spaces. */
export function coverageRows(covered: CoveredCase): string {
  return csvText(
    covered.frameworks.flatMap((framework) =>
      framework.items.map(({ id, label, status, words, sources, stances, finding }) => {
        const head = [covered.path, covered.case, covered.title, framework.id, id, label, status, words, sources.join(' ')];
        return [...head, ...STANCES.map((stance) => stances[stance]), finding?.value, finding?.verdict, finding?.because];
      }),
    ),
  );
}
