import type { TextEdit } from '../text/text-edit.ts';

/** What a completion stands for; editors choose its icon by it. */
export type CompletionKind = 'item' | 'source' | 'field' | 'value' | 'heading' | 'snippet' | 'stance' | 'attribute' | 'framework';

/** One thing an author may choose to insert at the cursor. Accepting it never makes a finding. */
export interface CompletionItem {
  readonly label: string;
  readonly kind: CompletionKind;
  /** What the label stands for: the name of an item. */
  readonly name?: string;
  /** A few words on it. Plain text. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** Replaces the word at the cursor. The span lies on one line and holds the cursor. */
  readonly edit: TextEdit;
  /** Whether the edit's text has placeholders in the syntax of LSP snippets (`${1:text}`). */
  readonly isSnippet: boolean;
  /** Completions are shown in the order of this text. */
  readonly sortText: string;
  /** What is compared with the typed word; the label where there is none. */
  readonly filterText?: string;
  /** Changes elsewhere in the text that belong to this one. */
  readonly additionalEdits?: readonly TextEdit[];
  /** Whether to ask for completions again once it is inserted, because the next word is from a list, too. */
  readonly triggerSuggest?: boolean;
  /** There are more that begin otherwise than are worth sending: whoever types on should ask again. */
  readonly isOneOfMany?: boolean;
}
