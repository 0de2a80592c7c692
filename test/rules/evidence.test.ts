import { describe, expect, it } from 'vitest';
import { ANY_LENGTH, caseOf, check } from './check.ts';

const SOURCES = 'sources:\n  - {id: int-ceo, kind: interview}\n  - {id: report, kind: documentation}\n';
const WORDS = Array.from({ length: 40 }, (_, index) => `word${index}`).join(' ');

describe('evidence/no-source', () => {
  it('waits until there is enough text', async () => {
    await check('evidence/no-source', caseOf(SOURCES, ':P1[a remark]'));
    await check('evidence/no-source', caseOf(SOURCES, `:‹|P1|›[${WORDS}]`));
  });

  it('leaves a citation that leads nowhere to the rule about it', async () => {
    const text = caseOf(SOURCES, `:P1[${WORDS} [@nobody]]`);
    await check('evidence/no-source', text);
    await check('evidence/unknown-source', text.replace('@nobody', '@‹|nobody|›'));
  });

  it('owes nothing for an item that does not apply', async () => {
    await check('evidence/no-source', caseOf(`${SOURCES}findings: {P1: {verdict: not-applicable, because: no data}}\n`, `:P1[${WORDS}]`));
  });

  it('takes a source given on the mark', async () => {
    await check('evidence/no-source', caseOf(SOURCES, `:P1[${WORDS}]{src=int-ceo}`));
  });
});

describe('evidence/single-source', () => {
  it('tells one source from several of one kind', async () => {
    const [one] = await check('evidence/single-source', caseOf(SOURCES, ':‹|P1|›[text [@int-ceo]]'), ANY_LENGTH);
    expect(one?.message).toContain('cites only int-ceo,');
    const more = SOURCES.replace('- {id: report', '- {id: int-cfo, kind: interview}\n  - {id: report');
    const [several] = await check('evidence/single-source', caseOf(more, ':‹|P1|›[text [@int-ceo; @int-cfo]]'), ANY_LENGTH);
    expect(several?.message).toContain('only sources of one kind (interview): int-ceo and int-cfo');
    expect(several?.data).toEqual({ item: 'P1' });
  });

  it('says once what holds for the whole case', async () => {
    const text = caseOf('‹|sources|›:\n  - {id: a, kind: interview}\n', ':P1[text [@a]] :P2[text [@a]]');
    const [finding] = await check('evidence/single-source', text, ANY_LENGTH);
    expect(finding?.message).toContain('on P1 and P2');
    expect(finding?.related).toHaveLength(2);
  });

  it('does not judge sources that do not say what they are', async () => {
    await check('evidence/single-source', caseOf('sources:\n  - {id: a}\n', ':P1[text [@a]]'), ANY_LENGTH);
  });
});

describe('evidence/unknown-source', () => {
  it('reports each place, with what was probably meant', async () => {
    const found = await check(
      'evidence/unknown-source',
      caseOf(SOURCES, 'A [@‹|int-coe|›, p. 4; @report]. :P1[B]{src="‹|int-coe|› report"}\n\n:::P2\nC [@‹|web|›]\n:::\n'),
    );
    expect(found.map(({ data }) => data)).toEqual([
      { source: 'int-coe', suggestion: 'int-ceo' },
      { source: 'int-coe', suggestion: 'int-ceo' },
      { source: 'web' },
    ]);
  });

  it('leaves alone what is no citation', async () => {
    await check(
      'evidence/unknown-source',
      caseOf(SOURCES, 'Mail [a@b.dk], `[@code]`, <!-- [@comment] --> @someone, [@fig:one] and [@sec-two].\n\n::video{src=film.mp4}\n'),
    );
  });

  it('lets a team name other references', async () => {
    const config = { 'casewright.yaml': 'rules: {evidence/unknown-source: {ignore_prefixes: [box-]}}\n' };
    await check('evidence/unknown-source', caseOf(SOURCES, '[@box-1] [@‹|fig:one|›]'), config);
  });

  it('says nothing when the list of sources could not be read', async () => {
    await check('evidence/unknown-source', caseOf('title: "open\nsources:\n  - {id: a, kind: interview}\n', 'A [@a].'));
    await check('evidence/unknown-source', caseOf('', 'A [@smith2020].'), { 'casewright.yaml': 'bibliography: [gone.bib]\n' });
  });

  it('counts places in Windows files with a byte order mark and characters of two code units', async () => {
    await check('evidence/unknown-source', `\uFEFF${caseOf(SOURCES, '🎉 𝒳 [@‹|nobody|›]').replaceAll('\n', '\r\n')}`);
  });
});

describe('evidence/unused-source', () => {
  it('can be shown faded', async () => {
    const [finding] = await check('evidence/unused-source', caseOf(SOURCES.replace('report', '‹|report|›'), 'A [@int-ceo].'));
    expect(finding).toMatchObject({ unnecessary: true, data: { source: 'report' }, severity: 'info' });
  });

  it('counts a source that a figure names', async () => {
    await check('evidence/unused-source', caseOf(`${SOURCES}figures: [{of: sales, amount: 1, source: report}]\n`, 'A [@int-ceo].'));
  });

  it('counts a source that any directive names', async () => {
    await check('evidence/unused-source', caseOf(SOURCES, 'A [@int-ceo]. :aside[B]{src=report}'));
  });
});

describe('evidence/one-sided', () => {
  const SUPPORTED = 'findings: {P1: {verdict: supported, because: x}}\n';

  it.each([
    ['a verdict resting on one supporting passage', SUPPORTED, ':‹|P1|›[a]{supports}'],
    ['no verdict yet, and two supporting passages', '', ':‹|P1|›[a]{supports} :P1[b]{supports}'],
  ])('reports %s', async (_, fields, body) => {
    await check('evidence/one-sided', caseOf(fields, body));
  });

  it.each([
    ['one supporting passage and no verdict', '', ':P1[a]{supports}'],
    ['a rival explanation', SUPPORTED, ':P1[a]{supports} :P1[b]{rival}'],
    ['one passage with two stances', SUPPORTED, ':P1[a]{supports qualifies}'],
    ['a careful verdict', SUPPORTED.replace('supported', 'partly-supported'), ':P1[a]{supports} :P1[b]{supports}'],
    ['text without stances', SUPPORTED, ':P1[a]'],
  ])('does not report %s', async (_, fields, body) => {
    await check('evidence/one-sided', caseOf(fields, body));
  });
});

describe('evidence/no-stance', () => {
  it('asks for a stance on propositions, not on themes', async () => {
    await check('evidence/no-stance', caseOf(SOURCES, ':‹|P1|›[a [@int-ceo]] :P2[b]'), ANY_LENGTH);
    await check('evidence/no-stance', caseOf(SOURCES, ':T1[a [@int-ceo]]', 'policy-themes'), ANY_LENGTH);
  });

  it('is content with one stance on the item', async () => {
    await check('evidence/no-stance', caseOf(SOURCES, ':P1[a [@int-ceo]] :P1[b]{qualifies}'), ANY_LENGTH);
  });
});
