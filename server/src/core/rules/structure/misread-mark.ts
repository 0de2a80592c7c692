import type { FrameworkSet } from '../../frameworks/framework-set.ts';
import type { Block, Directive } from '../../syntax/block.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, NO_OPTIONS, type Report } from '../rule.ts';

/** A line of a paragraph that begins like a block mark: colons, an id, and what stands behind it. */
const BLOCK_MARK = /(?<=^|[\r\n])([ \t>]*)(:{2,})([ \t]*)(\p{L}[\p{L}\p{N}]*(?:[-_][\p{L}\p{N}]+)*)([^\r\n]*)/gu;
const BRACES = /^([ \t]*)\{[^{}\r\n]*\}?/;

/** A mark, or its braces, that Markdown takes for ordinary text, so that what its author meant is lost without a sign. */
export const misreadMark = defineRule({
  id: 'structure/misread-mark',
  title: 'Every mark is written so that it can be read as one',
  severity: 'warning',
  hasFix: true,
  options: NO_OPTIONS,
  *checkBlock({ block, facts: { frameworks } }) {
    if (block.text.includes('::')) for (const paragraph of block.paragraphs) yield* misreadBlocks(block, paragraph, frameworks);
    for (const directive of block.directives) {
      const mayLackBraces = directive.form === 'text' && directive.attributes.length === 0 && frameworks.byId.has(directive.name);
      if (mayLackBraces) yield* misreadBraces(block, directive);
    }
  },
});

function* misreadBlocks(block: Block, paragraph: Span, frameworks: FrameworkSet): Iterable<Report> {
  const text = block.text.slice(paragraph.start, paragraph.end);
  for (const { index, 1: before = '', 2: colons = '', 3: gap = '', 4: id = '', 5: rest = '' } of text.matchAll(BLOCK_MARK)) {
    if (!frameworks.byId.has(id) || (gap === '' && rest.trim() === '')) continue;
    const start = paragraph.start + index + before.length;
    const behind = start + colons.length + gap.length + id.length;
    const lost = 'so this is not read as a mark and its text counts for nothing.';
    if (gap !== '') {
      const data = { item: id, value: `${colons}${gap}${id}`, suggestion: `${colons}${id}` };
      yield { span: { start, end: behind }, message: `Between the colons and ${id} stands a space, ${lost} Write ${colons}${id}.`, data };
    } else if (/^[ \t]+\{[^{}]*\}[ \t]*$/.test(rest)) {
      const data = { item: id, value: `${id}${rest}`, suggestion: `${id}${rest.trim()}` };
      yield { span: { start, end: behind + rest.length }, message: `Between ${id} and the braces stands a space, ${lost} Write them together.`, data };
    } else {
      const message = `Behind ${colons}${id} stands text on the same line, ${lost} Begin the text on a line of its own.`;
      yield { span: { start, end: behind }, message, data: { item: id } };
    }
  }
}

function* misreadBraces({ text }: Block, { name, span }: Directive): Iterable<Report> {
  const [braces, gap = ''] = BRACES.exec(text.slice(span.end, span.end + 1_000)) ?? [];
  if (braces === undefined) return;
  const place = { start: span.end, end: span.end + braces.length };
  if (gap !== '') {
    const data = { item: name, value: braces, suggestion: braces.trimStart() };
    yield { span: place, message: `Between the mark on ${name} and its braces stands a space, so what they say is not used. Write them together.`, data };
  } else {
    const message = `These braces could not be read, so what they say of the mark on ${name} is not used. A note with quotation marks in it needs the other kind around it: note='the "whole" market'.`;
    yield { span: place, message, data: { item: name } };
  }
}
