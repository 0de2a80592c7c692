import type { MatrixOptions } from '../../../server/src/core/report/matrix/arrange-matrix.ts';
import type { CaseSummary } from '../../../server/src/core/report/summary-view.ts';
import type { Range } from '../../../server/src/core/text/line-index.ts';
import type { Place } from '../grid/place.ts';

export type Menu = 'frameworks' | 'copy';

/** What the views can ask for; main.ts does it. */
export interface Actions {
  /** Lays the matrix out in another way. */
  readonly arrange: (change: Partial<MatrixOptions>) => void;
  readonly reset: () => void;
  /** The menu that is open, and a way to open or close one. */
  readonly menu: Menu | null;
  readonly toggleMenu: (menu: Menu) => void;
  readonly copy: (as: 'table' | 'markdown') => void;
  readonly exportFile: () => void;
  readonly newCase: () => void;
  readonly hasDetails: boolean;
  readonly toggleDetails: () => void;
  /** Shows a place of a case in the editor; null: the start of its file. */
  readonly open: (uri: string, range: Range | null) => void;
  /** Goes to a cell of the table. */
  readonly select: (place: Place) => void;
  /** All that is known of a case; undefined while it is asked for, null when there is nothing to know. */
  readonly summaryOf: (uri: string) => CaseSummary | null | undefined;
}
