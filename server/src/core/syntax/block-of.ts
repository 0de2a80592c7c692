import { readClaims } from '../claims/read-claims.ts';
import { byStart, encloses, type Span } from '../text/span.ts';
import { wordStarts } from '../text/words.ts';
import type { Block } from './block.ts';
import type { Outline } from './outline.ts';
import { BARRIER } from './barrier.ts';
import { scanCitations } from './scan-citations.ts';
import { scanPlaceholders } from './scan-placeholders.ts';

/** What a block says, from its text and its outline. A pure function of the two, however the outline was come by. */
export function blockOf(text: string, outline: Outline): Block {
  const { headings, paragraphs, directives, comments, code, prose, bare, headingProse, hosts, quotations, definitions } = outline;
  const masked = keepOnly(text, prose);
  const parted = withBarriers(masked, hosts);
  const citations = scanCitations(bare.length === 0 ? parted : withBarriers(keepOnly(text, [...prose, ...bare].sort(byStart)), hosts));
  const plain = blankOut(
    masked,
    citations.map((citation) => citation.clusterSpan),
  );
  const stated = paragraphs.filter((paragraph) => !quotations.some((quotation) => encloses(quotation, paragraph)));
  const inHeadings = headingProse.length === 0 ? [] : scanCitations(withBarriers(keepOnly(text, headingProse), hosts));
  return {
    text,
    headings,
    paragraphs,
    directives: directives.filter(({ span }) => !citations.some(({ idSpan }) => encloses(idSpan, span))),
    citations: inHeadings.length === 0 ? citations : [...inHeadings, ...citations].sort((a, b) => byStart(a.idSpan, b.idSpan)),
    comments,
    quotations,
    code,
    words: wordStarts(plain),
    placeholders: scanPlaceholders(parted, paragraphs),
    claims: readClaims(plain, stated),
    definitions,
    defined: [],
    reading: 'quick',
  };
}

/** A block that is taken as nothing but words and citations. */
export function plainBlock(text: string, reading: Block['reading'] = 'quick'): Block {
  const base = { headings: [], directives: [], comments: [], quotations: [], code: [], placeholders: [], claims: [], definitions: [], defined: [] };
  return { ...base, text, reading, paragraphs: [{ start: 0, end: text.length }], citations: scanCitations(text), words: wordStarts(text) };
}

/** `text` with everything outside `spans` replaced by spaces, and character references too: "&amp;" is no word. */
function keepOnly(text: string, spans: readonly Span[]): string {
  let masked = '';
  for (const span of spans) {
    masked += blank(text.slice(masked.length, span.start));
    masked += text.slice(Math.max(span.start, masked.length), span.end);
  }
  masked += blank(text.slice(masked.length));
  return masked.includes('&') ? masked.replace(/&(?:#\w+|\w+);/g, blank) : masked;
}

/** `text` with a barrier before each of the sorted `hosts` but one at its start. What is there is a blank, a line end or a marker. */
function withBarriers(text: string, hosts: readonly Span[]): string {
  let parted = '';
  for (const { start } of hosts) {
    if (start > parted.length) parted += text.slice(parted.length, start - 1) + BARRIER;
  }
  return parted === '' ? text : parted + text.slice(parted.length);
}

/** `text` with the sorted `spans` (which may repeat) replaced by spaces. */
function blankOut(text: string, spans: readonly Span[]): string {
  let result = '';
  for (const { start, end } of spans) {
    if (start < result.length) continue;
    result += text.slice(result.length, start) + blank(text.slice(start, end));
  }
  return result + text.slice(result.length);
}

/** As many spaces; lines stay lines. */
function blank(text: string): string {
  return /[\r\n]/.test(text) ? text.replace(/[^\r\n]/g, ' ') : ' '.repeat(text.length);
}
