import { describe, expect, it } from 'vitest';
import { caseOf, check } from './check.ts';
import { analyse } from '../support/workspace.ts';

const SME_TEMPLATE = { 'casewright.yaml': 'template: casewright:sme-case\n' };

describe('front-matter/syntax', () => {
  it('still lets the body be checked', async () => {
    const broken = caseOf('title: "Nordlys\n', '## Prior experience\n');
    const [finding] = await check('structure/empty-section', broken.replace('Prior experience', '‹|Prior experience|›'));
    expect(finding?.data).toEqual({ heading: 'Prior experience', item: 'P2' });
  });

  it('keeps the fields below a value with a colon in it', async () => {
    const text = '---\ntitle: ‹|M|›ode: how it went\ncase: x\nframeworks: [policy-theme]\n---\n';
    const [finding] = await check('front-matter/syntax', text);
    expect(finding?.message).toContain('Put the whole value in quotation marks');
    await check('framework/unknown-framework', text.replace('‹|M|›', 'M').replace('policy-theme', '‹|policy-theme|›'));
    await check('front-matter/syntax', caseOf('findings:\n  P1: {because: ‹|the reason: this|›, verdict: supported}\n', ''));
  });

  it('does not lose a case whose key was swallowed', async () => {
    const [finding] = await check('front-matter/syntax', '---\ntitle: "Nordlys\ncase: x\n‹||›---\n\nText.\n');
    expect(finding?.message).toContain('left open');
  });

  it('finds the place in a file with Windows line ends and a byte order mark', async () => {
    await check('front-matter/syntax', '\uFEFF---\r\ncase: x\r\n‹|case|›: y\r\n---\r\nText.\r\n');
  });
});

describe('front-matter/unknown-field', () => {
  it('names what was probably meant and where in a list the field stands', async () => {
    const [finding] = await check(
      'front-matter/unknown-field',
      caseOf('sources:\n  - {id: a, kind: interview}\n  - {id: b, ‹|knd|›: interview, kind: interview}\n', ''),
    );
    expect(finding?.data).toEqual({ field: 'sources.1.knd' });
    const [other] = await check('front-matter/unknown-field', caseOf('sources:\n  - {id: a, ‹|knd|›: interview}\n', ''));
    expect(other?.data).toEqual({ field: 'sources.0.knd', suggestion: 'kind' });
    expect(other?.message).toContain('Did you mean “kind”?');
  });

  it('lets a team allow a field in every entry of a list', async () => {
    const config = { 'casewright.yaml': 'rules: {front-matter/unknown-field: {allow: [sources.archive, firm.vat]}}\n' };
    await check('front-matter/unknown-field', caseOf('firm: {vat: 1, ‹|vaat|›: 2}\nsources:\n  - {id: a, kind: interview, archive: B12}\n', ''), config);
  });

  it('knows the keys that Pandoc and Quarto use', async () => {
    await check('front-matter/unknown-field', caseOf('author: A\ndate: 2024\nbibliography: refs.bib\nkeywords: [a]\n', ''));
  });

  it('is not misled by keys that JavaScript knows', async () => {
    await check('front-matter/unknown-field', caseOf('‹|__proto__|›: 1\n‹|constructor|›: 2\n', ''));
  });
});

