import type { Show } from '../../../server/src/core/report/matrix/arrange-matrix.ts';
import type { Line } from '../matrix-view.ts';

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

/** Width of a column, in ems, and lines of text in a cell. */
const CELLS: Readonly<Record<Show, { readonly width: number; readonly lines: number }>> = {
  status: { width: 8, lines: 1 },
  words: { width: 6.5, lines: 1 },
  stance: { width: 8, lines: 1 },
  fit: { width: 10, lines: 3 },
  finding: { width: 11.5, lines: 3 },
  summary: { width: 20, lines: 4 },
};

/** Lines of an item's name above its column. */
export const HEAD_LINES = 3;
/** Space above and below the text of a cell, and the line under it. */
const AROUND = 11;

/** The sizes for what is shown, at a size of the text. */
export function sizesFor(show: Show, fontSize: number): Sizes {
  const line = Math.round(fontSize * 1.4);
  const { width, lines } = CELLS[show];
  return {
    nameWidth: Math.round(fontSize * 11.5),
    columnWidth: Math.round(fontSize * width),
    totalWidth: Math.round(fontSize * (show === 'stance' || show === 'fit' ? 9 : 6)),
    frameworksHeight: line + AROUND,
    headsHeight: line * (1 + HEAD_LINES) + AROUND,
    groupHeight: line + AROUND,
    rowHeight: line * lines + AROUND,
    totalHeight: line + AROUND,
  };
}

/** The height of a line that scrolls. */
export function heightOf(line: Line | undefined, { groupHeight, rowHeight }: Sizes): number {
  return line?.kind === 'group' ? groupHeight : rowHeight;
}
