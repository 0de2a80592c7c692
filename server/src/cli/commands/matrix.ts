import path from 'node:path';
import { buildCase } from '../../core/model/build-case.ts';
import { isOneOf } from '../../core/model/vocabulary.ts';
import { arrangeMatrix, isKey, keysOf, SHOWS, USUAL_OPTIONS } from '../../core/report/matrix/arrange-matrix.ts';
import { exportMatrix, MATRIX_FORMATS, type MatrixFormat } from '../../core/report/matrix/export-matrix.ts';
import type { MatrixData, MatrixRow } from '../../core/report/matrix/matrix-data.ts';
import { sharedFrameworks, withMisfit, withUnread } from '../../core/report/matrix/matrix-rows.ts';
import { releaseMatrix } from '../../core/report/matrix/release-matrix.ts';
import { remarksOf } from '../../core/report/matrix/matrix-table.ts';
import { matrixText } from '../../core/report/matrix/matrix-text.ts';
import { didYouMean, listed } from '../../core/rules/wording.ts';
import { createMarkdownParsers } from '../../core/syntax/markdown-parser.ts';
import { parseSyntax } from '../../core/syntax/syntax-document.ts';
import { nearest } from '../../core/text/nearest.ts';
import { oneLine } from '../../core/text/shown-text.ts';
import { writeWorkbook } from '../../host/write-workbook.ts';
import { uriOf } from '../../node/file-uri.ts';
import { NodeFileSystem } from '../../node/node-file-system.ts';
import type { Arguments, Command } from '../arguments.ts';
import { EXIT, UsageError } from '../exit-codes.ts';
import { loadCases, NO_CACHE_OPTION, type LoadedCases } from '../load-cases.ts';
import { projectOf } from '../open-study.ts';
import type { Output } from '../output.ts';
import { sayRefusal } from '../refusal.ts';
import { shownPath } from '../select-files.ts';
import { rowIn, type MatrixFacts } from '../views/matrix-view.ts';
import { writeResult } from '../write-result.ts';

export const matrixCommand: Command = {
  usage: 'matrix [PATHS…] [--show WHAT] [--by KEY] [--sort KEY] [--framework ID]… [--format FORMAT] [--out FILE] [--no-cache]',
  about: [
    'Shows the cases side by side: one row a case, one column an item, so that cases that behaved alike can be seen together.',
    'WHAT is status (default), finding, stance, words, summary (your own notes and reasons, as in a framework matrix) or fit (how many findings agree with, contradict or say nothing on what each theory expects).',
    'KEY is a key of the front matter, such as firm.country, an item, such as P7, or a theory, such as stage: cases with the same value, the same finding, or as many findings that agree with the theory, stand together.',
    'PATHS are files, folders or patterns; without any, the cases that casewright.yaml names (**/*.md unless it says otherwise).',
    'A case that cannot be read is shown as broken and named below; the program then ends with 2. FILE is written over if it exists, unless it is a case.',
  ],
  options: {
    show: { takes: 'WHAT', help: `${listed(SHOWS, 'or')}; see above.` },
    by: { takes: 'KEY', help: 'Group the cases by a front-matter key or by the finding on an item.' },
    sort: { takes: 'KEY', help: 'Sort the cases, within each group, by a front-matter key or a finding; otherwise by path.' },
    framework: { takes: 'ID', help: 'Show the items of this framework only; once for each.' },
    format: { takes: 'FORMAT', help: `${listed(['text', ...MATRIX_FORMATS], 'or')}; otherwise what the name of FILE ends in, else text.` },
    out: { takes: 'FILE', help: 'The file to write, instead of printing.' },
    ...NO_CACHE_OPTION,
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
    if (format === 'xlsx' && out === undefined && output.isTerminal) {
      throw new UsageError('A workbook is nothing to be read on a terminal; name a file for it: --out matrix.xlsx.');
    }
    const cases: RowOfCase[] = [];
    const loaded = await loadCases(given, { view: 'matrix', options: null }, output, ({ uri, facts, part }) => {
      cases.push({ uri, row: rowIn(part), ...facts });
    });
    const data = matrixOf(cases, loaded);
    const frameworks = given.values('framework').map((id) => knownFramework(data, id));
    const arranged = arrangeMatrix(data, {
      ...USUAL_OPTIONS,
      show,
      by: knownKey(data, '--by', given.value('by')),
      sort: knownKey(data, '--sort', given.value('sort')),
      frameworks: frameworks.length === 0 ? null : frameworks,
    });
    const release = releaseMatrix(arranged);
    if (!release.matrix) {
      sayRefusal(release.withheld, output);
      return EXIT.failed;
    }
    const { matrix } = release;
    const content = format === 'text' ? matrixText(matrix, out === undefined ? output.style : PLAIN) : await exportMatrix(matrix, format, writeWorkbook);
    // An earlier export is better than an empty one: this may be the wrong folder.
    if (out !== undefined && data.rows.length > 0) await writeExport(out, content, output);
    else if (out === undefined && (format !== 'text' || data.rows.length > 0)) output.result(content);
    if (format !== 'text' || out !== undefined) for (const remark of remarksOf(data.rows)) output.note(remark);
    const isShown = cases.every(({ isWhole }) => isWhole) && data.rows.every((row) => row.broken === null);
    return loaded.isComplete && isShown ? EXIT.clean : EXIT.failed;
  },
};

