import type { Range } from '../../../server/src/core/text/line-index.ts';

/** What the views can ask for; main.ts does it. */
export interface Actions {
  /** Shows a place of the case in the editor. */
  readonly open: (range: Range) => void;
  /** Confirms the finding on an item, by the item's id. */
  readonly confirm: (item: string) => void;
  readonly newCase: () => void;
  /** Opens the matrix of all cases. */
  readonly openMatrix: () => void;
  /** Whether the details under a key are open; an item's key is its id. */
  readonly isOpen: (key: string) => boolean;
  /** Opens or closes the details under a key. */
  readonly toggle: (key: string) => void;
}
