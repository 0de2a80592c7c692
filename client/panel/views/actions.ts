import type { ItemSummary } from '../../../server/src/core/report/summary-view.ts';
import type { Range } from '../../../server/src/core/text/line-index.ts';

/** What the views can ask for; main.ts does it. */
export interface Actions {
  /** Shows a place of the case in the editor. */
  readonly open: (range: Range) => void;
  readonly newCase: () => void;
  readonly isOpen: (item: ItemSummary) => boolean;
  /** Opens or closes the details of an item. */
  readonly toggle: (item: ItemSummary) => void;
}
