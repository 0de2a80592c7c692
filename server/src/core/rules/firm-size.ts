import { nodeAt, textOf } from '../syntax/yaml-node.ts';
import type { Span } from '../text/span.ts';
import { amountIn, amountOf, figuresOf, nameOfFigure } from './figures.ts';
import { convert } from './euros.ts';
import type { FrontMatterFacts } from './rule.ts';

/**
 * The size classes of the European Union (Commission Recommendation 2003/361/EC, annex, article 2): fewer employees than
 * `employees`, and either a turnover of at most `turnover` or a balance sheet total of at most `balance` (both in euros).
 */
export const SIZE_CLASSES = [
  { id: 'micro', employees: 10, turnover: 2_000_000, balance: 2_000_000 },
  { id: 'small', employees: 50, turnover: 10_000_000, balance: 10_000_000 },
  { id: 'medium', employees: 250, turnover: 50_000_000, balance: 43_000_000 },
  { id: 'large', employees: Infinity, turnover: Infinity, balance: Infinity },
] as const;

/** A number of the firm, with where it stands and how messages name it. */
export interface FirmNumber {
  readonly value: number;
  readonly name: string;
  readonly span: Span;
}

/** The number of employees: the field's, else that of the latest figure. */
export function employeesOf(facts: Pick<FrontMatterFacts, 'model'>): FirmNumber | undefined {
  return latest(facts, 'firm.employees', 'employees', (amount) => amount.low);
}

/** The yearly revenue in euros: the field's, else that of the latest figure; undefined where its currency is not known. */
export function turnoverInEuros(facts: Pick<FrontMatterFacts, 'model'>, rates: Readonly<Record<string, number>>): FirmNumber | undefined {
  return latest(facts, 'firm.revenue', 'sales', (amount) => convert(amount, 'EUR', rates)?.low);
}

function latest(
  { model }: Pick<FrontMatterFacts, 'model'>,
  field: string,
  measure: string,
  read: (amount: NonNullable<ReturnType<typeof amountIn>>) => number | undefined,
): FirmNumber | undefined {
  const node = nodeAt(model.fields, field.split('.'));
  const stated = node && amountIn(node);
  if (node && stated) {
    const value = read(stated);
    return value === undefined ? undefined : { value, name: field, span: node.span };
  }
  const rows = figuresOf(model).filter((row) => row.measure === measure && row.year && row.amount);
  const row = rows.toSorted((a, b) => (b.year?.value ?? 0) - (a.year?.value ?? 0))[0];
  const amount = row && amountOf(row);
  const value = amount && read(amount);
  return row?.amount && value !== undefined ? { value, name: `figures, ${nameOfFigure(row)}`, span: row.amount.span } : undefined;
}

/** What the numbers say of a size class, as places in `SIZE_CLASSES`. */
export interface PossibleSizes {
  /** The firm has too many employees for any class below. */
  readonly least: number;
  /** It is in no class above: employees and turnover are below the limits. Undefined where that cannot be told. */
  readonly most: number | undefined;
}

/**
 * The classes that a firm may be in. A turnover above a limit does not rule a class out, since the balance sheet may be
 * below; and a firm that belongs to another counts that one's people and turnover, too.
 */
export function possibleSizes(facts: Pick<FrontMatterFacts, 'model'>, employees: number, turnover: number | undefined): PossibleSizes {
  const least = SIZE_CLASSES.findIndex((size) => employees < size.employees);
  const byTurnover = turnover === undefined ? undefined : SIZE_CLASSES.findIndex((size) => turnover <= size.turnover);
  const isOwned = textOf(nodeAt(facts.model.fields, ['firm', 'parent'])) !== undefined;
  return { least, most: byTurnover === undefined || isOwned ? undefined : Math.max(least, byTurnover) };
}
