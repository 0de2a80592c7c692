import * as z from 'zod';
import { onFirstUse } from '../memory/once-per.ts';
import { EVIDENCE_CODE, SOURCE_KINDS, VERDICTS } from './vocabulary.ts';

/*
 * The front matter of a case. This one place gives the checks (front-matter/*), the completions, the hovers and the
 * published JSON Schema; the descriptions are what authors read. The `examples` of a list are rows as they may stand
 * there: a new case shows them as comments. It is made when something is wrong in front matter, or an author asks.
 */

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
  'link-citations',
  'output',
  'subtitle',
  'suppress-bibliography',
  'tags',
  'toc',
] as const;

export const frontMatterSchema = onFirstUse(() => {
  const text = z.union([z.string(), z.number()]);
  const year = z.int('a year such as 2011').min(1000, 'a year such as 2011').max(2999, 'a year such as 2011');
  /** 2011, 2011-12 or 2011-12-01. */
  const date = z.union([year, z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date such as 2011-12-01 (a month or a year alone will do)')]);
  const BETWEEN = 'a share between 0 and 1 (0.9 means 90 %)';
  const share = z.number(BETWEEN).min(0, BETWEEN).max(1, BETWEEN);
  const country = z.string().regex(/^[A-Z]{2}$/, 'a two-letter country code in capitals, such as DK');

  /** "48.24 %" as a source prints it, or a share: 0.4824. May be negative. */
  const growth = z.union([z.number(), z.string().regex(/^[+\-\u2212]?\d+([.,]\d+)?\s*%$/u, 'a percentage such as "48.2 %"')], {
    error: 'a percentage such as "48.2 %"',
  });

  const place = z
    .strictObject({
      city: text.describe('City or town.'),
      country: z.string().describe('The country as a two-letter code.'),
      function: text.describe('What is done there: development, production, sales, management.'),
      since: year.describe('Year in which the place was opened.'),
    })
    .partial();

  const partnership = z
    .strictObject({
      partner: text.describe('Who the partner is.'),
      kind: z.enum(['equity', 'non-equity', 'community']).describe('Whether the partner owns part of the firm, works with it by contract, or is a community.'),
      year: year.describe('Year in which it began.'),
      role: text.describe('What the partner contributes.'),
    })
    .partial();

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
      size: z.enum(['micro', 'small', 'medium', 'large']).describe('Size class of the firm, as its source or its official definition has it.'),
      city: text.describe('Where the head office is.'),
      parent: text.describe('The firm or group that it belongs to or came from.'),
      locations: z
        .array(place)
        .describe('Its offices and works, each with city, country and what is done there.')
        .meta({ examples: [{ city: 'Vejle', country: 'DK', function: 'production', since: 2007 }] }),
      market_focus: z.union([text, z.array(text)]).describe('Whom it sells to: businesses (B2B), consumers (B2C), public bodies (B2G).'),
      business_model: text.describe('What customers pay for: licences, fees, products, projects.'),
      value_proposition: text.describe('The benefit that it promises its customers.'),
      enhanced_solutions: z.union([text, z.array(text)]).describe('What it has added to its first offer.'),
      partnerships: z
        .array(partnership)
        .describe('Its key partners, each with the kind of partnership.')
        .meta({ examples: [{ partner: 'a wholesaler in Hamburg', kind: 'non-equity', year: 2009, role: 'sells and services' }] }),
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
      markets: z
        .array(market)
        .describe('Foreign markets, each with its country, year of entry and mode.')
        .meta({ examples: [{ country: 'DE', year: 2009, mode: 'distributor', share: 0.3 }] }),
      modes: z.array(text).describe('Modes of foreign operation, if they are not given market by market.'),
      countries: z.int('a whole number').min(0).describe('Number of foreign countries in which the firm sells.'),
      type: z
        .enum(['born-global', 'international-new-venture', 'born-again-global', 'globalizing-sme', 'gradual'])
        .describe('What the case calls the firm; consistency/classification compares it with the firm’s years and shares.'),
    })
    .partial();

  const figure = z.strictObject({
    of: text.describe('What is measured: sales, revenue, profit, employees.'),
    year: year.optional().describe('The year that the figure is for.'),
    amount: z.number('a number without spaces or signs, such as 5079729').optional().describe('The figure itself.'),
    unit: text.optional().describe('The unit: EUR, DKK, people.'),
    growth: growth.optional().describe('Growth as the source states it: "48.2 %". It is compared with the amounts.'),
    since: year.optional().describe('The year from which the growth is counted; the year before in the list if it is absent.'),
    parts: z
      .record(z.string(), z.number('a number without spaces or signs'))
      .optional()
      .describe('The parts of the amount, each with its name: {within EU: 2156061}.'),
    source: text.optional().describe('Id of the source that states it.'),
    note: text.optional().describe('Anything the reader should know about this figure.'),
  });

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
    confirmed: z
      .string()
      .regex(EVIDENCE_CODE, 'the code that the command Confirm Finding writes (use it instead of typing)')
      .optional()
      .describe(
        'A code of the text that you confirmed this finding on. The command Confirm Finding writes it, so do not type it: as soon as that text or what it quotes changes, you are told to look at the finding again. Remove it, and nothing is watched.',
      )
      .meta({ readOnly: true }),
  });

  return z.strictObject({
    case: text.describe('Short name of this case, unique in the study. This key makes the file a case.'),
    title: text.optional().describe('Title of the case, as readers see it.'),
    frameworks: z
      .union([z.string(), z.array(z.string())])
      .optional()
      .describe('The frameworks this case promises to address.'),
    template: z.string().optional().describe('The template this case follows, if it differs from the project’s.'),
    firm: firm.optional().describe('What is known of the firm.'),
    internationalization: internationalization.optional().describe('What is known of its way abroad.'),
    figures: z
      .array(figure)
      .optional()
      .describe('Figures of the firm by year, as the sources state them: one row for each figure.')
      .meta({
        examples: [
          { of: 'employees', year: 2012, amount: 40 },
          { of: 'sales', year: 2012, amount: 1500000, unit: 'EUR', growth: '25 %', since: 2011, parts: { 'at home': 400000, abroad: 1100000 } },
        ],
      }),
    sources: z
      .array(source)
      .optional()
      .describe('Where the evidence comes from; each with an id that the text can cite.')
      .meta({ examples: [{ id: 'int-ceo', kind: 'interview', informant: 'CEO', date: '2011-12-01' }] }),
    findings: z.record(z.string(), finding).optional().describe('Your conclusion on each item: a value, a verdict and the reason.'),
    pseudonyms: z
      .string()
      .optional()
      .describe('File of the real names that must not stand in this case, one a line: Real name = Pseudonym. Keep it out of version control.'),
    lang: z.string().optional().describe('Language of the case: en, da. Headings and hints of the template are in it where the template has them.'),
    ...Object.fromEntries(PUBLISHING_KEYS.map((key) => [key, z.unknown().optional()])),
  });
});
