import { withoutFormula } from '../csv.ts';
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

/** Numbers stay numbers. What XML cannot hold, and so no workbook, becomes a space: half a character, too, where a text is cut. */
function sheetCell(content: string | number): string | number {
  if (typeof content === 'number') return content;
  return withoutFormula(content)
    .slice(0, LONGEST)
    .replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]|\p{Cs}/gu, ' ');
}
