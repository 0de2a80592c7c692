import { describe, expect, it } from 'vitest';
import { caseOf, check, checker } from './check.ts';

const RULE = 'consistency/text-vs-field';
const checkCase = await checker(RULE);

/** Fields that no sentence of these tests agrees with. */
const FIELDS = `title: Nordlys A/S
firm: {country: DK, founded: 1900, employees: 777, revenue: DKK 999 million}
internationalization: {foreign_sales_share: 0.013, countries: 199, first_foreign_sale: 1901}
figures:
  - {of: sales, year: 2012, amount: 1010123, unit: EUR}
  - {of: employees, year: 2012, amount: 1017}
`;

/** Checks that the text contradicts the fields where it is marked. */
function checkText(text: string): string[] {
  return checkCase(caseOf(FIELDS, `${text}\n`)).map(({ message }) => message);
}

describe('a text that states what a field states', () => {
  it.each([
    'Nordlys was founded in ‹|1984|›.',
    'Nordlys A/S was established in ‹|1984|› by two engineers.',
    'The firm was set up in May ‹|1984|›.',
    'The firm was founded ‹|around 1984|›.',
    'The firm was founded in ‹|the early 1980s|›.',
    'Nordlys, founded in ‹|1984|›, makes pumps.',
    'Nordlys (founded ‹|1984|›) makes pumps.',
    'Nordlys, which was founded in ‹|1984|›, makes pumps.',
    'Founded in ‹|1984|›, Nordlys makes pumps.',
    'Two engineers founded the firm in ‹|1984|›.',
    'The firm dates from ‹|1984|›.',
    'Nordlys makes pumps. It was founded in ‹|1984|›.',
    'According to the table, Nordlys was founded in ‹|1984|›.',
    'The firm employs ‹|about 40|› people.',
    'Nordlys, based in Oslo, has ‹|40|› employees.',
    'Nordlys was founded by two engineers and has ‹|40|› employees.',
    'The number of employees is ‹|40|›.',
    'The firm has a staff of ‹|40|›.',
    'Nordlys is a small firm of ‹|three|› employees.',
    'Nordlys is a Danish manufacturer of pumps with ‹|40|› employees and a turnover of ‹|DKK 70 million|›.',
    'The firm, which employs ‹|40|› people, makes pumps.',
    'The firm has grown to ‹|40|› employees.',
    'Nordlys is a consultancy from Oslo. It wants to be a partner of its customers. Revenue is ‹|DKK 70 million|›, and the firm has ‹|40|› employees.',
    'With its ‹|40|› employees, Nordlys is small.',
    '‹|40|› people work for Nordlys.',
    'At the time of the interview the firm had ‹|40|› employees.',
    'In 2012 the firm had ‹|40|› employees.',
    'Revenue is ‹|DKK 70 million|› a year.',
    'According to its financial manager, revenue is ‹|DKK 70 million|› a year and is to reach DKK 100 million.',
    'The firm has an annual turnover of ‹|DKK 70 million|›.',
    'Sales rose from 1 million in 2011 to ‹|5 million|› in 2012.',
    '‹|Around 90 per cent|› of sales come from abroad.',
    '‹|70 per cent|› of revenue comes from outside Denmark.',
    'Denmark accounts for ‹|40 per cent|› of sales.',
    'Only ‹|10 per cent|› of sales are made at home.',
    'Exports account for ‹|70 per cent|› of revenue.',
    'Nordlys exports ‹|70 per cent|› of its output.',
    'Nordlys sells its products in ‹|40|› countries.',
    'Nordlys began exporting in ‹|1990|›.',
    'The first export order came in ‹|1990|›.',
    'The firm made its first foreign sale in ‹|1990|›.',
    'Nordlys has sold its pumps abroad since ‹|1990|›.',
    'Nordlys makes pumps. Its products are sold in ‹|40|› countries.',
  ])('%s', (text) => {
    checkText(text);
  });

  it('is told what the text says and what the field says', () => {
    const [message] = checkText('The firm has ‹|about\n40|› employees.');
    expect(message).toContain('The text says that the firm has “about 40” employees, but firm.employees is 777.');
  });
});

