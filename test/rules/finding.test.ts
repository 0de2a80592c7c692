import { describe, expect, it } from 'vitest';
import { ANY_LENGTH, caseOf, check } from './check.ts';

const SOURCES = 'sources:\n  - {id: a, kind: interview}\n';
const findings = (entry: string): string => `findings:\n  ${entry}\n`;

describe('finding/missing', () => {
  it('waits for evidence', async () => {
    await check('finding/missing', caseOf(SOURCES, ':P1[text] :‹|P2|›[text [@a]]'), ANY_LENGTH);
  });

  it('stands at a finding that is there and empty', async () => {
    const [finding] = await check('finding/missing', caseOf(SOURCES + findings('‹|P1|›:'), ':P1[text [@a]]'), ANY_LENGTH);
    expect(finding?.data).toEqual({ item: 'P1' });
    await check('finding/missing', caseOf(SOURCES + findings('‹|P1|›: {value: "", because: x}'), ':P1[text [@a]]'), ANY_LENGTH);
  });

  it('leaves a verdict that is misspelled to the rule about it', async () => {
    const text = caseOf(SOURCES + findings('P1: {verdict: suported}'), ':P1[text [@a]]');
    await check('finding/missing', text, ANY_LENGTH);
    await check('front-matter/invalid-value', text.replace('suported', '‹|suported|›'), ANY_LENGTH);
  });
});

describe('finding/invalid-value', () => {
  it('lists the values with their meaning', async () => {
    const [finding] = await check('finding/invalid-value', caseOf(findings('P2: {value: ‹|same-modle|›}'), ''));
    expect(finding?.data).toEqual({ item: 'P2', value: 'same-modle', suggestion: 'same-model' });
    expect(finding?.message).toContain('same-model (keeps to the way');
  });

  it('takes any value where the framework lists none', async () => {
    const pack =
      'id: own\ntitle: Own\nsource: {authors: [H], year: 2024, title: P}\nkind: themes\nitems: [{id: D1, label: Distance, statement: S, at: p. 1}]\n';
    await check('finding/invalid-value', caseOf(findings('D1: {value: anything}'), '', 'own'), {
      'casewright.yaml': 'frameworks: [./own.yaml]\n',
      'own.yaml': pack,
    });
  });
});

describe('finding/no-reason', () => {
  it.each(['P1: {verdict: supported}', 'P1: {value: hired-manager, because: " "}', 'P1: {verdict: suported}'])('reports %s', async (entry) => {
    const [finding] = await check('finding/no-reason', caseOf(findings(entry.replace('P1', '‹|P1|›')), ''));
    expect(finding?.data).toEqual({ item: 'P1' });
  });

  it('says that “not-applicable” does not count without a reason', async () => {
    const [finding] = await check('finding/no-reason', caseOf(findings('‹|P1|›: {verdict: not-applicable}'), ''));
    expect(finding?.message).toContain('does not count');
  });

  it('leaves findings that say nothing, or are about no item, to other rules', async () => {
    await check('finding/no-reason', caseOf(`${findings('P1:')}  P2: {}\n  X1: {verdict: supported}\n`, ''));
  });
});

describe('finding/contradicts-evidence', () => {
  const verdict = (word: string): string => findings(`P1: {verdict: ${word}, because: x}`);

  it.each([
    ['supported', ':P1[a]{contradicts}'],
    ['supported', ':P1[a]{supports} :P1[b]{contradicts} :P1[c]{contradicts}'],
    ['not-supported', ':P1[a]{supports} :P1[b]'],
    ['not-applicable', ':P1[a]'],
  ])('reports “%s” beside %s', async (word, body) => {
    const [finding] = await check('finding/contradicts-evidence', caseOf(verdict(`‹|${word}|›`), body));
    expect(finding?.data).toEqual({ item: 'P1' });
    expect(finding?.related?.length).toBeGreaterThan(0);
  });

  it.each([
    ['supported', ':P1[a]{supports} :P1[b]{contradicts}'],
    ['supported', ':P1[a]{rival} :P1[b]{qualifies}'],
    ['not-supported', ':P1[a]{supports} :P1[b]{qualifies}'],
    ['not-supported', ':P1[a]'],
    ['partly-supported', ':P1[a]{supports}'],
    ['insufficient-evidence', ':P1[a]{supports}'],
    ['not-applicable', '## Capability building\n\nNothing is known of this.'],
  ])('lets “%s” stand beside %s', async (word, body) => {
    await check('finding/contradicts-evidence', caseOf(verdict(word), body));
  });
});
