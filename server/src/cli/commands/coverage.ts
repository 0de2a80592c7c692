import { coverageCsv } from '../../core/report/coverage-csv.ts';
import { coverageMarkdown } from '../../core/report/coverage-markdown.ts';
import { coverageReport } from '../../core/report/coverage-report.ts';
import { coverageText } from '../../core/report/coverage-text.ts';
import { unusableFrameworkRemarks } from '../../core/report/unusable-frameworks.ts';
import type { Command } from '../arguments.ts';
import { EXIT } from '../exit-codes.ts';
import { readable } from '../help.ts';
import { loadCases } from '../load-cases.ts';
import { asJson } from '../output.ts';

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
    const report = coverageReport(cases, pathOf);
    if (format === 'json') output.result(asJson(report));
    else if (format === 'csv') output.result(coverageCsv(report));
    else if (format === 'md') output.result(coverageMarkdown(report));
    else if (cases.length > 0) output.result(coverageText(report, readable(output.style)));
    const remarks = cases.flatMap((analysis) => unusableFrameworkRemarks(analysis).map((remark) => `${pathOf(analysis.uri)}: ${remark}`));
    for (const remark of remarks) output.note(remark);
    return isComplete && remarks.length === 0 ? EXIT.clean : EXIT.failed;
  },
};