describe('a text that may speak of something else', () => {
  it.each([
    // another firm
    'Hydro was founded in 1984.',
    'The parent company was founded in 1984 and has 40 employees.',
    'Nordlys bought a company in Kalmar. The company was founded in 1984 and has 40 employees.',
    'Nordlys sells to Hydro, founded in 1984, and to Statoil, which was founded in 1972.',
    'Nordlys sells through Hydro. It has 40 employees.',
    'Nordlys’s largest customer, Hydro, was founded in 1984.',
    'Nordlys buys from Hydro, a giant that sells oil and has 40,000 employees.',
    'The firm that bought Nordlys was founded in 1984.',
    'Its founder set up Maconomy in 1989.',
    'The firm belongs to a group. It has 4,000 employees.',
    'Its Swedish subsidiary has 20 employees.',
    'Nordlys is a firm that was bought by a company from Oslo. The company has 400 employees.',
    'Hydro is a company from Oslo. The company has 400 employees.',
    'Exports account for 40 per cent of the revenue of Danish SMEs.',
    'Sweden accounts for 40 per cent of sales.',
    'It has 40 employees.',
    'Nordlys is a maker of pumps for firms with 40 employees.',
    'Nordlys is the parent of a company with 40 employees.',
    'In 2012 Nordlys was bought by a firm with 40 employees.',
    // a part of the firm
    'Nordlys has 40 employees in Sweden.',
    'The firm has 20 people in production and 12 in sales.',
    'Nordlys has 40 sales people.',
    'The number of employees in Sweden is 40.',
    'Revenue is DKK 20 million in Sweden.',
    'Sales to the public sector are DKK 20 million.',
    'Nordlys has sales of DKK 2 million a month.',
    'Nordlys is present in 12 countries in Asia.',
    'Two thirds of its sales are made in Scandinavia.',
    'The firm was established in Sweden in 1999.',
    'The firm started exporting to Germany in 1998.',
    // another time
    'The firm had 40 employees.',
    'At first, Nordlys had 4 employees.',
    'In 2008 the firm had 40 employees.',
    'In 1999, the year in which it had 40 employees, Nordlys moved.',
    // no fact
    'Nordlys expects to have 100 employees in 2014.',
    'Revenue is to reach DKK 100 million within five years.',
    'If the firm was founded in 1984, it is old.',
    'Nordlys was not founded in 1984.',
    'Some say that Nordlys was founded in 1984.',
    'On average, a firm has 40 employees.',
    'In the industry, revenue is DKK 70 million.',
    'Nordlys has 40 employees less than before.',
    'Foreign sales are expected to account for 40 per cent of sales.',
  ])('%s', (text) => {
    checkText(text);
  });

  it('in figures of another currency is not compared', () => {
    checkText('Revenue is EUR 9.4 million.');
  });
});

describe('a text and a field agree', () => {
  it.each([
    ['firm: {employees: 42}', 'The firm has 40 employees.'],
    ['firm: {employees: 46}', 'The firm has about 40 employees.'],
    ['firm: {employees: 4000}', 'The firm has more than 40 employees.'],
    ['firm: {employees: 36}', 'The firm has almost 40 employees.'],
    ['firm: {employees: 45}', 'The firm has between 40 and 50 employees.'],
    ['firm: {founded: 1986}', 'The firm was founded around 1984.'],
    ['firm: {founded: 1984}', 'The firm was founded in the early 1980s.'],
    ['firm: {revenue: "DKK 70-80 million"}', 'Revenue is DKK 75 million.'],
    ['firm: {revenue: 70000000}', 'Revenue is DKK 70 million.'],
    ['internationalization: {foreign_sales_share: 0.9}', 'Nine tenths of sales come from abroad.'],
    ['internationalization: {foreign_sales_share: 0.1}', '90 per cent or more of sales are made at home.'],
    ['internationalization: {countries: 39}', 'The firm sells its pumps in 40 countries.'],
    ['figures: [{of: turnover, year: 2012, amount: 5.08, unit: EUR million}]', 'In 2012 sales grew to 5 million euros.'],
    ['figures: [{of: employees, year: 2012, amount: 61}, {of: employees, year: 2012, amount: ‹|19|›}]', 'In 2012 the firm had 19 employees.'],
  ])('%s: %s', (fields, text) => {
    checkCase(caseOf(fields, text));
  });
});

describe('the same fact in two fields', () => {
  it('is reported at the figure, and names both', () => {
    const [finding] = checkCase(caseOf('firm: {employees: 40}\nfigures: [{of: Number of employees, amount: ‹|55|›}]\n', ''));
    expect(finding?.message).toContain('says 55, but firm.employees is 40, and neither gives a year');
    expect(finding?.related).toHaveLength(1);
  });

  it('may differ between years', () => {
    checkCase(caseOf('firm: {employees: 40}\nfigures: [{of: employees, year: 2008, amount: 55}, {of: employees, year: 2009, amount: 60}]\n', ''));
  });

  it('is reported where two figures of one measure, year and unit differ', () => {
    const rows = (second: string): string => `figures:\n  - {of: sales, year: 2012, amount: 640000, unit: EUR}\n  - {of: revenue, year: 2012, ${second}}\n`;
    const [finding] = checkCase(caseOf(rows('amount: ‹|6400000|›, unit: EUR'), ''));
    expect(finding?.message).toContain('640,000 EUR in row 1 and 6,400,000 EUR in row 2');
    checkCase(caseOf(rows('amount: 4774400, unit: DKK'), ''));
    checkCase(caseOf(rows('amount: 641200, unit: EUR'), ''));
  });
});

describe('how exact a text must be', () => {
  it('is set in the configuration', async () => {
    const strict = { 'casewright.yaml': `rules: {${RULE}: {rounding: 0, hedged: 0.05}}\n` };
    await check(RULE, caseOf('firm: {employees: 42}', 'The firm has ‹|40|› employees.'), strict);
    await check(RULE, caseOf('firm: {employees: 45}', 'The firm has ‹|about 40|› employees.'), strict);
  });
});
