import type { Bound } from './bound.ts';

/** One thing that a firm must be to belong to a sample or programme. */
export interface Criterion {
  /** The field that shows it, or several of which one is enough. */
  readonly fields: readonly string[];
  readonly bound: Bound;
  /** What is asked for, where the field and its limits do not say it well: "export to at least one market". */
  readonly title?: string;
  /** Something the front matter does not hold that may make up for it; the finding is then only a remark. */
  readonly unless?: string;
}

/** A named set of criteria, such as that of an export programme. */
export interface Programme {
  readonly id: string;
  readonly title: string;
  /** Where the criteria are published. */
  readonly source: string;
  readonly criteria: readonly Criterion[];
}

/** The programmes that sample/outside-criteria knows. Adding one here is all that is needed. */
export const PROGRAMMES = [
  {
    id: 'eu-sme',
    title: 'the EU’s definition of small and medium-sized enterprises',
    source: 'Commission Recommendation 2003/361/EC, annex, article 2',
    criteria: [
      { fields: ['firm.employees'], bound: { max: 249 }, title: 'fewer than 250 employees' },
      { fields: ['firm.revenue'], bound: { max: 'EUR 50 million' }, unless: 'its balance sheet total is at most EUR 43 million' },
    ],
  },
  {
    id: 'vitus',
    title: 'the Danish export programme Vitus',
    source: 'Havn & Juell-Sundbye (2012), choice of sample',
    criteria: [
      { fields: ['firm.employees'], bound: { min: 5, max: 100 } },
      { fields: ['firm.revenue'], bound: { max: 'DKK 100 million' } },
      {
        fields: [
          'internationalization.markets',
          'internationalization.countries',
          'internationalization.foreign_sales_share',
          'internationalization.first_foreign_sale',
        ],
        bound: { above: 0 },
        title: 'export to at least one market',
      },
    ],
  },
] as const satisfies readonly Programme[];
