import { STANCES, isOneOf, type Stance } from '../../../server/src/core/model/vocabulary.ts';
import { isInAddress } from '../../../server/src/core/syntax/outline.ts';
import { readAttributes } from '../../../server/src/core/syntax/quick/attributes.ts';
import { readOpening } from '../../../server/src/core/syntax/quick/container-opening.ts';
import { labelAt } from '../../../server/src/core/syntax/quick/label.ts';
import { nameEnd } from '../../../server/src/core/syntax/quick/name.ts';
import { readAttribute } from '../../../server/src/core/syntax/read-directive.ts';
import type { Span } from '../../../server/src/core/text/span.ts';

/** A directive as it stands in a text. */
export interface FoundMark {
  readonly name: string;
  readonly end: number;
  /** The text in its brackets; undefined when it has none. */
  readonly label: Span | undefined;
  readonly stances: readonly Stance[];
}

/** A line that opens a container, or is a leaf. */
export interface FoundLine extends Pick<FoundMark, 'name' | 'stances'> {
  readonly colons: number;
}

/** Reads the directive that may begin with the colon at `start` of a paragraph's text. */
export function readTextMark(text: string, start: number, end: number): FoundMark | undefined {
  const behindName = nameEnd(text, start + 1, end);
  const name = text.slice(start + 1, behindName);
  if (name === '' || /[-_]$/.test(name) || text[start - 1] === ':' || (behindName < end && text[behindName] === ':')) return undefined;
  const label = readLabel(text, behindName, end);
  const braces = label ? label.end + 1 : behindName;
  const attributes = braces < end && text[braces] === '{' ? readAttributes(text, braces, end) : 'none';
  const read = typeof attributes === 'string' ? undefined : attributes;
  const behind = read?.end ?? braces;
  if (behind === behindName && isInAddress(text, { start, end: behind })) return undefined;
  return { name, end: behind, label, stances: stancesIn(text, read?.spans ?? []) };
}

/** Reads a line that begins with two colons or more, without the space before it. */
export function readMarkLine(line: string): FoundLine | undefined {
  const opening = readOpening(line, { start: 0, end: line.length });
  if (typeof opening === 'string' || opening.colons < 2) return undefined;
  const { nameSpan, colons, attributes } = opening;
  return { name: line.slice(nameSpan.start, nameSpan.end), colons, stances: stancesIn(line, attributes) };
}

/** Brackets in each other, above which Markdown's directives take a label for text. */
const MOST_BRACKETS = 32;

/** The core leaves brackets with backslashes in them to its parser; here they are counted past. */
function readLabel(text: string, start: number, end: number): Span | undefined {
  const label = labelAt(text, start, end);
  if (label !== 'unsure') return label;
  let depth = 0;
  for (let at = start + 1; at < end; at += 1) {
    const sign = text[at];
    if (sign === '\\') at += 1;
    else if (sign === '[' && ++depth > MOST_BRACKETS) return undefined;
    else if (sign === ']' && depth-- === 0) return { start: start + 1, end: at };
  }
  return undefined;
}

function stancesIn(text: string, attributes: readonly Span[]): Stance[] {
  return attributes
    .flatMap((attribute) => readAttribute(text, attribute))
    .flatMap(({ name, value }) => (value === undefined && isOneOf(STANCES, name) ? [name] : []));
}
