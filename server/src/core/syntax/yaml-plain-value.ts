/** What a scalar can be. */
export type ScalarValue = string | number | boolean | null;

/** Words that are no text, in the spellings of YAML 1.2's core schema. */
const WORDS: ReadonlyMap<string, ScalarValue> = new Map<string, ScalarValue>([
  ...['~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
  ...['.nan', '.NaN', '.NAN'].map((word) => [word, NaN] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((word) => [word, Infinity] as const),
  ...['-.inf', '-.Inf', '-.INF'].map((word) => [word, -Infinity] as const),
]);
const LONGEST_WORD = 5;

/** How numbers are written, each with what it says. The first form that fits counts. */
const NUMBERS: readonly (readonly [form: RegExp, value: (source: string) => number])[] = [
  [/^[-+]?[0-9]+$/, (source) => parseInt(source, 10)],
  [/^0o[0-7]+$/, (source) => parseInt(source.slice(2), 8)],
  [/^0x[0-9a-fA-F]+$/, (source) => parseInt(source.slice(2), 16)],
  [/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/, (source) => parseFloat(source)],
];
const BEGINS_NUMBER: ReadonlySet<string> = new Set('+-.0123456789');

/** What YAML 1.2's core schema makes of a scalar without quotation marks: a number, true, false or null, else its text. Dates stay text. */
export function plainScalarValue(source: string): ScalarValue {
  if (source.length <= LONGEST_WORD) {
    const word = WORDS.get(source);
    if (word !== undefined) return word;
  }
  if (!BEGINS_NUMBER.has(source[0] ?? '')) return source;
  return NUMBERS.find(([form]) => form.test(source))?.[1](source) ?? source;
}
