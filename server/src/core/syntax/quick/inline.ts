import { byStart, type Span } from '../../text/span.ts';
import type { Outline } from '../outline.ts';
import { emphasisIn, runEnd } from './emphasis.ts';
import { readTextDirective } from './text-directive.ts';

/** What a stretch of text stands in. */
export interface Setting {
  readonly text: string;
  readonly outline: Outline;
  /** The paragraph or heading around it. */
  readonly host: Span;
  /** Where its plain text is noted. */
  readonly prose: Span[];
}

/**
 * Reads the text of a paragraph, a heading or a label: its directives go to the outline, and so does what is plain text.
 * @returns the stretches that are no text of this stretch itself (directives and signs of emphasis), in order; undefined
 * where only the parser can tell
 */
export function readInline(setting: Setting, stretch: Span): Span[] | undefined {
  const { text, prose } = setting;
  const cuts: Span[] = [];
  const labels: Span[] = [];
  const runs: number[] = [];
  let at = stretch.start;
  while (at < stretch.end) {
    const sign = text.charCodeAt(at);
    if (sign === COLON) {
      const directive = text.charCodeAt(at - 1) === COLON && at > stretch.start ? 'none' : readTextDirective(setting, at, stretch.end);
      if (directive === 'unsure') return undefined;
      if (directive === 'none') at += 1;
      else {
        cuts.push(directive.span);
        if (directive.label) labels.push(directive.label);
        at = directive.span.end;
      }
    } else if (sign === ASTERISK || sign === UNDERSCORE) {
      runs.push(at);
      at = runEnd(text, at, stretch.end);
    } else if (sign === LESS_THAN && mayBeHtml(text.charCodeAt(at + 1))) return undefined;
    else at += 1;
  }
  const emphasis = emphasisIn(text, stretch, runs);
  if (!emphasis) return undefined;
  if (emphasis.length > 0) {
    cuts.push(...emphasis);
    cuts.sort(byStart);
  }
  if (cuts.length === 0) prose.push(stretch);
  else prose.push(...between(stretch, cuts));
  return labels.every((label) => readInline(setting, label)) ? cuts : undefined;
}

/** What the sorted `cuts` leave of a stretch. */
export function between(stretch: Span, cuts: readonly Span[]): Span[] {
  const left: Span[] = [];
  let start = stretch.start;
  for (const cut of cuts) {
    if (cut.start > start) left.push({ start, end: cut.start });
    start = cut.end;
  }
  if (stretch.end > start) left.push({ start, end: stretch.end });
  return left;
}

/** After `<`: a letter, `/`, `!` or `?` may begin a tag, an address, a comment. */
function mayBeHtml(sign: number): boolean {
  return (sign >= 0x61 && sign <= 0x7a) || (sign >= 0x41 && sign <= 0x5a) || sign === 0x2f || sign === 0x21 || sign === 0x3f;
}

const ASTERISK = 0x2a;
const COLON = 0x3a;
const LESS_THAN = 0x3c;
const UNDERSCORE = 0x5f;
