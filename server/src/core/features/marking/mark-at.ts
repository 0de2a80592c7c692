import { encloses, shiftSpan, type Span } from '../../text/span.ts';
import type { Directive } from '../../syntax/block.ts';
import type { CaseAnalysis } from '../../workspace/case-analysis.ts';
import { blocksAt } from './region.ts';

/** A mark that an author wrote as a directive; its places are places of the document. */
export interface WrittenMark {
  readonly directive: Directive;
  /** Where the cursor may stand for the mark to be meant: the text that it marks, and the directive itself. */
  readonly reach: Span;
}

/** The innermost mark around a selection. A heading that marks itself by its words is none: it cannot be taken away. */
export function markAt({ model, frameworks }: Pick<CaseAnalysis, 'model' | 'frameworks'>, selection: Span): WrittenMark | undefined {
  const marks = blocksAt(model.syntax, selection).flatMap(({ start, block }) =>
    block.directives.filter(({ name }) => frameworks.byId.has(name)).map((directive) => inDocument(directive, start)),
  );
  const around = marks.filter(({ reach }) => encloses(reach, selection));
  return around.sort((a, b) => lengthOf(a.reach) - lengthOf(b.reach) || lengthOf(a.directive.span) - lengthOf(b.directive.span))[0];
}

function inDocument(directive: Directive, by: number): WrittenMark {
  const moved = (span: Span | undefined): Span | undefined => span && shiftSpan(span, by);
  const span = shiftSpan(directive.span, by);
  const host = moved(directive.host);
  const attributes = directive.attributes.map((each) => ({ ...each, span: shiftSpan(each.span, by), valueSpan: moved(each.valueSpan) }));
  const placed = { ...directive, span, nameSpan: shiftSpan(directive.nameSpan, by), content: moved(directive.content), host, attributes };
  return { directive: placed, reach: directive.hasLabel ? span : (host ?? span) };
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}
