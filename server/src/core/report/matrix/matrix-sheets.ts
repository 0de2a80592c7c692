import { shownText } from '../../text/shown-text.ts';
import { spreadsheetText } from '../csv.ts';
import { rowsOf, type ArrangedMatrix } from './arrange-matrix.ts';
import { fitAt, usesFramework } from './cell-text.ts';
import { matrixGrid } from './matrix-table.ts';

/** A sheet of a workbook; the first row is its header. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly (string | number)[])[];
}

/** Writes a workbook; the bytes are those of an .xlsx file. */
export type WriteWorkbook = (sheets: readonly Sheet[]) => Promise<Uint8Array>;

/** The most characters that a cell of a workbook holds. */
const LONGEST = 32_767;

/** The matrix as the sheets of a workbook: the grid, and what the columns stand for. */
export function matrixSheets(matrix: ArrangedMatrix): Sheet[] {
  const names = matrix.columns.map((column) => [column.heading, column.label, column.framework.title]);
  const isFit = matrix.options.show === 'fit';
  const comparisons = isFit ? [{ name: 'Comparisons', rows: comparisonsIn(matrix) }] : [];
  return [
    { name: 'Matrix', rows: matrixGrid(matrix).map((row) => row.map(sheetCell)) },
    { name: isFit ? 'Theories' : 'Items', rows: [[isFit ? 'theory' : 'item', 'name', 'framework'], ...names.map((row) => row.map(sheetCell))] },
    ...comparisons,
  ];
}

/** Every comparison that the numbers of a fit count: what a theory expects of an item, beside what a case found. */
function comparisonsIn(matrix: ArrangedMatrix): (string | number)[][] {
  const shown = rowsOf(matrix).filter((row) => row.broken === null);
  const rows = shown.flatMap((row) =>
    matrix.columns
      .filter((column) => usesFramework(row, column))
      .flatMap((column) =>
        fitAt(row, column).items.map(({ item, expected, found, outcome }) => [
          row.case || row.path,
          column.heading,
          item,
          expected ?? '',
          found ?? '',
          outcome,
        ]),
      ),
  );
  return [['case', 'theory', 'item', 'expected', 'found', 'outcome'], ...rows.map((row) => row.map(sheetCell))];
}

/** What a workbook takes for a character written by its number, such as `_x000D_`: its underscore is written so itself, then the text is as it was. */
const ESCAPE = /_(?=x[\dA-F]{4}_)/gi;

/** Numbers stay numbers. Of a text that is too long, as much as a cell holds: where that cuts a character in two, no half of it. */
function sheetCell(content: string | number): string | number {
  if (typeof content === 'number') return content;
  return shownText(spreadsheetText(content).slice(0, LONGEST)).replace(ESCAPE, '_x005F_');
}
