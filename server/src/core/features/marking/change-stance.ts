import { isOneOf, STANCES, type Stance } from '../../model/vocabulary.ts';
import type { Directive, DirectiveAttribute } from '../../syntax/block.ts';
import type { MarkdownParsers } from '../../syntax/markdown-parser.ts';
import type { SyntaxDocument } from '../../syntax/syntax-document.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import { remark } from './same-meaning.ts';

/** The stances that a mark takes, as it is written. */
export function stancesOf({ attributes }: Directive): DirectiveAttribute[] {
  return attributes.filter(({ name, value }) => value === undefined && isOneOf(STANCES, name));
}

/**
 * The edits that give a mark another stance, and only that; undefined as `stance` takes it away.
 * @param directive with places of the document
 * @returns undefined where there is nothing to change, or it cannot be changed without changing something else
 */
export function changeStance(syntax: SyntaxDocument, directive: Directive, stance: Stance | undefined, parsers: MarkdownParsers): TextEdit[] | undefined {
  const edits = stance === undefined ? withoutStance(syntax.text, directive) : withStance(syntax.text, directive, stance);
  if (edits.length === 0) return undefined;
  const isIt = (offset: number): boolean => offset === directive.span.start;
  return remark(syntax, edits, parsers, { before: isIt, after: isIt }) && edits;
}

function withStance(text: string, directive: Directive, stance: Stance): TextEdit[] {
  const [first, ...others] = stancesOf(directive);
  if (first) return [{ span: first.span, newText: stance }, ...others.map((other) => removal(text, other))];
  const { braces, end } = headOf(text, directive);
  if (!braces) return [{ span: { start: end, end }, newText: `{${stance}}` }];
  const next = directive.attributes[0];
  const at = next?.span.start ?? end - 1;
  return [{ span: { start: at, end: at }, newText: next ? `${stance} ` : stance }];
}

/** Braces with nothing left in them go, too. */
function withoutStance(text: string, directive: Directive): TextEdit[] {
  const stances = stancesOf(directive);
  const [first, last] = [stances[0], stances.at(-1)];
  if (!first || !last) return [];
  const { end } = headOf(text, directive);
  const opening = text.lastIndexOf('{', first.span.start);
  const isAll = text.slice(opening + 1, first.span.start).trim() === '' && text.slice(last.span.end, end - 1).trim() === '';
  if (isAll && directive.attributes.length === stances.length) return [{ span: { start: opening, end }, newText: '' }];
  return stances.map((attribute) => removal(text, attribute));
}

/** An attribute goes with the space behind it, the last one with that before it. */
function removal(text: string, { span }: DirectiveAttribute): TextEdit {
  const behind = /^[ \t]+(?!\})/.exec(text.slice(span.end, span.end + 100))?.[0].length ?? 0;
  const before = behind > 0 ? 0 : (/[ \t]*$/.exec(text.slice(Math.max(0, span.start - 100), span.start))?.[0].length ?? 0);
  return { span: { start: span.start - before, end: span.end + behind }, newText: '' };
}

/** Where the directive's own words end (a container's: those of its first line), and whether they end with braces. */
function headOf(text: string, { form, span }: Directive): { readonly braces: boolean; readonly end: number } {
  const whole = text.slice(span.start, span.end);
  const head = (form === 'container' ? (/^[^\r\n]*/.exec(whole)?.[0] ?? '') : whole).trimEnd();
  return { braces: head.endsWith('}'), end: span.start + head.length };
}