interface RowOfCase extends MatrixFacts {
  readonly uri: string;
  readonly row: MatrixRow;
}

/** The rows of all cases under the frameworks that they use, as each case's own configuration means them. */
function matrixOf(cases: readonly RowOfCase[], { study, unread, pathOf }: LoadedCases): MatrixData {
  const inUse = cases.map(({ uri, frameworks: ids }) => {
    const { frameworks: known } = projectOf(uri, study.workspace, study.files);
    return { uri, frameworks: ids.flatMap((id) => known.get(id) ?? []) };
  });
  const { frameworks, misfits } = sharedFrameworks(inUse, pathOf);
  const rows = cases.map(({ row }) => withMisfit(row, misfits));
  return { frameworks, rows: withUnread(rows, unread, pathOf) };
}

const PLAIN = { width: 120, colour: false };

/** What is asked for, else what the file's name ends in. */
function formatOf(given: Arguments, out: string | undefined): 'text' | MatrixFormat {
  const ending = path
    .extname(out ?? '')
    .slice(1)
    .toLowerCase();
  if (given.has('format') || ['', 'txt'].includes(ending)) return given.choice('format', ['text', ...MATRIX_FORMATS]);
  if (isOneOf(MATRIX_FORMATS, ending)) return ending;
  const known = listed(
    ['txt', ...MATRIX_FORMATS].map((format) => `.${format}`),
    'or',
  );
  throw new UsageError(`Nothing is known to write into a file that ends in .${ending}; name one that ends in ${known}, or add --format.`);
}

/** Writes over an earlier export, but never over a case: a case is weeks of work. */
async function writeExport(out: string, content: string | Uint8Array, output: Output): Promise<void> {
  const { cwd } = output;
  const file = path.resolve(cwd, out);
  if (await isCase(file)) throw new UsageError(`${shownPath(file, cwd)} is a case, and nothing was written; name another file.`);
  await writeResult(file, content, { cwd, isNew: false });
  output.result(`Wrote ${oneLine(shownPath(file, cwd))}.\n`);
}

/** Whether a file is a case, or may be one: Markdown that cannot be read. */
async function isCase(file: string): Promise<boolean> {
  const state = await new NodeFileSystem().read(uriOf(file));
  if (state.kind === 'text') return buildCase(parseSyntax(state.text, createMarkdownParsers())) !== undefined;
  return state.kind === 'unreadable' && /\.(?:md|markdown)$/i.test(file);
}

/** A key that some case has; a slip would otherwise put all cases into one group, and nobody would notice. */
function knownKey(data: MatrixData, option: string, key: string | undefined): string | null {
  if (key === undefined || data.rows.length === 0 || isKey(data, key)) return key ?? null;
  const { fields, items } = keysOf(data);
  const inner = fields.filter((field) => field.startsWith(`${key}.`));
  if (inner.length > 0) throw new UsageError(`“${key}” holds several fields, so ${option} cannot use it; name one of them: ${listed(inner, 'or')}.`);
  const near = nearest(key, [...fields, ...items]);
  throw new UsageError(`No case has a plain value for “${key}” in its front matter, and no item is called so, so ${option} cannot use it.${didYouMean(near)}`);
}

function knownFramework(data: MatrixData, id: string): string {
  const ids = data.frameworks.map((framework) => framework.id);
  if (ids.includes(id)) return id;
  throw new UsageError(`None of these cases uses a framework “${id}”; they use ${ids.length === 0 ? 'none' : listed(ids)}.${didYouMean(nearest(id, ids))}`);
}
