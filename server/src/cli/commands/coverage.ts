import { COVERAGE_HEAD, coverageRows } from '../../core/report/coverage-csv.ts';
import { coverageMarkdown } from '../../core/report/coverage-markdown.ts';
import { coveredCase } from '../../core/report/coverage-report.ts';
import { coverageText } from '../../core/report/coverage-text.ts';
import { LIST_GAP, LIST_HEAD, listEntry, listTail } from '../../core/report/json-list.ts';
import { unusableFrameworkRemarks } from '../../core/report/unusable-frameworks.ts';
import type { Command } from '../arguments.ts';
import { EXIT } from '../exit-codes.ts';
import { readable } from '../help.ts';
import { loadCases } from '../load-cases.ts';
import { ResultWriter } from '../result-writer.ts';

const FORMATS = {
  json: { head: LIST_HEAD, gap: LIST_GAP, piece: listEntry, tail: (isEmpty: boolean) => listTail(isEmpty) },
  csv: { head: COVERAGE_HEAD, gap: '', piece: coverageRows, tail: () => '' },
  md: { head: '', gap: '\n', piece: coverageMarkdown, tail: () => '' },
} as const;

export const coverageCommand: Command = {
  usage: 'coverage [PATHS…] [--format FORMAT]',
  about: [
    'Shows which items of its frameworks each case covers: of one case every item with its words and sources, and how far its findings bear out each theory; of several a table of cases by items (“casewright matrix” shows more of them).',
    'PATHS are files, folders or patterns; without any, the cases that casewright.yaml names (**/*.md unless it says otherwise).',
  ],
  options: { format: { takes: 'FORMAT', help: 'text (default), json, csv or md.' } },
  examples: [
    ['coverage', 'The whole study at a glance.'],
    ['coverage cases/dge.md', 'One case, item by item.'],
    ['coverage --format csv > coverage.csv', 'For a spreadsheet.'],
  ],
  most: Infinity,
  async run(given, output) {
    const format = given.choice('format', ['text', 'json', 'csv', 'md']);
    const { cases, pathOf, isComplete } = await loadCases(given.words, output);
    const covered = cases.map((analysis) => coveredCase(analysis, pathOf));
    if (format === 'text') {
      if (cases.length > 0) output.result(coverageText(covered, readable(output.style)));
    } else {
      const { head, gap, piece, tail } = FORMATS[format];
      const result = new ResultWriter(output, head, gap);
      for (const one of covered) await result.add(Buffer.from(piece(one)));
      await result.end(tail(result.isEmpty));
    }
    const remarks = cases.flatMap((analysis) => unusableFrameworkRemarks(analysis).map((remark) => `${pathOf(analysis.uri)}: ${remark}`));
    for (const remark of remarks) output.note(remark);
    return isComplete && remarks.length === 0 ? EXIT.clean : EXIT.failed;
  },
};
