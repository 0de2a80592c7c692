import * as z from 'zod';
import { SOURCE_KINDS, VERDICTS } from './vocabulary.ts';

/*
 * The front matter of a case. This one place gives the checks (front-matter/*), the completions, the hovers and the
 * published JSON Schema; the descriptions are what authors read.
 */

const text = z.union([z.string(), z.number()]);
const year = z.int('a year such as 2011').min(1000, 'a year such as 2011').max(2999, 'a year such as 2011');
/** 2011, 2011-12 or 2011-12-01. */
const date = z.union([year, z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date such as 2011-12-01 (a month or a year alone will do)')]);
const BETWEEN = 'a share between 0 and 1 (0.9 means 90 %)';
const share = z.number().min(0, BETWEEN).max(1, BETWEEN);
const country = z.string().regex(/^[A-Z]{2}$/, 'a two-letter country code in capitals, such as DK');

const firm = z
  .strictObject({
    name: text.describe('Name of the firm, if it differs from the title.'),
    country: country.describe('Home country as a two-letter code: DK, EE, GB.'),
    industry: text.describe('What the firm does, in a few words.'),
    founded: year.describe('Year in which the firm was founded.'),
    employees: z.int('a whole number').min(0).describe('Number of employees.'),
    revenue: z.union([z.number(), z.string()]).describe('Yearly revenue, with its currency: "DKK 70 million".'),
    ownership: text.describe('Who owns the firm: founders, family, a group, investors.'),
    products: z.union([text, z.array(text)]).describe('Main products or services.'),
  })
  .partial();

const market = z
  .strictObject({
    country: z.string().describe('The country as a two-letter code, or the name of a region.'),
    year: year.describe('Year of entry.'),
    mode: text.describe('How the firm serves the market: export, agent, distributor, sales-subsidiary, joint-venture …'),
    share: share.describe('Part of total sales that comes from this market, from 0 to 1.'),
    note: text.describe('Anything the reader should know about this market.'),
  })
  .partial();

const internationalization = z
  .strictObject({
    first_foreign_sale: year.describe('Year of the first sale abroad.'),
    foreign_sales_share: share.describe('Part of total sales that is made abroad, from 0 to 1: 0.9 means 90 %.'),
    markets: z.array(market).describe('Foreign markets, each with its country, year of entry and mode.'),
    modes: z.array(text).describe('Modes of foreign operation, if they are not given market by market.'),
  })
  .partial();

const source = z.strictObject({
  id: z
    .string()
    .regex(/^[\p{L}\p{N}_][\p{L}\p{N}_:.#$%&\-+?<>~/]*$/u, 'a short name of letters, digits and hyphens, without spaces')
    .describe('Short name by which the text cites this source: [@int-ceo].'),
  kind: z.enum(SOURCE_KINDS).describe('Which of the six kinds of evidence it is (Yin).'),
  title: text.optional().describe('Title of the document, page or file.'),
  informant: text.optional().describe('Who was interviewed, by role, not by name: "CEO", "export manager".'),
  date: date.optional().describe('When the interview or observation took place, or the document was made: 2011-12-01.'),
  year: year.optional().describe('Year of publication.'),
  author: z
    .union([text, z.array(text)])
    .optional()
    .describe('Who wrote it.'),
  url: z.string().optional().describe('Where it can be found.'),
  doi: z.string().optional().describe('Its DOI.'),
  transcript: z.string().optional().describe('Text file of what was said, beside the case.'),
  note: text.optional().describe('Anything the reader should know about this source.'),
});

const finding = z.strictObject({
  value: text.optional().describe('What the case shows on this item, in one of the words the framework allows.'),
  verdict: z.enum(VERDICTS).optional().describe('Whether the case bears out the item’s statement.'),
  because: text.optional().describe('The reason, in one sentence that a reader can check against the text.'),
});

/** Keys that Pandoc, Quarto and reference managers use in front matter; they mean nothing to Casewright. */
const PUBLISHING_KEYS = [
  'abstract',
  'author',
  'bibliography',
  'csl',
  'date',
  'description',
  'documentclass',
  'format',
  'header-includes',
  'keywords',
  'lang',
  'link-citations',
  'output',
  'subtitle',
  'suppress-bibliography',
  'tags',
  'toc',
] as const;

export const frontMatterSchema = z.strictObject({
  case: text.describe('Short name of this case, unique in the study. This key makes the file a case.'),
  title: text.optional().describe('Title of the case, as readers see it.'),
  frameworks: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .describe('The frameworks this case promises to address.'),
  template: z.string().optional().describe('The template this case follows, if it differs from the project’s.'),
  firm: firm.optional().describe('What is known of the firm.'),
  internationalization: internationalization.optional().describe('What is known of its way abroad.'),
  sources: z.array(source).optional().describe('Where the evidence comes from; each with an id that the text can cite.'),
  findings: z.record(z.string(), finding).optional().describe('Your conclusion on each item: a value, a verdict and the reason.'),
  ...Object.fromEntries(PUBLISHING_KEYS.map((key) => [key, z.unknown().optional()])),
});
