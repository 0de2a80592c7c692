import { jsonText } from './json-text.ts';

/*
 * A report of many cases as JSON, written case by case: exactly what `jsonText(report)` and a line end
 * would be, but never all of it at a time.
 */

/** What stands before the first case of a report `{version: 1, cases: […], …}`. */
export const LIST_HEAD = '{\n  "version": 1,\n  "cases": [';

/** What stands between two cases. */
export const LIST_GAP = ',';

/** One case of the list. */
export function listEntry(value: object): string {
  return `\n    ${indented(value, '    ')}`;
}

/**
 * What stands behind the last case.
 * @param isEmpty whether there was no case
 * @param rest what the report has beside its cases, in order
 */
export function listTail(isEmpty: boolean, rest: Readonly<Record<string, object>> = {}): string {
  const others = Object.entries(rest).map(([key, value]) => `,\n  ${JSON.stringify(key)}: ${indented(value, '  ')}`);
  return `${isEmpty ? ']' : '\n  ]'}${others.join('')}\n}\n`;
}

/** A line break in the output is never one of a text: those are written `\n` in JSON. */
function indented(value: object, indent: string): string {
  return jsonText(value).replaceAll('\n', `\n${indent}`);
}
