import path from 'node:path';
import { isOneOf } from '../../core/model/vocabulary.ts';
import { arrangeMatrix, isKey, keysOf, SHOWS, USUAL_OPTIONS } from '../../core/report/matrix/arrange-matrix.ts';
import { exportMatrix, MATRIX_FORMATS, type MatrixFormat } from '../../core/report/matrix/export-matrix.ts';
import type { MatrixData } from '../../core/report/matrix/matrix-data.ts';
import { matrixData } from '../../core/report/matrix/matrix-rows.ts';
import { remarksOf } from '../../core/report/matrix/matrix-table.ts';
import { matrixText } from '../../core/report/matrix/matrix-text.ts';
import { didYouMean, listed } from '../../core/rules/wording.ts';
import { nearest } from '../../core/text/nearest.ts';
import type { CaseAnalysis } from '../../core/workspace/case-analysis.ts';
import { writeWorkbook } from '../../host/write-workbook.ts';
import { pathOf } from '../../node/file-uri.ts';
import type { Arguments, Command } from '../arguments.ts';
import { EXIT, UsageError } from '../exit-codes.ts';
import { loadCases } from '../load-cases.ts';
import type { Output } from '../output.ts';
import { shownPath } from '../select-files.ts';
import { writeResult } from '../write-result.ts';

export const matrixCommand: Command = {
  usage: 'matrix [PATHS…] [--show WHAT] [--by KEY] [--sort KEY] [--framework ID]… [--format FORMAT] [--out FILE]',
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
    framework: { takes: 'ID', help: 'Show the items of this framework only; once for each.' },
    format: { takes: 'FORMAT', help: 'text, csv, md, html, json or xlsx; otherwise what the name of FILE ends in, else text.' },
    out: { takes: 'FILE', help: 'The file to write, instead of printing.' },
  },
  examples: [
    ['matrix', 'The status of every item of every case.'],
    ['matrix --show finding --by P7', 'What was found, with the cases grouped by their finding on P7.'],
    ['matrix --show fit', 'Which theories the findings bear out.'],
    ['matrix --show finding --out findings.xlsx', 'For a spreadsheet.'],
  ],
  most: Infinity,
  async run(given, output) {
    const show = given.choice('show', SHOWS);
    const out = given.value('out');
    const format = formatOf(given, out);
    const { cases, unread, pathOf: shownAs, isComplete } = await loadCases(given.words, output);
    const data = matrixData(cases, unread, shownAs);
    const frameworks = given.values('framework').map((id) => knownFramework(data, id));
    const matrix = arrangeMatrix(data, {
      ...USUAL_OPTIONS,
      show,
      by: knownKey(data, '--by', given.value('by')),
      sort: knownKey(data, '--sort', given.value('sort')),
      frameworks: frameworks.length === 0 ? null : frameworks,
    });
    const content = format === 'text' ? matrixText(matrix, out === undefined ? output.style : PLAIN) : await exportMatrix(matrix, format, writeWorkbook);
    if (out !== undefined) await writeFileOf(out, content, cases, output);
    else if (format !== 'text' || data.rows.length > 0) output.result(content);
    if (format !== 'text' || out !== undefined) for (const remark of remarksOf(data.rows)) output.note(remark);
    return isComplete && data.rows.every((row) => row.broken === null) ? EXIT.clean : EXIT.failed;
  },
};

const PLAIN = { width: 120, colour: false };

/** What is asked for, else what the file's name ends in. */
function formatOf(given: Arguments, out: string | undefined): 'text' | MatrixFormat {
  const ending = path
    .extname(out ?? '')
    .slice(1)
    .toLowerCase();
  if (!given.has('format') && isOneOf(MATRIX_FORMATS, ending)) return ending;
  return given.choice('format', ['text', ...MATRIX_FORMATS]);
}

/** Writes over an earlier export, but never over a case: a case is weeks of work. */
async function writeFileOf(out: string, content: string | Uint8Array, cases: readonly CaseAnalysis[], output: Output): Promise<void> {
  const { cwd } = output;
  const file = path.resolve(cwd, out);
  const isCase = cases.some(({ uri }) => path.relative(pathOf(uri), file) === '');
  if (isCase) throw new UsageError(`${shownPath(file, cwd)} is one of the cases, and nothing was written; name another file.`);
  await writeResult(file, content, { cwd, isNew: false });
  output.result(`Wrote ${shownPath(file, cwd)}.\n`);
}

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
