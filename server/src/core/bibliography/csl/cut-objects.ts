import type { Span } from '../../text/span.ts';

/** One object of a JSON list, as it stands in the file. */
export interface CutObject {
  readonly span: Span;
  /** The value of its own `id`, as JSON; undefined where it has none. */
  readonly id: Span | undefined;
}

/** The parts of JSON that matter for where objects begin and end. A text that is not closed ends with its line. */
const TOKEN = /"(?:[^"\\\n\r]|\\.)*(?:"|(?=[\n\r])|$)|[{}[\]]/g;
/** The value behind a key. */
const VALUE = /\s*:\s*("(?:[^"\\\n\r]|\\.)*"|-?\d[\d.]*)/y;
/** How an object of the list begins that was not expected yet: by what most programs write first. */
const BEGINS_ENTRY = /\{\s*"(?:id|type)"\s*:/y;

/**
 * Cuts a JSON list into its objects without reading them. One that is not closed ends where, at the start of a line that is
 * indented no further, the next begins.
 * @param from where the list begins
 */
export function cutObjects(text: string, from: number): CutObject[] {
  const objects: CutObject[] = [];
  const token = new RegExp(TOKEN);
  token.lastIndex = from;
  /** Braces and brackets that are open, from the object’s own on. */
  let depth = 0;
  let start = 0;
  let id: Span | undefined;
  const close = (end: number): void => {
    objects.push({ span: { start, end }, id });
    depth = 0;
  };
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const at = match.index;
    const [found] = match;
    if (depth > 0 && found === '{' && beginsNext(text, [start, objects[0]?.span.start ?? start], at)) close(endBefore(text, at));
    if (depth === 0) {
      if (found !== '{') continue;
      [start, id, depth] = [at, undefined, 1];
    } else if (found === '{' || found === '[') depth += 1;
    else if (found === '}' || found === ']') {
      depth -= 1;
      if (depth === 0) close(at + 1);
    } else if (depth === 1 && id === undefined && found === '"id"') {
      VALUE.lastIndex = token.lastIndex;
      const value = VALUE.exec(text)?.[1];
      if (value !== undefined) id = { start: VALUE.lastIndex - value.length, end: VALUE.lastIndex };
    }
  }
  if (depth > 0) close(text.trimEnd().length);
  return objects;
}

/** Whether the object that begins at `at` belongs beside those that begin at `starts`, and not into one of them. */
function beginsNext(text: string, starts: readonly number[], at: number): boolean {
  const indent = indentOf(text, at);
  BEGINS_ENTRY.lastIndex = at;
  return indent !== undefined && BEGINS_ENTRY.test(text) && starts.some((start) => indent <= (indentOf(text, start) ?? indent));
}

/** The number of blanks before `at`, if nothing else stands before it on its line. */
function indentOf(text: string, at: number): number | undefined {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return line.trim() === '' ? line.length : undefined;
}

function endBefore(text: string, at: number): number {
  return text.slice(0, at).trimEnd().length;
}
