import { describe, expect, it } from 'vitest';
import type { RuleFinding } from '../../server/src/core/rules/rule.ts';
import { caseOf, check, checker } from './check.ts';

/** A check of a case with given fields and body that gives the messages. */
async function messagesOf(rule: string): Promise<(fields: string, body?: string) => string[]> {
  const checkCase = await checker(rule);
  return (fields, body = '') => checkCase(caseOf(fields, body)).map(({ message }) => message);
}

describe('consistency/dates', async () => {
  const RULE = 'consistency/dates';
  const messages = await messagesOf(RULE);

  it('says what came before the firm was founded', () => {
    const found = messages('firm: {founded: 1994}\ninternationalization: {first_foreign_sale: ‹|1949|›}\n');
    expect(found[0]).toContain('The first sale abroad was made in 1949, before the firm was founded (1994), which cannot be.');
  });

  it('takes the year of founding itself, and documents older than the firm', () => {
    messages('firm: {founded: 1994}\ninternationalization: {first_foreign_sale: 1994, markets: [{country: SE, year: 1994}]}\n');
    messages('firm: {founded: 1994}\nsources: [{id: a, kind: documentation, date: 1990}, {kind: interview, date: ‹|1990-05|›}]\n');
  });

  it('finds figures and places from before the founding', () => {
    messages(
      'firm: {founded: 1994, locations: [{city: Oslo, since: ‹|1990|›}]}\nfigures: [{of: sales, year: ‹|1993|›, amount: 1}, {of: population of Denmark, year: 1990, amount: 5}]\n',
    );
  });

  it('only remarks on a market entered before the first sale abroad, and not on the home market', async () => {
    const fields =
      'firm: {country: DK}\ninternationalization: {first_foreign_sale: 1990, markets: [{country: DK, year: 1980}, {country: SE, year: ‹|1985|›}]}\n';
    const [finding] = await check(RULE, caseOf(fields, ''));
    expect(finding?.severity).toBe('info');
    expect(finding?.message).toContain('If something other than a sale is meant, such as an office, say so');
  });

  it('finds growth that is counted backwards', () => {
    messages('figures: [{of: sales, year: 2011, growth: "5 %", since: ‹|2012|›}]\n');
  });

  it('has nothing to say where fields are missing or are no years', () => {
    messages(
      'firm: {founded: soon}\ninternationalization: {first_foreign_sale: 1949, markets: [1, {year: x}]}\nsources: [{date: }]\nfigures: [{of: x, year: }]\n',
    );
  });
});

describe('consistency/growth-figure', async () => {
  const RULE = 'consistency/growth-figure';
  const messages = await messagesOf(RULE);
  const series = (row: string, unit = 'EUR'): string =>
    `figures:\n  - {of: sales, year: 2011, amount: 1748624, unit: EUR}\n  - {of: Sales, year: 2012, amount: 5079729, unit: ${unit}, ${row}}\n`;

  it('shows the arithmetic of a ratio that is given for growth', () => {
    const [message] = messages(series('growth: ‹|"290.5 %"|›'));
    expect(message).toContain(
      '5,079,729 / 1,748,624 = 2.905, so Sales grew by 190.5 % from 2011 to 2012; 290.5 % is the ratio of the two years, not the growth.',
    );
  });

  it.each(['"190.5 %"', '"190 %"', '"190,50 %"', '1.905', '1.9'])('accepts the growth as rounded: %s', async (growth) => {
    messages(series(`growth: ${growth}`));
  });

  it.each(['"190.2 %"', '"-190.5 %"', '1.2', '2.905'])('and not otherwise: %s', async (growth) => {
    messages(series(`growth: ‹|${growth}|›`));
  });

  it('counts from the year in “since”, else from the latest year before', () => {
    const rows = (since: string): string =>
      `figures:\n  - {of: staff, year: 2008, amount: 10}\n  - {of: staff, year: 2010, amount: 20}\n  - {of: staff, year: 2012, amount: 30, growth: ${since}}\n`;
    messages(rows('"50 %"'));
    messages(rows('"200 %", since: 2008'));
    messages(rows('‹|"200 %"|›'));
    messages(rows('"200 %", since: 2009'));
  });

  it('compares only amounts in one unit, and knows a fall', () => {
    messages(series('growth: "290.5 %"', 'DKK'));
    const [message] = messages('figures: [{of: sales, year: 2008, amount: 200}, {of: sales, year: 2009, amount: 150, growth: ‹|"25 %"|›}]\n');
    expect(message).toContain('150 / 200 = 0.75, so sales fell by 25 % from 2008 to 2009, not by 25 %'.slice(0, 60));
    messages('figures: [{of: sales, year: 2008, amount: 200}, {of: sales, year: 2009, amount: 150, growth: "-25 %"}]\n');
  });

  it('says when other rows of the case do give growth', () => {
    const others = '  - {of: employees, year: 2011, amount: 20}\n  - {of: employees, year: 2012, amount: 31, growth: "55 %"}\n';
    const [message] = messages(series('growth: ‹|"290.5 %"|›') + others);
    expect(message).toContain('(while 55 % for employees 2012 is growth, so that the two cannot be compared)');
  });

  it.each([
    'Sales grew ‹|2.6 times|›, to 5 million euros, in 2012.',
    'In 2012, revenue increased ‹|by half|›.'.replace('‹|by half|›', 'by ‹|50 per cent|›'),
    'The chapter says that sales ‹|doubled|› in 2012.',
    'Sales growth was ‹|290 per cent|› in 2012.',
    'Sales fell by ‹|10 per cent|› from 2011 to 2012.',
  ])('reads the text: %s', async (body) => {
    messages(series('note: x'), body);
  });

  it.each([
    'Sales grew 2.9 times in 2012.',
    'Sales grew by about 200 per cent in 2012.',
    'Sales nearly tripled in 2012.',
    'Sales more than doubled in 2012.',
    'Sales grew 1.9 times in 2012.',
    'Sales doubled.',
    'Sales doubled in 2010.',
    'Sales in Sweden doubled in 2012.',
    'Profit doubled in 2012.',
    'The market grew by 10 per cent in 2012.',
    'Sales were expected to double in 2012.',
    'Sales growth of 48 per cent in 2012 was the goal.',
  ])('and believes it where it may be right: %s', async (body) => {
    messages(series('note: x'), body);
  });
});

