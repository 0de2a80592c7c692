import * as z from 'zod';
import { onFirstUse } from '../memory/once-per.ts';

/*
 * A framework pack: what a YAML file in `frameworks/` may say. This schema is the loader's check, the source of the
 * types and of schemas/framework-pack.schema.json. It is made when a pack is first read: those that ship are read when the
 * program is built.
 */

export const LINK_KINDS = ['influences', 'moderates', 'reinforces', 'interacts', 'feeds-back'] as const;

export const packSchema = onFirstUse(() => {
  const kebab = z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'lower-case words joined by hyphens, such as from-outset');
  const filled = z.string().trim().min(1);
  /** Item ids are directive names, so they begin with a letter and hold letters, digits and inner hyphens or underscores. */
  const itemId = z.string().regex(/^[A-Za-z][A-Za-z0-9]*(?:[-_][A-Za-z0-9]+)*$/, 'letters and digits, beginning with a letter, such as P3');
  const field = z.string().regex(/^[a-z_]+(?:\.[a-z_]+)*$/, 'a front-matter field such as firm.founded');

  const value = z
    .union([kebab, z.strictObject({ id: kebab, means: filled.optional().describe('What an author states by choosing it.') })])
    .transform((given) => (typeof given === 'string' ? { id: given, means: undefined } : { id: given.id, means: given.means }));

  const prediction = z
    .union([kebab, z.strictObject({ value: kebab, because: filled.optional().describe('Why this perspective expects it.') })])
    .transform((given) => (typeof given === 'string' ? { value: given, because: undefined } : { value: given.value, because: given.because }));

  const predictions = z
    .record(kebab, prediction)
    .default({})
    .describe('What each perspective would expect; leave a perspective out where the source is silent.');
  const expects = z
    .strictObject({ fields: z.array(field).default([]) })
    .default({ fields: [] })
    .describe('Front-matter fields without which the item can hardly be judged.');
  const at = filled.describe('Where it stands in the source: a page, a section, a row of a table.');

  const traitsOfItem = z
    .record(
      kebab,
      z.union([kebab, z.array(kebab).min(1)]).transform((given) => (typeof given === 'string' ? [given] : given)),
    )
    .default({})
    .describe('What kind of item it is: one value or several of each trait that the pack names.');

  const item = z.strictObject({
    id: itemId.describe('Short id by which text is marked: T1, P3.'),
    label: filled.describe('The field’s name for it; a heading of this name marks its section.'),
    aliases: z.array(filled).default([]).describe('Other headings that mean the same.'),
    parent: itemId.optional().describe('The item of which this one is a part; text about a part is about the whole, too.'),
    traits: traitsOfItem,
    statement: filled.describe('What the item says, in your own words.'),
    questions: z.array(filled).default([]).describe('What an author should answer to address it.'),
    values: z.array(value).default([]).describe('What a finding on it may say.'),
    predictions,
    cues: z.array(filled).default([]).describe('Words of ordinary case prose that hint at it. Plain text, no patterns.'),
    expects,
    at,
  });

  const perspective = z.strictObject({
    id: kebab,
    label: filled,
    description: filled.optional(),
    articles: z.array(filled).default([]).describe('Works that stand for it.'),
    at: at.optional(),
  });

  const condition = z
    .strictObject({
      id: kebab,
      label: filled,
      description: filled.optional(),
      predictions: z
        .record(
          kebab,
          z
            .union([z.string(), z.strictObject({ value: z.string(), because: filled.optional() })])
            .transform((given) => (typeof given === 'string' ? { value: given, because: undefined } : { value: given.value, because: given.because })),
        )
        .default({}),
      expects,
      at,
    })
    .describe('A boundary condition on which the perspectives differ; not an item to be covered.');

  const trait = z
    .strictObject({
      id: kebab,
      label: filled,
      description: filled.optional(),
      values: z.array(z.strictObject({ id: kebab, label: filled, description: filled.optional() })).min(2, 'a list of two values or more'),
      at: at.optional(),
    })
    .describe('A property in which the items differ: who holds a kind of knowledge, or an axis of a two-by-two.');

  const link = z
    .strictObject({ from: itemId, to: itemId, kind: z.enum(LINK_KINDS), note: filled.optional(), at })
    .describe('An arrow of the source’s figure, from one item to another.');

  return z.strictObject({
    id: kebab.describe('Name by which cases and casewright.yaml refer to the framework.'),
    title: filled,
    source: z
      .strictObject({
        authors: z.array(filled).min(1),
        year: z.int().min(1000).max(2999),
        title: filled,
        in: filled.optional(),
        pages: z.union([z.string(), z.number()]).transform(String).optional(),
        publisher: filled.optional(),
        doi: filled.optional(),
        url: filled.optional(),
      })
      .describe('The work that the framework comes from.'),
    kind: z.enum(['themes', 'propositions', 'dimensions', 'hypotheses', 'knowledge-types']),
    summary: filled.optional(),
    perspectives: z.array(perspective).default([]).describe('Theories that predict a value for each item.'),
    conditions: z.array(condition).default([]),
    traits: z.array(trait).default([]),
    links: z.array(link).default([]).describe('How the items bear on each other.'),
    items: z.array(item).min(1),
  });
});

export type Pack = z.output<ReturnType<typeof packSchema>>;
export type Item = Pack['items'][number];
