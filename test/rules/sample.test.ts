import { describe, expect, it } from 'vitest';
import type { RuleFinding } from '../../server/src/core/rules/rule.ts';
import { PROGRAMMES } from '../../server/src/core/rules/sample/programmes.ts';
import { frontMatterSchema } from '../../server/src/core/model/front-matter-schema.ts';
import { schemaAt } from '../../server/src/core/syntax/schema-at.ts';
import { workspaceOf } from '../support/workspace.ts';
import { caseOf, check } from './check.ts';
import { readRulePage } from './rule-page.ts';

const RULE = 'sample/outside-criteria';

/** Checks a firm against the criteria of a study. */
async function judge(sample: string, fields: string): Promise<RuleFinding[]> {
  return check(RULE, caseOf(`${fields}\n`, '').replace(/^---\n/, '---\n'), { 'casewright.yaml': `sample: ${sample}\n` });
}

/** Checks a firm against a named programme. */
async function apply(programme: string, fields: string): Promise<RuleFinding[]> {
  return check(RULE, caseOf(`${fields}\n`, ''), { 'casewright.yaml': `rules: {${RULE}: {programme: ${programme}}}\n` });
}

describe('the criteria of a sample', () => {
  it.each([
    ['{firm.employees: {min: 5, max: 100}}', 'firm: {employees: 100}'],
    ['{firm.country: [DK, EE]}', 'firm: {country: EE}'],
    ['{firm.country: DK}', 'firm: {country: DK}'],
    ['{firm.revenue: {max: DKK 100 million}}', 'firm: {revenue: EUR 13 million}'],
    ['{firm.revenue: {max: 100000000}}', 'firm: {revenue: DKK 70 million}'],
    ['{internationalization.markets: {min: 2}}', 'internationalization: {markets: [{country: SE}, {country: "NO"}]}'],
    ['{internationalization.modes: [export, agent]}', 'internationalization: {modes: [joint-venture, export]}'],
  ])('%s is met by %s', async (sample, fields) => {
    await judge(sample, fields);
  });

  it.each([
    ['{firm.employees: {min: 5, max: 100}}', 'firm: {employees: ‹|101|›}'],
    ['{firm.country: [DK, EE]}', 'firm: {country: ‹|SE|›}'],
    ['{firm.revenue: {max: DKK 100 million}}', 'firm: {revenue: ‹|EUR 14 million|›}'],
    ['{internationalization.markets: {min: 2}}', 'internationalization: {markets: ‹|[{country: SE}]|›}'],
    ['{internationalization.modes: [export, agent]}', 'internationalization: {modes: ‹|[joint-venture]|›}'],
  ])('%s is not met by %s', async (sample, fields) => {
    const [finding] = await judge(sample, fields);
    expect(finding?.severity).toBe('warning');
  });

  it('say what is asked for', async () => {
    const [finding] = await judge('{firm.employees: {min: 5, max: 100}}', 'firm: {employees: ‹|250|›}');
    expect(finding?.message).toContain('firm.employees is 250, but the sample of this study asks for at least 5 and at most 100.');
  });

  it('are gentle where nobody can tell', async () => {
    const [missing] = await judge('{firm.employees: {max: 100}}', '‹|firm|›: {country: DK}');
    expect(missing).toMatchObject({ severity: 'info' });
    expect(missing?.message).toContain('since firm.employees (at most 100) is not given');
    const [bare] = await judge('{firm.revenue: {max: DKK 100 million}}', 'firm: {revenue: ‹|70000000|›}');
    expect(bare?.message).toContain('it gives no currency');
    const [foreign] = await judge('{firm.revenue: {max: DKK 100 million}}', 'firm: {revenue: ‹|SEK 70 million|›}');
    expect(foreign?.message).toContain('no rate for SEK is set in per_euro');
  });

  it('on a field that no case can have say nothing of a case', async () => {
    await judge('{firm.employes: {max: 100}}', 'firm: {employees: 250}');
  });

  it('are none while the front matter cannot be read', async () => {
    await judge('{firm.employees: {max: 100}}', 'firm: {employees: 250');
  });
});

