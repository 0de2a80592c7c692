import { confirmationInWords } from '../../rules/finding/change-in-words.ts';
import { quotationAt } from '../../quotes/quotations.ts';
import { sourcesNamed } from '../../coverage/marks-of-block.ts';
import { isOneOf, STANCES } from '../../model/vocabulary.ts';
import { touches, type Span } from '../../text/span.ts';
import type { CaseAnalysis } from '../../workspace/case-analysis.ts';
import { describeItem } from '../describe/describe-item.ts';
import { describeQuotation } from '../describe/describe-quotation.ts';
import { describeSource } from '../describe/describe-source.ts';
import { blocks, code, plain } from '../describe/markdown-text.ts';
import { STANCE_MEANINGS } from '../describe/word-meanings.ts';
import type { Hover } from '../hover.ts';
import { hoverFrontMatter } from './front-matter-hover.ts';
import { hoverSection } from './section-hover.ts';

/**
 * What is known of the mark, heading (an item's or the template's), citation, quotation or front-matter word at `offset`;
 * undefined elsewhere.
 */
export function hoverAt(analysis: CaseAnalysis, offset: number): Hover | undefined {
  if (offset < analysis.model.bodyStart) return hoverFrontMatter(analysis, offset);
  return (
    hoverCitation(analysis, offset) ??
    hoverAttribute(analysis, offset) ??
    hoverMark(analysis, offset) ??
    hoverSection(analysis, offset) ??
    hoverQuotation(analysis, offset)
  );
}

function hoverCitation(analysis: CaseAnalysis, offset: number): Hover | undefined {
  const citation = analysis.model.citations.find(({ idSpan }) => offset >= idSpan.start - 1 && offset <= idSpan.end);
  return citation && sourceHover(analysis, citation.id, citation.idSpan);
}

/** A stance, or an id in `src`. */
function hoverAttribute(analysis: CaseAnalysis, offset: number): Hover | undefined {
  const marks = analysis.model.directives.filter(({ name }) => analysis.frameworks.byId.has(name));
  const attribute = marks.flatMap((mark) => mark.attributes).find(({ span }) => touches(span, offset));
  if (!attribute) return undefined;
  const { name, value, span } = attribute;
  if (value === undefined && isOneOf(STANCES, name)) return { span, markdown: `${code(name)}: ${plain(STANCE_MEANINGS[name])}` };
  const use = name === 'src' ? sourcesNamed(attribute).find((source) => touches(source.span, offset)) : undefined;
  return use && sourceHover(analysis, use.id, use.span);
}

/** An item's id in a mark, or a heading that marks itself. */
function hoverMark(analysis: CaseAnalysis, offset: number): Hover | undefined {
  const { coverage } = analysis;
  const at = coverage.marks.filter(({ nameSpan }) => touches(nameSpan, offset));
  const mark = at.find(({ form }) => form !== 'heading') ?? at[0];
  const item = mark && coverage.items.find(({ entry }) => entry === mark.item);
  if (!mark || !item) return undefined;
  const note = mark.note?.trim() ? `**Your note:** ${plain(mark.note)}` : undefined;
  return { span: mark.nameSpan, markdown: blocks(note, describeItem(item, confirmationInWords(analysis, item))) };
}

/** Quoted words, of which it is known where they were said. */
function hoverQuotation(analysis: CaseAnalysis, offset: number): Hover | undefined {
  const quotation = quotationAt(analysis, offset);
  const markdown = quotation && describeQuotation(quotation, analysis.transcripts);
  return quotation && markdown !== undefined ? { span: quotation.span, markdown } : undefined;
}

function sourceHover({ sources }: CaseAnalysis, id: string, span: Span): Hover {
  const source = sources.get(id);
  const unknown = `${code(id)} is not declared, neither under “sources” nor in the bibliography.`;
  return { span, markdown: source ? describeSource(source) : unknown };
}
