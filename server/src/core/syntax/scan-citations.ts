import type { Citation } from './block.ts';

/** A bracketed group that may hold citations, and in it brackets that hold none: [@id, p. 4 [sic]]. A barrier ends it. */
const CLUSTER = /(?<!\\)\[((?:[^[\]\0]|\[[^[\]@\0]*\])*)\]/g;
/** Pandoc: an id starts with a letter, digit or `_` and may hold single punctuation inside; `@{…}` takes anything. */
const KEY = /(?<![\p{L}\p{N}@])-?@(?:\{([^{}\s]+)\}|([\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_]))*))/gu;

/** The Pandoc citations in `prose`, in order. `prose` is text in which everything but plain text is blanked out, with barriers between paragraphs. */
export function scanCitations(prose: string): Citation[] {
  const citations: Citation[] = [];
  if (!prose.includes('@')) return citations;
  for (const cluster of prose.matchAll(CLUSTER)) {
    const inner = cluster[1] ?? '';
    const clusterSpan = { start: cluster.index, end: cluster.index + cluster[0].length };
    const keys = [...inner.matchAll(KEY)];
    keys.forEach((key, index) => {
      const id = key[1] ?? key[2] ?? '';
      const behind = key[0].length - (key[1] === undefined ? 0 : 1);
      const idEnd = clusterSpan.start + 1 + key.index + behind;
      const rest = inner.slice(key.index + key[0].length, keys[index + 1]?.index ?? inner.length);
      const locator = (rest.split(';')[0] ?? '').replace(/^[\s,]+|\s+$/g, '');
      citations.push({ id, idSpan: { start: idEnd - id.length, end: idEnd }, clusterSpan, locator });
    });
  }
  return citations;
}