describe('front-matter/missing-field', () => {
  it('asks for a name of the case', async () => {
    const [finding] = await check('front-matter/missing-field', '---\n‹|case|›:\nframeworks: [policy-themes]\n---\n');
    expect(finding?.data).toEqual({ field: 'case' });
    await check('front-matter/missing-field', '---\n‹|case|›: ""\nframeworks: [policy-themes]\n---\n');
  });

  it('asks for a framework unless the project gives one', async () => {
    const [finding] = await check('front-matter/missing-field', '---\n‹|case|›: x\n---\nText');
    expect(finding?.data).toEqual({ field: 'frameworks' });
    await check('front-matter/missing-field', '---\ncase: x\n‹|frameworks|›:\n---\nText');
    await check('front-matter/missing-field', '---\ncase: x\n---\nText', { 'casewright.yaml': 'frameworks: [policy-themes]\n' });
  });

  it('points into the entry that lacks the field', async () => {
    const found = await check('front-matter/missing-field', caseOf('sources:\n  - id: a\n    ‹|kind|›:\n  - {‹|kind|›: interview}\n', ''));
    expect(found.map(({ data }) => data?.field)).toEqual(['sources.0.kind', 'sources.1.id']);
  });

  it('says which fields the items need only when asked to', async () => {
    await check('front-matter/missing-field', caseOf('firm: {employees: 40}\n', ''));
    const config = { 'casewright.yaml': 'rules: {front-matter/missing-field: {expected: true}}\n' };
    const found = await check('front-matter/missing-field', caseOf('firm: {employees: 40}\n', '').replace('case:', '‹|case|›:'), config);
    expect(found.map(({ data }) => data?.field)).toEqual([
      'internationalization.first_foreign_sale',
      'internationalization.markets',
      'internationalization.modes',
      'internationalization.foreign_sales_share',
    ]);
    expect(found[2]?.message).toContain('without it P4 and P6 can hardly be judged');
  });

  it('says nothing while the front matter cannot be read', async () => {
    await check('front-matter/missing-field', caseOf('title: "Nordlys\nfirm: {country: DK}\n', ''), SME_TEMPLATE);
  });

  it('follows the template that the case names', async () => {
    const found = await check('front-matter/missing-field', caseOf('template: casewright:sme-case\n', '').replace('case: n', '‹|case|›: n'));
    expect(found.map(({ data }) => data?.field)).toEqual(['title', 'firm.country', 'firm.industry', 'sources']);
  });

  it('asks of each kind of source what readers must be told of it, gently', async () => {
    /** Which fields are asked for of one source, by the field that the quick fix adds. */
    const asked = async (source: string): Promise<string[]> => {
      const { findings } = await analyse(caseOf(`sources:\n  - {id: a, ${source}}\n`, ''));
      const found = findings.filter(({ rule }) => rule === 'front-matter/missing-field');
      expect(found.every(({ severity }) => severity === 'info')).toBe(true);
      return found.map(({ data }) => data?.field?.replace('sources.0.', '') ?? '');
    };
    expect(await asked('kind: interview')).toEqual(['informant', 'date']);
    expect(await asked('kind: interview, informant: CEO, date: 2011-12')).toEqual([]);
    expect(await asked('kind: interview, informant: CEO, note: The summary gives no date')).toEqual([]);
    expect(await asked('kind: documentation')).toEqual(['title', 'year']);
    expect(await asked('kind: documentation, title: Report, year: 2011')).toEqual([]);
    expect(await asked('kind: documentation, url: "https://a.example"')).toEqual([]);
    expect(await asked('kind: archival-records, title: Sales by country')).toEqual(['year']);
    expect(await asked('kind: direct-observation, title: Visit to the works')).toEqual(['date']);
    expect(await asked('kind: participant-observation, date: 2011')).toEqual(['title']);
    expect(await asked('kind: physical-artifact, title: The first pump')).toEqual([]);
    expect(await asked('kind: rumour')).toEqual([]);
  });

  it('can be told not to', async () => {
    const config = { 'casewright.yaml': 'rules: {front-matter/missing-field: {sources: false}}\n' };
    await check('front-matter/missing-field', caseOf('sources:\n  - {id: a, kind: interview}\n', ''), config);
  });
});

describe('front-matter/invalid-value', () => {
  it('says of a bibliography that is not there why nothing in it can be cited', async () => {
    const text = caseOf('bibliography: [refs.bib, ‹|no.bib|›, ‹|../../outside.bib|›]\n', '[@yin]\n');
    const found = await check('front-matter/invalid-value', text, { 'refs.bib': '@book{yin, title={A}}' });
    expect(found.map(({ message }) => message)).toEqual([
      'The bibliography “no.bib” does not exist, so nothing in it can be cited. Correct the path, or remove it.',
      expect.stringContaining('could not be read: it lies outside the folder that is open'),
    ]);
  });

  it('gives the value and what was probably meant to the quick fix', async () => {
    const [finding] = await check('front-matter/invalid-value', caseOf('findings:\n  P1: {verdict: ‹|suported|›}\n', ''));
    expect(finding?.data).toEqual({ field: 'findings.P1.verdict', value: 'suported', suggestion: 'supported' });
  });

  it('reports a second source of the same name once, wherever the two stand', async () => {
    const [finding] = await check(
      'front-matter/invalid-value',
      caseOf('sources:\n  - {kind: interview}\n  - {id: a, kind: interview}\n  - {id: ‹|a|›, kind: interview}\n', ''),
    );
    expect(finding?.data).toEqual({ field: 'sources.2.id', value: 'a' });
    expect(finding?.related).toHaveLength(1);
  });

  it('reports a template that does not exist', async () => {
    const [finding] = await check('front-matter/invalid-value', caseOf('template: ‹|casewright:sme-cases|›\n', ''));
    expect(finding?.data).toEqual({ field: 'template', value: 'casewright:sme-cases', suggestion: 'casewright:sme-case' });
  });

  it('takes numbers where text is expected, and dates in any precision', async () => {
    await check(
      'front-matter/invalid-value',
      caseOf(
        'title: 3000\nsources:\n  - {id: a, kind: interview, date: 2011}\n  - {id: b, kind: interview, date: 2011-12}\n  - {id: c, kind: interview, date: ‹|"December 2011"|›}\n',
        '',
      ),
    );
  });

  it('does not judge what stands behind a place that could not be read', async () => {
    await check('front-matter/invalid-value', caseOf('firm: {country: ‹|Denmark|›}\ntitle: a: b\nsources:\n  - {id: a, kind: wrong}\n', ''));
  });
});

describe('front-matter/duplicate-case', () => {
  it('leads to the other file', async () => {
    const text = '---\ncase: ‹|x|›\nframeworks: [policy-themes]\n---\n';
    const [finding] = await check('front-matter/duplicate-case', text, { 'other.md': '---\ncase: x\n---\n', 'more.md': '---\ncase: y\n---\n' });
    expect(finding?.related).toEqual([{ uri: 'file:///study/other.md', span: { start: 10, end: 11 }, message: 'also called “x”' }]);
    expect(finding?.data).toEqual({ case: 'x' });
  });

  it('does not take two cases without a name for one', async () => {
    await check('front-matter/duplicate-case', '---\ncase:\n---\n', { 'other.md': '---\ncase:\n---\n' });
  });
});