describe('consistency/parts-sum', async () => {
  const RULE = 'consistency/parts-sum';
  const messages = await messagesOf(RULE);
  const figure = (amount: string, parts: string): string => `figures:\n  - {of: revenue, amount: ${amount}, unit: DKK, parts: {${parts}}}\n`;

  it('shows the sum', () => {
    const [message] = messages(figure('‹|70000000|›', 'Denmark: 45000000, Sweden: 20000000, Lithuania: 2000000, projects: 9000000'));
    expect(message).toContain('45,000,000 + 20,000,000 + 2,000,000 + 9,000,000 = 76,000,000, 6,000,000 more than the stated 70,000,000');
  });

  it.each([
    ['100', 'a: 33.3, b: 33.3, c: 33.3'],
    ['0.3', 'a: 0.1, b: 0.2'],
    ['5079729', 'a: 2156061, b: 2923668'],
    ['71000000', 'a: 45000000, b: 20000000, c: 2000000, d: 5000000'],
    ['70', 'a: 45, b: unknown'],
    ['70', ''],
  ])('allows for rounding, and for what is not given: %s of %s', async (amount, parts) => {
    messages(figure(amount, parts));
  });

  it.each([
    ['‹|100|›', 'a: 33.3, b: 33.3, c: 33'],
    ['‹|5079731|›', 'a: 2156061, b: 2923668'],
    ['‹|70|›', 'a: 45'],
  ])('and for no more: %s of %s', async (amount, parts) => {
    messages(figure(amount, parts));
  });

  it('lets a profit have losses in it, but no revenue', () => {
    messages('figures: [{of: profit, amount: 3, parts: {a: 5, b: -2}}]\n');
    messages('figures: [{of: revenue, amount: 3, parts: {a: 5, b: ‹|-2|›}}]\n');
  });

  const shares = (total: string, markets: string, home = ''): string => `${home}internationalization: {${total}markets: [${markets}]}\n`;

  it('adds up the shares of markets', () => {
    const [message] = messages(shares('', '{country: SE, share: ‹|0.65}, {country: "NO", share: 0.5|›}'));
    expect(message).toContain('65 % + 50 % = 115 %, more than all there is');
    messages(shares('', '{country: SE, share: 0.6}, {country: "NO", share: 0.4}'));
    messages(shares('foreign_sales_share: 0.5, ', '{country: SE, share: ‹|0.4}, {country: "NO", share: 0.3|›}'));
    messages(shares('foreign_sales_share: 0.5, ', '{country: DK, share: 0.5}, {country: "NO", share: 0.5}', 'firm: {country: DK}\n'));
  });

  it('only remarks on foreign markets that fall short, if all have a share', async () => {
    const [finding] = await check(RULE, caseOf(shares('foreign_sales_share: 0.9, ', '{country: SE, share: ‹|0.4|›}'), ''));
    expect(finding?.severity).toBe('info');
    messages(shares('foreign_sales_share: 0.9, ', '{country: SE, share: 0.4}, {country: "NO"}'));
  });
});