describe('a named programme', () => {
  it('is met by a firm like those of the thesis', async () => {
    await apply('vitus', 'firm: {employees: 32, revenue: DKK 100 million}\ninternationalization: {foreign_sales_share: 0.1}');
    await apply('eu-sme', 'firm: {employees: 249, revenue: EUR 50 million}');
    await apply('none', 'firm: {employees: 3}');
  });

  it('is not met by one that is too small, too rich or at home only', async () => {
    await apply('vitus', 'firm: {employees: ‹|3|›, revenue: ‹|DKK 101 million|›}\ninternationalization: {countries: ‹|0|›}');
    await apply('eu-sme', 'firm: {employees: ‹|250|›, revenue: EUR 50 million}');
  });

  it('names what may make up for a criterion', async () => {
    const [finding] = await apply('eu-sme', 'firm: {employees: 20, revenue: ‹|DKK 400 million|›}');
    expect(finding).toMatchObject({ severity: 'info' });
    expect(finding?.message).toContain('(unless its balance sheet total is at most EUR 43 million)');
  });

  it('names all that is missing at once', async () => {
    const [finding] = await apply('vitus', '‹|firm|›: {revenue: DKK 1 million}');
    expect(finding?.message).toMatch(
      /since firm\.employees \(at least 5 and at most 100\) and internationalization\.markets, .* \(export to at least one market\) are not given/,
    );
  });

  it('is on the page of the rule, with its source', () => {
    const page = readRulePage(RULE)?.sections.get('Configuration') ?? '';
    for (const { id, source } of PROGRAMMES) {
      expect(page).toContain(`- \`${id}\`:`);
      expect(page).toContain(source.replace(/ \((\d{4})\)/, ' $1').split(',')[0]);
    }
  });

  it.each(PROGRAMMES.flatMap(({ id, criteria }) => criteria.flatMap(({ fields }) => fields.map((field) => [id, field] as const))))(
    '%s asks for the field %s, which exists',
    (_, field) => {
      expect(schemaAt(frontMatterSchema(), field.split('.'))).toBeDefined();
    },
  );
});

describe('criteria in casewright.yaml', () => {
  /** What is wrong with a `sample`, each with the text it stands at. */
  async function problems(sample: string, more = ''): Promise<string[]> {
    const text = `sample: ${sample}\n${more}`;
    const workspace = await workspaceOf({ 'casewright.yaml': text, 'a.md': '---\ncase: a\n---\n' });
    return workspace.fileProblems().map(({ span, message }) => `${text.slice(span.start, span.end)}: ${message}`);
  }

  it('that no case can have are reported at their line', async () => {
    expect(await problems('{firm.employes: {max: 100}}')).toEqual([
      'firm.employes: Cases have no field “firm.employes”, so no firm can be compared with this. Did you mean “firm.employees”?',
    ]);
    expect(await problems('{employees: {max: 100}}')).toEqual([expect.stringContaining('Did you mean “firm.employees”?')]);
    expect(await problems('{whatever: 1}')).toEqual([expect.stringMatching(/^whatever: Cases have no field “whatever”.*this\.$/)]);
  });

  it('on fields of the team’s own are fine', async () => {
    expect(await problems('{supervisor: [A]}', 'rules: {front-matter/unknown-field: {allow: [supervisor]}}\n')).toEqual([]);
  });

  it('that contradict themselves or are no limits are reported', async () => {
    expect(await problems('{firm.employees: {min: 100, max: 5}}')).toEqual([expect.stringContaining('No firm can meet this')]);
    expect(await problems('{firm.revenue: {max: much}}')).toEqual([expect.stringContaining('a number, or an amount such as')]);
    expect(await problems('{firm.revenue: {max: DKK 100 million}}')).toEqual([]);
  });

  it('of a programme that does not exist are reported', async () => {
    expect(await problems('{}', `rules: {${RULE}: {programme: vitos}}\n`)).toEqual([expect.stringContaining('Did you mean “vitus”?')]);
  });
});
