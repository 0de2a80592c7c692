import type { RuleFinding } from '../rules/rule.ts';
import type { TextEdit } from '../text/text-edit.ts';

/** A change that an author may choose to make, offered where a finding stands or where the cursor is. */
export interface QuickFix {
  /** What it does, as an order: "Add the section “Timing”". */
  readonly title: string;
  /** `quickfix` mends a finding; `refactor` needs none. */
  readonly kind: 'quickfix' | 'refactor';
  readonly edits: readonly TextEdit[];
  /** Whether it is what most authors would do: at most one fix of a finding is. */
  readonly preferred: boolean;
  /** The finding that it mends; undefined for a refactoring. */
  readonly finding?: RuleFinding;
  /**
   * The same change as one edit in the syntax of LSP snippets, for editors that can put the cursor where the author has
   * to go on (the reason, say). Used instead of `edits`, never with them.
   */
  readonly snippet?: TextEdit;
}
