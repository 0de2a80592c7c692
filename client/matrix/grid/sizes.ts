import { cellAt, type MatrixColumn, type Show } from '../../../server/src/core/report/matrix/arrange-matrix.ts';
import { summaryOfCell } from '../../../server/src/core/report/matrix/cell-text.ts';
import type { MatrixCell, MatrixRow } from '../../../server/src/core/report/matrix/matrix-data.ts';
import type { Line, MatrixView } from '../matrix-view.ts';

/** How large the parts of the table are, in pixels. Known beforehand, so that what is not seen need not be made to be measured. */
export interface Sizes {
  readonly nameWidth: number;
  readonly columnWidth: number;
  readonly totalWidth: number;
  readonly frameworksHeight: number;
  readonly headsHeight: number;
  readonly groupHeight: number;
  readonly rowHeight: number;
  readonly totalHeight: number;
}

/** Width of a column, in ems, and the most lines of text in a cell. */
const CELLS: Readonly<Record<Show, { readonly width: number; readonly lines: number }>> = {
  status: { width: 8, lines: 1 },
  words: { width: 6.5, lines: 1 },
  stance: { width: 8, lines: 1 },
  fit: { width: 10, lines: 3 },
  finding: { width: 13, lines: 3 },
  summary: { width: 20, lines: 4 },
};

/** Lines of an item's name above its column, below its id. */
const HEAD_LINES = 3;
/** How many characters of an id, which is bold, fit into an em. */
const BOLD_CHARACTERS = 1.6;
/** Space above and below the text of a cell, and the line under it. */
const AROUND = 11;
/** How many characters fit into an em, in most fonts. */
const CHARACTERS = 1.92;
/** Space beside the text of a cell, in ems. */
const BESIDE = 1;

/** The sizes for what is shown, at a size of the text. */
export function sizesFor({ rows, matrix: { columns, options } }: MatrixView, fontSize: number): Sizes {
  const line = Math.round(fontSize * 1.4);
  const { show } = options;
  const { width } = CELLS[show];
  return {
    nameWidth: Math.round(fontSize * 11.5),
    columnWidth: Math.round(fontSize * width),
    totalWidth: Math.round(fontSize * (show === 'stance' || show === 'fit' ? 10 : 6.5)),
    frameworksHeight: line + AROUND,
    headsHeight: line * (linesForIds(columns, width) + HEAD_LINES) + AROUND,
    groupHeight: line + AROUND,
    rowHeight: line * linesFor(rows, columns, show) + AROUND,
    totalHeight: line + AROUND,
  };
}

/** How many lines the longest id above a column needs, up to two. */
function linesForIds(columns: readonly MatrixColumn[], width: number): number {
  return columns.some(({ heading }) => heading.length > (width - BESIDE) * BOLD_CHARACTERS) ? 2 : 1;
}

/** How many lines of text the fullest cell needs, up to what is allowed. */
function linesFor(rows: readonly MatrixRow[], columns: readonly MatrixColumn[], show: Show): number {
  const { width, lines } = CELLS[show];
  if (show !== 'finding' && show !== 'summary') return lines;
  const linesOf = (text: string): number => Math.ceil(text.length / ((width - BESIDE) * CHARACTERS));
  const linesIn = (cell: MatrixCell): number =>
    show === 'summary' ? linesOf(summaryOfCell(cell)) : linesOf(cell.value ?? '') + (cell.verdict === null ? 0 : 1);
  const cells = rows.flatMap((row) => columns.flatMap((column) => cellAt(row, column) ?? []));
  return cells.reduce((most, cell) => Math.min(lines, Math.max(most, linesIn(cell))), 1);
}

/** The height of a line that scrolls. */
export function heightOf(line: Line | undefined, { groupHeight, rowHeight }: Sizes): number {
  return line?.kind === 'group' ? groupHeight : rowHeight;
}
