import type { Claim } from '../claims/claim.ts';
import type { Span } from '../text/span.ts';

/** A heading that stands at the top level of the document (not in a quotation or a container). */
export interface Heading {
  readonly depth: number;
  readonly span: Span;
  /** The heading's text without `#` and without directives. */
  readonly text: string;
  /** Where that text stands (including directives that stand in it). */
  readonly textSpan: Span;
}

/** One attribute of a directive: a bare word has no value. */
export interface DirectiveAttribute {
  readonly name: string;
  readonly span: Span;
  readonly value: string | undefined;
  /** Where the value stands, without its quotation marks; undefined for a bare word. */
  readonly valueSpan: Span | undefined;
}

/** A generic directive, whatever its name: `:name`, `:name[text]`, `::name`, `:::name … :::`. */
export interface Directive {
  readonly form: 'text' | 'leaf' | 'container';
  readonly name: string;
  readonly nameSpan: Span;
  /** From the first colon to the end of the whole construct. */
  readonly span: Span;
  /** The text inside the brackets or the container; undefined when there is none. */
  readonly content: Span | undefined;
  readonly hasLabel: boolean;
  /** False for a container whose closing colons are missing, so that it swallows the rest. */
  readonly closed: boolean;
  readonly attributes: readonly DirectiveAttribute[];
  /** The paragraph or top-level heading in which the directive stands; undefined for leaf and container. */
  readonly host: Span | undefined;
}

/** One `@id` inside a bracketed Pandoc citation. */
export interface Citation {
  readonly id: string;
  /** The id without its `@`. */
  readonly idSpan: Span;
  /** The whole `[…]`, shared by the citations of one cluster. */
  readonly clusterSpan: Span;
  /** What follows the id up to the next `;` ("p. 4"), trimmed; empty when there is nothing. */
  readonly locator: string;
}

/** An HTML comment: the text between `<!--` and `-->`. */
export interface Comment {
  readonly span: Span;
  readonly text: string;
}

/** `[label]: address`: everywhere in the document, `[label]` is a link and no citation. */
export interface LinkDefinition {
  /** As the parser compares it. */
  readonly label: string;
  /** Whether it stands in a container: then it counts only for what comes behind it. */
  readonly inContainer: boolean;
}

/**
 * What Casewright needs to know of one block of Markdown. All offsets are relative to the block's start, so that a block
 * that merely moved keeps its facts.
 */
export interface Block {
  readonly text: string;
  readonly headings: readonly Heading[];
  readonly paragraphs: readonly Span[];
  readonly directives: readonly Directive[];
  readonly citations: readonly Citation[];
  readonly comments: readonly Comment[];
  /** Block quotes, each with the signs at the beginnings of its lines; one that stands in another one, too. */
  readonly quotations: readonly Span[];
  /** Fenced, indented and inline code: nothing in it counts. */
  readonly code: readonly Span[];
  /** Where each word of the prose starts. Headings, citations, code, comments and directive syntax hold no words. */
  readonly words: readonly number[];
  /** Text that stands for text still to be written: TODO, TBD, lorem ipsum, a lone "…". */
  readonly placeholders: readonly Span[];
  /** What the prose states that a field may state, too: years, amounts, shares. Quotations state nothing. */
  readonly claims: readonly Claim[];
  /** The link reference definitions in it. */
  readonly definitions: readonly LinkDefinition[];
  /** Labels that other blocks of the document define, and that the block was read with: `[label]` in it is a link. */
  readonly defined: readonly string[];
  /**
   * How it was read by itself: without the Markdown parser; with it; or as nothing but words and citations, since its
   * document has too many blocks that only the parser can read (see `limit-parsing.ts`).
   */
  readonly reading: 'quick' | 'parser' | 'plain';
}

/** A block and where it starts in its document. */
export interface PlacedBlock {
  readonly start: number;
  readonly block: Block;
}
