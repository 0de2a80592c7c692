import type { Citation, Comment, Directive, PlacedBlock } from '../syntax/block.ts';
import { shiftSpan, type Span } from '../text/span.ts';
import type { BlockFacts } from './case-model.ts';

/**
 * The facts of all blocks of a document, moved to where the blocks stand. Each list is made when somebody first asks for
 * it: what is needed at every keystroke goes through the blocks instead.
 */
export class PlacedFacts implements BlockFacts {
  readonly #blocks: readonly PlacedBlock[];
  readonly #made: { -readonly [Name in keyof BlockFacts]?: BlockFacts[Name] } = {};

  constructor(blocks: readonly PlacedBlock[]) {
    this.#blocks = blocks;
  }

  get paragraphs(): BlockFacts['paragraphs'] {
    return (this.#made.paragraphs ??= this.#place((block) => block.paragraphs, shiftSpan));
  }

  get directives(): BlockFacts['directives'] {
    return (this.#made.directives ??= this.#place((block) => block.directives, shiftDirective));
  }

  get citations(): BlockFacts['citations'] {
    return (this.#made.citations ??= this.#place((block) => block.citations, shiftCitation));
  }

  get comments(): BlockFacts['comments'] {
    return (this.#made.comments ??= this.#place((block) => block.comments, shiftComment));
  }

  get code(): BlockFacts['code'] {
    return (this.#made.code ??= this.#place((block) => block.code, shiftSpan));
  }

  get words(): BlockFacts['words'] {
    return (this.#made.words ??= this.#place(
      (block) => block.words,
      (word, by) => word + by,
    ));
  }

  get placeholders(): BlockFacts['placeholders'] {
    return (this.#made.placeholders ??= this.#place((block) => block.placeholders, shiftSpan));
  }

  get claims(): BlockFacts['claims'] {
    return (this.#made.claims ??= this.#place(
      (block) => block.claims,
      (claim, by) => ({ ...claim, span: shiftSpan(claim.span, by) }),
    ));
  }

  #place<T>(facts: (block: PlacedBlock['block']) => Iterable<T>, move: (fact: T, by: number) => T): T[] {
    const placed: T[] = [];
    for (const { start, block } of this.#blocks) for (const fact of facts(block)) placed.push(move(fact, start));
    return placed;
  }
}

function shiftDirective(directive: Directive, by: number): Directive {
  return {
    ...directive,
    nameSpan: shiftSpan(directive.nameSpan, by),
    span: shiftSpan(directive.span, by),
    content: shiftOptional(directive.content, by),
    host: shiftOptional(directive.host, by),
    attributes: directive.attributes.map((attribute) => ({
      ...attribute,
      span: shiftSpan(attribute.span, by),
      valueSpan: shiftOptional(attribute.valueSpan, by),
    })),
  };
}

function shiftOptional(span: Span | undefined, by: number): Span | undefined {
  return span && shiftSpan(span, by);
}

function shiftCitation(citation: Citation, by: number): Citation {
  return { ...citation, idSpan: shiftSpan(citation.idSpan, by), clusterSpan: shiftSpan(citation.clusterSpan, by) };
}

function shiftComment(comment: Comment, by: number): Comment {
  return { ...comment, span: shiftSpan(comment.span, by) };
}
