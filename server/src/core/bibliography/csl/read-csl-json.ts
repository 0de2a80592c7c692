import type { BibliographyEntries, BibliographyEntry } from '../bibliography-entry.ts';
import { cutObjects, type CutObject } from './cut-objects.ts';
import { cslReference } from './csl-reference.ts';

/** The entries of a CSL-JSON file, as reference managers export it. Never throws; a broken entry hides no other. */
export function readCslJson(text: string): BibliographyEntries {
  const start = text.search(/\S/);
  if (start < 0) return { entries: [], problems: [] };
  const list = /^\s*\{[^{]*?\[/.exec(text)?.[0].length ?? 0;
  if (text[start] !== '[' && list === 0) {
    const message = 'This is no list of references, so nothing in it can be cited. Export them as CSL-JSON, which begins with “[”, or as BibTeX.';
    return { entries: [], problems: [{ span: { start, end: start + 1 }, message }] };
  }
  const objects = cutObjects(text, list);
  // Most files are whole, which one look at all of it tells.
  const broken = parsed(text) === undefined ? objects.filter(({ span }) => !isObject(parsed(text.slice(span.start, span.end)))) : [];
  const entries = objects.flatMap((object) => entryOf(text, object) ?? []);
  const problems = broken.map((object) => ({
    span: object.id ?? { start: object.span.start, end: object.span.start + 1 },
    message: brokenEntry(keyOf(text, object)),
  }));
  return { entries, problems };
}

function brokenEntry(key: string | undefined): string {
  const name = key === undefined ? 'This entry' : `The entry “${key}”`;
  return `${name} is not written as JSON demands, so nothing is known of it but its key. Look for a comma, a quotation mark or a brace that is missing or too many.`;
}

function entryOf(text: string, object: CutObject): BibliographyEntry | undefined {
  const key = keyOf(text, object);
  if (key === undefined || key === '' || !object.id) return undefined;
  const { start, end } = object.id;
  const quote = text[start] === '"' ? 1 : 0;
  const read = (): ReturnType<typeof cslReference> => cslReference(parsed(text.slice(object.span.start, object.span.end)));
  return { key, keySpan: { start: start + quote, end: end - quote }, span: object.span, read };
}

function keyOf(text: string, { id }: CutObject): string | undefined {
  const value = id && parsed(text.slice(id.start, id.end));
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** Undefined for what is no JSON. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
