import { describe, expect, it } from 'vitest';
import { caseOf, check } from './check.ts';

const OWN_PACK = `id: own
title: Own
source: {authors: [Holm], year: 2024, title: Paper}
kind: propositions
items:
  - {id: P1, label: Distance, aliases: [Capability building], statement: Near first., at: p. 1}
`;
const WITH_OWN_PACK = { 'casewright.yaml': 'frameworks: [./own.yaml]\n', 'own.yaml': OWN_PACK };

describe('framework/unknown-framework', () => {
  it('names what was probably meant', async () => {
    const [finding] = await check('framework/unknown-framework', caseOf('', '', '‹|policy-theme|›'));
    expect(finding?.data).toEqual({ framework: 'policy-theme', suggestion: 'policy-themes' });
  });

  it('tells where a framework of the team’s own is named', async () => {
    const [finding] = await check('framework/unknown-framework', caseOf('', '', '‹|./own.yaml|›'), WITH_OWN_PACK);
    expect(finding?.message).toContain('by its id');
  });

  it('says that a framework with errors cannot be used', async () => {
    const [finding] = await check('framework/unknown-framework', caseOf('', '', '‹|own|›'), {
      ...WITH_OWN_PACK,
      'own.yaml': OWN_PACK.replace('kind:', 'knd:'),
    });
    expect(finding?.message).toContain('errors in own.yaml');
    expect(finding?.data).toEqual({ framework: 'own' });
  });
});

describe('framework/unknown-item in marks', () => {
  const marks = (body: string, fields = ''): ReturnType<typeof check> => check('framework/unknown-item', caseOf(fields, body));

  it.each([
    ['another case', ':‹|p3|›[text]', 'P3'],
    ['another case, on a line of its own', ':::‹|p3|›\nText.\n:::\n', 'P3'],
    ['another case, bare', 'Text :‹|p3|›.', 'P3'],
    ['a number that does not exist', ':‹|P9|›[text]', 'P7'],
    ['a number that does not exist, bare', 'Text :‹|P9|›, and on.', 'P7'],
    ['a letter too many', ':‹|PP3|›[text]', 'P3'],
    ['a leaf', '::‹|P12|›', 'P7'],
    ['attributes', ':‹|P0|›{src=a}', 'P1'],
    ['a stance, which only marks have', ':‹|export|›[text]{supports}', undefined],
  ])('reports %s', async (_, body, suggestion) => {
    const [finding] = await marks(body);
    expect(finding?.data).toEqual({ item: finding?.data?.item, place: 'mark', ...(suggestion ? { suggestion } : {}) });
    expect(finding?.severity).toBe('warning');
  });

  it.each([
    'At 10:30 sharp, in the ratio 3:P9.',
    'A :smile: and a :P9: of emoji.',
    ':::note\nA box.\n:::',
    ':::{.callout-note}\nA box.\n:::',
    ':kbd[Ctrl] and :b[bold] and ::toc',
    '`:P9[code]`',
    '    :P9[code]',
    'Note:this, see C:P',
    'https://example.org:p9/x',
    '::video{src=film.mp4}',
  ])('leaves ordinary text alone: %s', async (body) => {
    await marks(body);
  });

  it('says to which framework an item belongs', async () => {
    const [finding] = await marks(':‹|T3|›[text] and :‹|T4|›.');
    expect(finding?.message).toContain('T3 belongs to policy-themes');
    expect(finding?.data).toEqual({ item: 'T3', place: 'mark' });
  });

  it('is silent while one of the frameworks is unknown', async () => {
    await check('framework/unknown-item', caseOf('findings: {Z9: {verdict: supported}}\n', ':P9[text]', 'internationalization-capacity, nobody-knows'));
    await check('framework/unknown-item', '---\ncase: x\n---\n:P9[text]{supports}');
  });

  it('counts places right behind characters of two code units and Windows line ends', async () => {
    await marks('𝒳𝒴 🎉 text.\r\n\r\n🎉 :‹|P9|›[text]\r\n\r\n:::‹|p1|›\r\nText\r\n:::');
  });
});

describe('framework/unknown-item in findings', () => {
  it('is an error, since a conclusion is lost', async () => {
    const [finding] = await check('framework/unknown-item', caseOf('findings:\n  ‹|P8|›: {verdict: supported, because: x}\n', ''));
    expect(finding?.severity).toBe('error');
    expect(finding?.data).toEqual({ item: 'P8', place: 'finding', suggestion: 'P7' });
  });

  it('gets the severity that the project sets', async () => {
    const config = { 'casewright.yaml': 'rules: {framework/unknown-item: info}\n' };
    const found = await check('framework/unknown-item', caseOf('findings:\n  ‹|P8|›: {verdict: supported, because: x}\n', ':‹|p1|›[text]'), config);
    expect(found.map(({ severity }) => severity)).toEqual(['info', 'info']);
  });

  it('reports an item of another framework', async () => {
    const [finding] = await check('framework/unknown-item', caseOf('findings:\n  ‹|T1|›: {verdict: supported, because: x}\n', ''));
    expect(finding?.message).toContain('T1 belongs to policy-themes, which this case does not list');
  });
});

describe('framework/ambiguous-item', () => {
  it('reports an id and a heading that two frameworks share, at the second', async () => {
    const found = await check('framework/ambiguous-item', caseOf('', '', 'internationalization-capacity, ‹|own|›'), WITH_OWN_PACK);
    expect(found.map(({ data }) => data?.item)).toEqual(['P1', 'capability building']);
    expect(found[0]?.message).toContain('internationalization-capacity and own');
  });

  it('stands at the case where the project lists the frameworks', async () => {
    const config = { ...WITH_OWN_PACK, 'casewright.yaml': 'frameworks: [internationalization-capacity, ./own.yaml]\n' };
    await check('framework/ambiguous-item', '---\ncase: ‹|x|›\n---\n', config);
  });
});
