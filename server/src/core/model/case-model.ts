import type { Reference } from '../bibliography/reference.ts';
import type { Block } from '../syntax/block.ts';
import type { FrontMatter } from '../syntax/front-matter.ts';
import type { YamlMap, YamlPath } from '../syntax/yaml-node.ts';
import type { SyntaxDocument } from '../syntax/syntax-document.ts';
import type { Span } from '../text/span.ts';
import type { BodyWords } from './body-words.ts';
import type { SourceKind, Verdict } from './vocabulary.ts';

/** An entry of a case's `sources`, or of a bibliography. */
export interface Source {
  readonly id: string;
  readonly idSpan: Span;
  /** The bibliography file in which it stands; undefined for one of the case's own. All spans are places of that file. */
  readonly uri: string | undefined;
  /** The whole entry. */
  readonly span: Span;
  /** Undefined when missing or not one of Yin's six. */
  readonly kind: SourceKind | undefined;
  /** Title, else informant, else undefined: what a reader would call it. */
  readonly title: string | undefined;
  readonly informant: string | undefined;
  readonly date: string | undefined;
  /** The text file of what was said: its path as written, and where that stands. */
  readonly transcript: { readonly path: string; readonly span: Span } | undefined;
  /** What the entry says of the work. In a bibliography it is read from the file whenever somebody looks, as title and date are. */
  readonly reference: Reference;
}

/** An entry of a case's `findings`: the author's conclusion on one item. */
export interface Finding {
  readonly itemId: string;
  readonly itemSpan: Span;
  /** From the item's id to the end of its value. */
  readonly span: Span;
  readonly value: string | undefined;
  readonly valueSpan: Span | undefined;
  /** Undefined when missing or not a known verdict. */
  readonly verdict: Verdict | undefined;
  readonly verdictSpan: Span | undefined;
  /** Undefined when missing or blank. */
  readonly because: string | undefined;
  /** The code of the evidence that the finding was confirmed on, as Confirm Finding writes it; undefined when there is none. */
  readonly confirmed: string | undefined;
  readonly confirmedSpan: Span | undefined;
}

/** A framework that the case promises to address. */
export interface FrameworkReference {
  readonly id: string;
  readonly span: Span;
}

/** A heading and what stands under it, up to the next heading of the same or a higher level. */
export interface Section {
  readonly heading: string;
  /** The heading in the form in which headings are compared; see `labelKey`. */
  readonly key: string;
  readonly depth: number;
  readonly headingSpan: Span;
  readonly textSpan: Span;
  /** What stands under the heading, subsections included. */
  readonly bodySpan: Span;
  /** What stands under the heading before the first subsection. */
  readonly ownSpan: Span;
}

/** What the front matter says of a case: the part of it that stays the same while its author writes the body. */
export interface CaseHeader {
  readonly frontMatter: FrontMatter;
  /** The value of `case`; empty when the key has no value. */
  readonly id: string;
  readonly idSpan: Span;
  readonly title: string | undefined;
  /** The front matter as a map with places. */
  readonly fields: YamlMap;
  /** Undefined when the case has no `frameworks` key. */
  readonly frameworks: readonly FrameworkReference[] | undefined;
  readonly sources: readonly Source[];
  readonly findings: readonly Finding[];
  readonly bodyStart: number;
}

/** The facts of blocks that a case takes over, moved to where the blocks stand in the document. */
export type BlockFacts = Pick<Block, 'paragraphs' | 'directives' | 'citations' | 'comments' | 'code' | 'words' | 'placeholders' | 'claims'>;

/**
 * One case, read but not yet compared with any framework. All offsets are offsets of the document, those of the facts that
 * it takes over from its blocks, too.
 */
export interface CaseModel extends CaseHeader, BlockFacts {
  readonly syntax: SyntaxDocument;
  /** What is read from the front matter alone; the same object as in the version before where that did not change. */
  readonly header: CaseHeader;
  readonly sections: readonly Section[];
  readonly bodyWords: BodyWords;
}

/** A dotted field name ("firm.country", "sources.0.kind") as a path. */
export function fieldPath(name: string): YamlPath {
  return name.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}
