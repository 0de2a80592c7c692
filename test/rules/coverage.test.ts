import { describe, expect, it } from 'vitest';
import { ANY_LENGTH, caseOf, check } from './check.ts';

const FORTY_WORDS = Array.from({ length: 40 }, (_, index) => `word${index}`).join(' ');

describe('coverage/missing', () => {
  it('stands at the framework, once for each item', async () => {
    const found = await check('coverage/missing', caseOf('', '## Prior experience\n\nText.', '‹|internationalization-capacity|›'));
    expect(found.map(({ data }) => data?.item)).toEqual(['P1', 'P3', 'P4', 'P5', 'P6', 'P7']);
  });

  it('lets an item be that does not apply, if the reason is given', async () => {
    const fields = 'findings:\n  P1: {verdict: not-applicable, because: no data}\n  P2: {verdict: not-applicable}\n';
    const found = await check('coverage/missing', caseOf(fields, '', '‹|internationalization-capacity|›'));
    expect(found.map(({ data }) => data?.item)).not.toContain('P1');
    expect(found.map(({ data }) => data?.item)).toContain('P2');
  });

  it('holds back the frameworks of the study while the front matter cannot be read, for it may name others', async () => {
    const study = { 'casewright.yaml': 'frameworks: [policy-themes]\n' };
    const broken = '---\ncase: nordlys\ntitle: "Nordlys\nframeworks: [internationalization-capacity]\n---\n\nText.\n';
    await check('coverage/missing', broken, study);
    expect(await check('coverage/missing', broken.replace('title: "', 'title: ').replace('[int', '[‹|int').replace('ty]', 'ty|›]'), study)).toHaveLength(7);
  });

  it('goes on about the frameworks that could be read', async () => {
    const found = await check('coverage/missing', caseOf('title: x\ntitle: y\n', 'Text.', '‹|internationalization-capacity|›'));
    expect(found).toHaveLength(7);
  });
});

describe('coverage/thin', () => {
  it('counts the words of all text on the item, each once', async () => {
    const half = FORTY_WORDS.slice(0, FORTY_WORDS.indexOf(' word20'));
    await check('coverage/thin', caseOf('', `:‹|P1|›[${half}]\n\nUnrelated :P2.\n`).replace(':P2', ':‹|P2|›'));
    await check('coverage/thin', caseOf('', `:P1[${half}]\n\n:P1[${half}]\n`));
    await check('coverage/thin', caseOf('', `:::‹|P1|›\n:P1[${half}]\n:::\n`));
  });

  it('leaves an empty section and a placeholder to the rules about them', async () => {
    const text = caseOf('', '## Prior experience\n\n<!-- questions -->\n\n## Entrepreneurship\n\nTODO\n');
    await check('coverage/thin', text);
    await check('structure/empty-section', text.replace('Prior experience', '‹|Prior experience|›'));
    await check('coverage/placeholder', text.replace('TODO', '‹|TODO|›'));
  });

  it('takes its threshold from the configuration', async () => {
    const config = { 'casewright.yaml': 'rules: {coverage/thin: {min_words: 3, severity: error}}\n' };
    const found = await check('coverage/thin', caseOf('', ':‹|P1|›[two words] :P2[three words here]'), config);
    expect(found[0]).toMatchObject({ severity: 'error', data: { item: 'P1' } });
    expect(found[0]?.message).toContain('Only 2 words are about P1');
    await check('coverage/thin', caseOf('', ':P1[two words]'), ANY_LENGTH);
  });

  it('counts words of any script', async () => {
    const danish = Array.from({ length: 40 }, () => 'øl🎉').join(' ');
    await check('coverage/thin', caseOf('', `:P1[${danish}]`));
  });
});

describe('coverage/placeholder', () => {
  it('finds each, in marked text or not, and says what it does to the item', async () => {
    const found = await check('coverage/placeholder', caseOf('', '‹|TBD|› and ‹|Lorem ipsum|›\n\n## Prior experience\n\n‹|???|›\n'));
    expect(found.map(({ data }) => data)).toEqual([{}, {}, { item: 'P2' }]);
    expect(found[2]?.message).toContain('P2, “Influence of prior international experience”, counts as thin');
  });

  it('finds “to be added” as a sentence of its own, not in one', async () => {
    await check('coverage/placeholder', caseOf('', '‹|To be added|›. The dates are open (‹|to be determined|›).'));
    await check('coverage/placeholder', caseOf('', 'Costs that are not to be added to them; it remains to be determined whether it pays.'));
  });

  it('leaves an ellipsis, foreign words and code alone', async () => {
    await check('coverage/placeholder', caseOf('', 'They waited … and waited. Es todo.\n\n```\nTODO\n```\n\n<!-- TODO -->\n'));
  });

  it('finds a reason that is still to be written', async () => {
    const [finding] = await check('coverage/placeholder', caseOf('findings:\n  P1: {verdict: not-applicable, because: ‹|"TODO"|›}\n', ''));
    expect(finding?.data).toEqual({ item: 'P1' });
  });
});
