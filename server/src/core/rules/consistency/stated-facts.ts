import type { Claim } from '../../claims/claim.ts';
import { fieldPath } from '../../model/case-model.ts';
import { nodeAt } from '../../syntax/yaml-node.ts';
import type { Amount } from '../../text/amount.ts';
import type { Span } from '../../text/span.ts';
import type { FrontMatterFacts } from '../rule.ts';
import { amountIn, amountOf, figuresOf, nameOfFigure } from '../figures.ts';

/** What the front matter states on something that the text states, too. */
export interface StatedFact {
  /** The field as messages name it: "firm.founded", "figures, sales 2012". */
  readonly name: string;
  /** The value as it is written there. */
  readonly written: string;
  readonly span: Span;
  readonly amount: Amount;
}

/** The field that holds what a claim of a topic states, as the case is written. */
const FIELDS: Readonly<Partial<Record<Claim['topic'], string>>> = {
  founded: 'firm.founded',
  employees: 'firm.employees',
  sales: 'firm.revenue',
  'foreign-share': 'internationalization.foreign_sales_share',
  'home-share': 'internationalization.foreign_sales_share',
  countries: 'internationalization.countries',
  'first-foreign-sale': 'internationalization.first_foreign_sale',
};

/** Facts that do not change with the years. */
const LASTING: readonly Claim['topic'][] = ['founded', 'first-foreign-sale'];

/**
 * What the front matter states on the same thing and the same time as a claim: what holds today against the fields and the
 * figures without a year, what held in a year against the figures of that year. None where the time is not certain.
 */
export function factsFor(facts: Pick<FrontMatterFacts, 'model'>, { topic, time }: Pick<Claim, 'topic' | 'time'>): StatedFact[] {
  const year = time.kind === 'year' ? time.year : undefined;
  const isLasting = LASTING.includes(topic);
  if (time.kind === 'past' && !isLasting) return [];
  const field = isLasting || year === undefined ? fieldFact(facts, FIELDS[topic]) : undefined;
  const rows = figuresOf(facts.model).filter((figure) => figure.measure === topic && figure.year?.value === year);
  const figures = rows.flatMap((figure): StatedFact[] => {
    const amount = amountOf(figure);
    const written = [figure.amount?.value, figure.unit].filter((word) => word !== undefined).join(' ');
    return amount && figure.amount ? [{ name: `figures, ${nameOfFigure(figure)}`, written, span: figure.amount.span, amount }] : [];
  });
  return field ? [field, ...figures] : figures;
}

function fieldFact({ model }: Pick<FrontMatterFacts, 'model'>, field: string | undefined): StatedFact | undefined {
  const node = field === undefined ? undefined : nodeAt(model.fields, fieldPath(field));
  const amount = node && amountIn(node);
  return field !== undefined && node?.kind === 'scalar' && amount ? { name: field, written: String(node.value), span: node.span, amount } : undefined;
}
