import type { Span } from '../../text/span.ts';
import type { CompletionItem } from '../completion.ts';

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
