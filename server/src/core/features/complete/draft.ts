import type { Span } from '../../text/span.ts';
import type { CompletionItem } from '../completion.ts';
import { plain } from '../describe/markdown-text.ts';

/** A completion before its place in the list is known: they are shown in the order in which they are made. */
export type Draft = Omit<CompletionItem, 'sortText'>;

/** The completions of a list, to be shown in its order. */
export function inOrder(drafts: readonly Draft[]): CompletionItem[] {
  return drafts.map((draft, index) => ({ ...draft, sortText: String(index).padStart(4, '0') }));
}

/** A completion that inserts a word as it is. */
export function wordDraft(span: Span, word: string, rest: Omit<Draft, 'label' | 'edit' | 'isSnippet'>): Draft {
  return { label: word, edit: { span, newText: word }, isSnippet: false, ...rest };
}

/** What a word means, in its row and, in full where the row is too narrow, beside it. Nothing where it needs no explanation. */
export function explained(meaning: string | undefined): Pick<Draft, 'detail' | 'documentation'> {
  return meaning === undefined ? {} : { detail: meaning, documentation: plain(meaning) };
}
