import { CODE, codesOf, type YamlCursor } from './yaml-cursor.ts';
import type { YamlScalar } from './yaml-node.ts';
import { plainScalarValue, type ScalarValue } from './yaml-plain-value.ts';

/** No text without quotation marks begins with these. */
const NEVER_FIRST = codesOf(' \r\n,[]{}#&*!|>\'"%@`');
/** These begin a text only where more of it follows. */
const SELDOM_FIRST = codesOf('-?:');

/**
 * Reads the scalar that begins at the cursor, which is then behind it; undefined where the library has to read it.
 * @param inBrackets whether it stands between brackets, where commas and brackets end a text
 */
export function readScalar(cursor: YamlCursor, inBrackets: boolean): YamlScalar | undefined {
  const { at: start, text } = cursor;
  const first = cursor.code();
  if (first === CODE.doubleQuote) return readQuoted(cursor, closingDoubleQuote(text, start + 1), doubleQuotedValue);
  if (first === CODE.singleQuote) return readQuoted(cursor, closingSingleQuote(text, start + 1), singleQuotedValue);
  if (NEVER_FIRST.has(first) || Number.isNaN(first) || (SELDOM_FIRST.has(first) && endsText(cursor, 1, inBrackets))) return undefined;
  const end = plainEnd(cursor, inBrackets);
  return scalarTo(cursor, end, plainScalarValue(text.slice(start, end)));
}

/** Whether a colon, hyphen or question mark means something by what stands behind it, `ahead` of the cursor. */
export function endsText(cursor: YamlCursor, ahead: number, inBrackets: boolean): boolean {
  return cursor.isBlank(ahead) || (inBrackets && isFlowSign(cursor.code(ahead)));
}

/** Whether a character ends a text between brackets. */
function isFlowSign(code: number): boolean {
  return code === CODE.comma || code === CODE.openList || code === CODE.closeList || code === CODE.openGroup || code === CODE.closeGroup;
}

/** The end of a text without quotation marks: before a comment, a colon that ends it, the line's end or a bracket. */
function plainEnd(cursor: YamlCursor, inBrackets: boolean): number {
  const { at: start, text } = cursor;
  let end = start;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === CODE.space) {
      if (text.charCodeAt(at + 1) === CODE.hash) break;
      continue;
    }
    if (code === CODE.newline || code === CODE.return) break;
    if (code === CODE.colon && endsText(cursor, at + 1 - start, inBrackets)) break;
    if (inBrackets && isFlowSign(code)) break;
    end = at + 1;
  }
  return end;
}

/** @param end where the closing quotation mark stands; -1 when there is none */
function readQuoted(cursor: YamlCursor, end: number, unquote: (quoted: string) => string | undefined): YamlScalar | undefined {
  const quoted = cursor.text.slice(cursor.at + 1, end);
  if (end < 0 || quoted.includes('\n')) return undefined;
  const value = unquote(quoted);
  return value === undefined ? undefined : scalarTo(cursor, end + 1, value);
}

function scalarTo(cursor: YamlCursor, end: number, value: ScalarValue): YamlScalar {
  const start = cursor.at;
  cursor.at = end;
  return { kind: 'scalar', value, span: cursor.spanFrom(start) };
}

function closingDoubleQuote(text: string, from: number): number {
  let end = text.indexOf('"', from);
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end;
}

function isEscaped(text: string, at: number): boolean {
  let start = at;
  while (text[start - 1] === '\\') start -= 1;
  return (at - start) % 2 === 1;
}

/** With the escapes that JSON has, too; of others undefined. */
function doubleQuotedValue(quoted: string): string | undefined {
  if (!quoted.includes('\\')) return quoted;
  try {
    return String(JSON.parse(`"${quoted}"`));
  } catch {
    return undefined;
  }
}

function closingSingleQuote(text: string, from: number): number {
  let end = text.indexOf("'", from);
  while (end >= 0 && text[end + 1] === "'") end = text.indexOf("'", end + 2);
  return end;
}

function singleQuotedValue(quoted: string): string {
  return quoted.replaceAll("''", "'");
}
