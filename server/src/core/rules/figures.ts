import { oncePer } from '../memory/once-per.ts';
import type { CaseHeader } from '../model/case-model.ts';
import { entryOf, itemsOf, textOf, type YamlMap, type YamlNode } from '../syntax/yaml-node.ts';
import { readAmount, type Amount } from '../text/amount.ts';
import { alternatives, meaningOf } from '../text/alternatives.ts';
import { CURRENCIES, SCALES } from '../text/amount-words.ts';
import { labelKey } from '../text/label.ts';
import type { Span } from '../text/span.ts';

/** A number of the front matter with its place. */
export interface StatedNumber {
  readonly value: number;
  readonly span: Span;
}

/** One row of a case's `figures`; what cannot be used of it (front-matter/invalid-value says so) is undefined. */
export interface Figure {
  /** Which row it is, from 0. */
  readonly index: number;
  /** What is measured, as written; "Sales", "turnover" and "revenue" are one measure, `sales`. */
  readonly of: string;
  readonly measure: string;
  /** The same for all data points of one series: the same measure in the same unit. */
  readonly series: string;
  readonly year: StatedNumber | undefined;
  /** As written, without the scale of its unit. */
  readonly amount: StatedNumber | undefined;
  readonly unit: string | undefined;
  /** The growth as written: "48.2 %", or 0.482. */
  readonly growth: { readonly text: string; readonly span: Span } | undefined;
  readonly since: StatedNumber | undefined;
  readonly parts: readonly (StatedNumber & { readonly name: string })[];
  readonly span: Span;
}

/** Names of measures that mean the same. */
const SYNONYMS: readonly (readonly [RegExp, string])[] = [
  [/^(?:(?:total|annual|yearly|net) )?(?:sales|revenues?|turnover)$/, 'sales'],
  [/^(?:(?:total )?number of )?(?:employees|staff|headcount|people)$/, 'employees'],
];

/** The rows of `figures` that say what they measure, in order. */
export function figuresOf({ fields }: Pick<CaseHeader, 'fields'>): readonly Figure[] {
  return readFigures(fields);
}

const readFigures = oncePer((fields: YamlMap): readonly Figure[] =>
  itemsOf(entryOf(fields, 'figures')?.value).flatMap((row, index) => {
    const of = textOf(entryOf(row, 'of')?.value);
    return of === undefined ? [] : [readFigure(row, index, of)];
  }),
);

function readFigure(row: YamlNode, index: number, of: string): Figure {
  const growth = entryOf(row, 'growth')?.value;
  const parts = entryOf(row, 'parts')?.value;
  const key = labelKey(of);
  const measure = SYNONYMS.find(([names]) => names.test(key))?.[1] ?? key;
  const unit = textOf(entryOf(row, 'unit')?.value);
  return {
    index,
    of,
    measure,
    series: `${measure}\n${labelKey(unit ?? '')}`,
    year: numberAt(row, 'year'),
    amount: numberAt(row, 'amount'),
    unit,
    growth: growth && textOf(growth) !== undefined ? { text: textOf(growth) ?? '', span: growth.span } : undefined,
    since: numberAt(row, 'since'),
    parts: readParts(parts),
    span: row.span,
  };
}

/** The parts of an amount; none where one of them is no number, so that nothing can be added up. */
function readParts(node: YamlNode | undefined): Figure['parts'] {
  if (node?.kind !== 'map') return [];
  const parts = node.entries.flatMap(({ key: name, value }) => numbersIn(value).map((part) => ({ ...part, name })));
  return parts.length === node.entries.length ? parts : [];
}

/** The number of a field; undefined where there is none. */
export function numberAt(node: YamlNode | undefined, field: string): StatedNumber | undefined {
  return numbersIn(entryOf(node, field)?.value)[0];
}

function numbersIn(node: YamlNode | undefined): StatedNumber[] {
  return node?.kind === 'scalar' && typeof node.value === 'number' && Number.isFinite(node.value) ? [{ value: node.value, span: node.span }] : [];
}

const SCALE_WORD = new RegExp(`(?<!\\p{L})(?:${alternatives(SCALES)})(?!\\p{L})`, 'iu');
const CURRENCY_WORD = new RegExp(`(?<!\\p{L})(?:${alternatives(CURRENCIES)})(?!\\p{L})`, 'iu');

/** The amount of a row as `readAmount` reads amounts: the scale and the currency of its unit ("EUR million") worked in. */
export function amountOf({ amount, unit = '' }: Figure): Amount | undefined {
  if (!amount) return undefined;
  const read = readAmount(amount.value) ?? undefined;
  if (!read) return undefined;
  const scale = meaningOf(SCALES, SCALE_WORD.exec(unit)?.[0]) ?? 1;
  const currency = meaningOf(CURRENCIES, CURRENCY_WORD.exec(unit)?.[0]);
  return {
    ...read,
    low: amount.value * scale,
    high: amount.value * scale,
    place: read.place * scale,
    scale,
    kind: currency === undefined ? 'count' : 'money',
    currency: currency === '' ? undefined : currency,
  };
}

/** The amount that a field's value states; undefined where it states none. */
export function amountIn(node: YamlNode): Amount | undefined {
  return node.kind === 'scalar' && (typeof node.value === 'number' || typeof node.value === 'string') ? readAmount(node.value) : undefined;
}

/** A row as messages name it: "sales 2012". */
export function nameOfFigure({ of, year }: Figure): string {
  return year ? `${of} ${year.value}` : of;
}
