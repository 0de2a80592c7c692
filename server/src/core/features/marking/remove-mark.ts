import type { Directive } from '../../syntax/block.ts';
import type { MarkdownParsers } from '../../syntax/markdown-parser.ts';
import type { SyntaxDocument } from '../../syntax/syntax-document.ts';
import { lineEndingOf, type TextEdit } from '../../text/text-edit.ts';
import { prefixOf } from './piece.ts';
import { remark } from './same-meaning.ts';

/**
 * The edits that take a mark away and leave its text with its citations. Undefined where the rest of the document would
 * then mean something else.
 * @param directive with places of the document
 */
export function removeMark(syntax: SyntaxDocument, directive: Directive, parsers: MarkdownParsers): TextEdit[] | undefined {
  const isIt = (offset: number): boolean => offset === directive.span.start;
  const ways =
    directive.form === 'container'
      ? withoutFences(syntax.text, directive)
      : directive.hasLabel
        ? [unwrapped(syntax.text, directive)]
        : withoutTag(syntax.text, directive);
  return ways.find((edits) => remark(syntax, edits, parsers, { before: isIt, after: () => false }));
}

const deletion = (start: number, end: number): TextEdit => ({ span: { start, end }, newText: '' });

/** `:P4[text]{…}` leaves its text. */
function unwrapped(text: string, { span, nameSpan, content }: Directive): TextEdit[] {
  if (!content || content.start === content.end) return [deletion(span.start, span.end)];
  // What is in the brackets may begin or end with blanks.
  const open = text.indexOf('[', nameSpan.end) + 1;
  return [deletion(span.start, open), deletion(content.end, span.end)];
}

/** `:P4` goes with the blank before it, or else with the one behind it; `::P4` with its line. */
function withoutTag(text: string, { form, span }: Directive): TextEdit[][] {
  const { start, end } = span;
  if (form === 'leaf') {
    const lineEnd = /^[ \t]*(?:\r\n|[\r\n]|$)/.exec(text.slice(end, end + 1000))?.[0].length ?? 0;
    const lineStart = start - prefixOf(text, start).length;
    return [[deletion(lineStart, end + lineEnd)], [deletion(start, end)]];
  }
  const before = /[ \t]/.test(text[start - 1] ?? '') ? [[deletion(start - 1, end)]] : [];
  const behind = /[ \t]/.test(text[end] ?? '') ? [[deletion(start, end + 1)]] : [];
  return [...before, ...behind, [deletion(start, end)]];
}

/** The lines of colons go; where blocks would then run together, they become blank. */
function withoutFences(text: string, { span, closed }: Directive): TextEdit[][] {
  const { start, end } = span;
  const eol = lineEndingOf(text);
  const prefix = prefixOf(text, start);
  const opening = /^[^\r\n]*/.exec(text.slice(start, end))?.[0].length ?? 0;
  const lineEnd = /^(?:\r\n|[\r\n])/.exec(text.slice(start + opening, end))?.[0].length ?? 0;
  const next = start + opening + lineEnd;
  const first = text.startsWith(prefix, next) ? next + prefix.length : next;
  if (!closed) return [[deletion(start, first)]];
  const closing = /(?:\r\n|[\r\n])([^\r\n]*)$/.exec(text.slice(start + opening, end));
  const last = end - (closing?.[0].length ?? 0);
  if (last < first) return [[deletion(start, end)]];
  const fenceStart = end - (/:+$/.exec(text.slice(start, end))?.[0].length ?? 0);
  return [
    [deletion(start, first), deletion(last, end)],
    [deletion(start, first), { span: { start: fenceStart, end }, newText: '' }],
    [{ span: { start, end: first }, newText: `${eol}${prefix}` }, deletion(fenceStart, end)],
  ];
}