describe('consistency/classification', async () => {
  const RULE = 'consistency/classification';
  const messages = await messagesOf(RULE);
  const typed = (type: string, first: number, share = ''): string =>
    `firm: {founded: 1984}\ninternationalization: {type: ${type}, first_foreign_sale: ${first}${share}}\n`;

  it.each([
    typed('‹|born-global|›', 1988),
    typed('‹|born-global|›', 1984, ', foreign_sales_share: 0.1'),
    typed('‹|international-new-venture|›', 1991),
    typed('‹|born-again-global|›', 1987),
    'firm: {employees: 300}\ninternationalization: {type: ‹|globalizing-sme|›}\n',
  ])('doubts %j', async (fields) => {
    messages(fields);
  });

  it.each([
    typed('born-global', 1987, ', foreign_sales_share: 0.25'),
    typed('international-new-venture', 1990),
    typed('born-again-global', 1999),
    typed('gradual', 1984, ', foreign_sales_share: 0.9'),
    typed('born-global', 1980),
    'internationalization: {type: born-global}\n',
    'firm: {founded: 1984}\ninternationalization: {type: born-global}\n',
    'internationalization: {type: globalizing-sme}\n',
  ])('does not doubt %j', async (fields) => {
    messages(fields);
  });

  it('gives the reason in numbers, and takes the limits of the study', async () => {
    const [message] = messages(typed('‹|born-global|›', 1988));
    expect(message).toContain('its first foreign sale (1988) came 4 years after its founding (1984), while a born global sells abroad within 3 years');
    await check(RULE, caseOf(typed('born-global', 1988), ''), { 'casewright.yaml': `rules: {${RULE}: {born_global_years: 6}}\n` });
  });

  it.each(['Nordlys is a ‹|born global|›.', 'The thesis says that Nordlys was a ‹|born global|› firm.', 'The firm became a true ‹|born-global|›.'])(
    'reads the text: %s',
    async (body) => {
      messages('title: Nordlys A/S\nfirm: {founded: 1984}\ninternationalization: {first_foreign_sale: 1999}\n', body);
    },
  );

  it.each([
    'Nordlys is not a born global.',
    'Nordlys is no born global, and hardly a born-again global.',
    'Whether Nordlys is a born global is open.',
    'A firm that is a born global sells abroad at once.',
    'The literature says that a firm is a born global if a quarter of its sales are foreign.',
    'The CEO says: “Nordlys is a born global”.',
    'Its rival is a born global.',
  ])('and lets theory and denial be: %s', async (body) => {
    messages('title: Nordlys A/S\nfirm: {founded: 1984}\ninternationalization: {first_foreign_sale: 1999, type: gradual}\n', body);
  });

  it('finds a text that calls the firm what its type does not', () => {
    const [message] = messages('title: Nordlys A/S\ninternationalization: {type: gradual}\n', 'Nordlys is a ‹|born global|›.');
    expect(message).toContain('but internationalization.type is gradual');
  });

  /** A finding on the size, or none. */
  const sized = async (firm: string, more = ''): Promise<RuleFinding | undefined> => (await check(RULE, caseOf(`firm: {${firm}}\n${more}`, '')))[0];

  it('knows the sizes of the EU', async () => {
    expect((await sized('size: ‹|small|›, employees: 50'))?.message).toContain('a small firm has fewer than 50. It is medium, unless');
    await sized('size: small, employees: 49');
    await sized('size: micro, employees: 9, revenue: EUR 2 million');
    await sized('size: medium, employees: 20');
    await sized('size: small');
  });

  it('only remarks on what the balance sheet or an owner may explain', async () => {
    expect(await sized('size: ‹|small|›, employees: 20, revenue: DKK 100 million')).toMatchObject({ severity: 'info' });
    expect(await sized('size: ‹|medium|›, employees: 20, revenue: DKK 10 million')).toMatchObject({ severity: 'info' });
    await sized('size: medium, employees: 20, revenue: DKK 10 million, parent: Hydro');
    await sized('size: small, employees: 20, revenue: 100000000');
  });

  it('takes the latest figures where the fields are empty', async () => {
    const figures = 'figures: [{of: employees, year: 2012, amount: 61}, {of: employees, year: 2011, amount: 19}]\n';
    expect((await sized('size: ‹|small|›', figures))?.message).toContain('61 employees (figures, employees 2012)');
  });
});
