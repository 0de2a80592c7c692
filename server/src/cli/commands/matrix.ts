import { nearest } from '../../core/text/nearest.ts';
import { didYouMean, listed } from '../../core/rules/wording.ts';
import { arrangeMatrix, isKey, keysOf, SHOWS, USUAL_OPTIONS } from '../../core/report/matrix/arrange-matrix.ts';
import { exportMatrix } from '../../core/report/matrix/export-matrix.ts';
import type { MatrixData } from '../../core/report/matrix/matrix-data.ts';
import { matrixData } from '../../core/report/matrix/matrix-rows.ts';
import { matrixText } from '../../core/report/matrix/matrix-text.ts';
import { writeWorkbook } from '../../host/write-workbook.ts';
import type { Command } from '../arguments.ts';
import { EXIT, UsageError } from '../exit-codes.ts';
import { loadCases } from '../load-cases.ts';

export const matrixCommand: Command = {
  usage: 'matrix [PATHS…] [--show WHAT] [--by KEY] [--sort KEY] [--framework ID] [--format FORMAT]',
  about: [
    'Shows the cases side by side: one row a case, one column an item, so that cases that behaved alike can be seen together.',
    'WHAT is status (default), finding, stance, words, summary (your own notes and reasons, as in a framework matrix) or fit (how many findings agree with, contradict or say nothing on what each theory expects).',
    'KEY is a key of the front matter, such as firm.country, or an item, such as P7: cases with the same value, or the same finding, stand together.',
    'A case that cannot be read is shown as broken and named below; the program then ends with 2.',
  ],
  options: {
    show: { takes: 'WHAT', help: `${listed(SHOWS, 'or')}.` },
    by: { takes: 'KEY', help: 'Group the cases by a front-matter key or by the finding on an item.' },
    sort: { takes: 'KEY', help: 'Sort the cases, within each group, by a front-matter key or a finding; otherwise by path.' },
    framework: { takes: 'ID', help: 'Show the items of this framework only.' },
    format: { takes: 'FORMAT', help: 'text (default), csv, md, html, json or xlsx.' },
  },
  examples: [
    ['matrix', 'The status of every item of every case.'],
    ['matrix --show finding --by P7', 'What was found, with the cases grouped by their finding on P7.'],
    ['matrix --show fit', 'Which theories the findings bear out.'],
    ['matrix --show finding --format xlsx > findings.xlsx', 'For a spreadsheet.'],
  ],
  most: Infinity,
  async run(given, output) {
    const show = given.choice('show', SHOWS);
    const format = given.choice('format', ['text', 'csv', 'md', 'html', 'json', 'xlsx']);
    const { cases, unread, pathOf, isComplete } = await loadCases(given.words, output);
    const data = matrixData(cases, unread, pathOf);
    const framework = given.value('framework');
    const matrix = arrangeMatrix(data, {
      ...USUAL_OPTIONS,
      show,
      by: knownKey(data, '--by', given.value('by')),
      sort: knownKey(data, '--sort', given.value('sort')),
      frameworks: framework === undefined ? null : [knownFramework(data, framework)],
    });
    for (const row of data.rows)
      for (const remark of [row.broken, ...row.remarks]) if (remark !== null && format !== 'text') output.note(`${row.path}: ${remark}`);
    if (format !== 'text') output.result(await exportMatrix(matrix, format, writeWorkbook));
    else if (data.rows.length > 0) output.result(matrixText(matrix, output.style));
    return isComplete && data.rows.every((row) => row.broken === null) ? EXIT.clean : EXIT.failed;
  },
};

/** A key that some case has; a slip would otherwise put all cases into one group, and nobody would notice. */
function knownKey(data: MatrixData, option: string, key: string | undefined): string | null {
  if (key === undefined || data.rows.length === 0 || isKey(data, key)) return key ?? null;
  const { fields, items } = keysOf(data);
  const near = nearest(key, [...fields, ...items]);
  throw new UsageError(`No case has “${key}” in its front matter, and no item is called so, so ${option} cannot use it.${didYouMean(near)}`);
}

function knownFramework(data: MatrixData, id: string): string {
  const ids = data.frameworks.map((framework) => framework.id);
  if (ids.includes(id)) return id;
  throw new UsageError(`None of these cases uses a framework “${id}”; they use ${ids.length === 0 ? 'none' : listed(ids)}.${didYouMean(nearest(id, ids))}`);
}
