import type { Stance } from '../../model/vocabulary.ts';
import type { TextEdit } from '../../text/text-edit.ts';

/** A change of marks that an author may choose. */
export interface MarkingAction {
  /** What it does, as an order: "Mark as evidence for P3, “Knowledge acquisition”". */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The same change with what the author may say otherwise left open, in the syntax of LSP snippets, for editors that take them. */
  readonly snippets?: readonly TextEdit[];
}

/** A change of marks that an author may look for where it is not to be had. */
export interface RefusedMarking {
  readonly title: string;
  /** Why it is not to be had, and what to do instead. */
  readonly reason: string;
}

/** @param stance undefined where the mark is to have none */
export function stanceTitle(item: string, stance: Stance | undefined): string {
  return `Change stance on ${item} to ${stance === undefined ? 'none' : `“${stance}”`}`;
}
