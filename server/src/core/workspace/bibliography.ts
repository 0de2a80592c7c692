import type { Source } from '../model/case-model.ts';
import type { LookUpFile } from './file-state.ts';

/** The entries of all files; files that cannot be read add nothing. */
export function readBibliographies(files: readonly string[], lookUp: LookUpFile): Source[] {
  return files.flatMap((file) => {
    const state = lookUp(file);
    return state.kind === 'text' ? readBibliography(file, state.text) : [];
  });
}

/**
 * The entries of a bibliography file that can be cited: keys and titles of BibTeX or CSL-JSON. Anything else in the
 * file is left alone; a file of neither form has no entries.
 */
export function readBibliography(uri: string, text: string): Source[] {
  return /\.json$/i.test(uri) ? readCslJson(uri, text) : readBibTeX(uri, text);
}

const ENTRY = /@(?!string|comment|preamble)[A-Za-z]+\s*[{(]\s*([^\s,{}()="#%'\\~]+)\s*,/gi;
const TITLE = /\btitle\s*=\s*(?:\{+([^{}]*)|"([^"]*))/i;

function readBibTeX(uri: string, text: string): Source[] {
  const entries = [...text.matchAll(ENTRY)];
  return entries.map((entry, index) => {
    const body = text.slice(entry.index, entries[index + 1]?.index ?? text.length);
    const title = TITLE.exec(body);
    const id = entry[1] ?? '';
    const start = entry.index + entry[0].indexOf(id, 1);
    return bibliographySource(uri, id, title?.[1] ?? title?.[2], start);
  });
}

function readCslJson(uri: string, text: string): Source[] {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return [];
  }
  if (!Array.isArray(data)) return [];
  return data.flatMap((entry: unknown) => {
    const { id, title } = (entry ?? {}) as { id?: unknown; title?: unknown };
    if (typeof id !== 'string' && typeof id !== 'number') return [];
    return [bibliographySource(uri, String(id), typeof title === 'string' ? title : undefined, 0)];
  });
}

/** Literature is `documentation` among Yin's six kinds. */
function bibliographySource(uri: string, id: string, title: string | undefined, start: number): Source {
  const span = { start, end: start + id.length };
  return { id, idSpan: span, uri, span, kind: 'documentation', title: title?.trim(), informant: undefined, date: undefined, transcript: undefined };
}
