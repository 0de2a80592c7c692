import { describe, expect, it } from 'vitest';
import { caseOf, check } from './check.ts';

const EMPTY = 'structure/empty-section';
const off = (kind: string, rule = EMPTY): string => `<!-- casewright-${kind} ${rule} -- reason -->`;

describe('a suppression', () => {
  it('holds for the next line that is not blank', async () => {
    const text = caseOf('', `${off('disable-next-line')}\n\n## A\n\n## ‹|B|›\n`);
    await check(EMPTY, text);
    await check('suppression/unused', text.replace(/‹\||\|›/g, ''));
  });

  it('holds for the whole paragraph that begins there', async () => {
    await check(
      'evidence/unknown-source',
      caseOf('', `${off('disable-next-line', 'evidence/unknown-source')}\nText that goes\non and cites [@a].\n\nMore [@‹|b|›].\n`),
    );
  });

  it('holds between a pair, for the rules that the second names', async () => {
    await check(EMPTY, caseOf('', `${off('disable')}\n\n## A\n\n## B\n\n<!-- casewright-enable ${EMPTY} -->\n\n## ‹|C|›\n`));
    await check(EMPTY, caseOf('', `${off('disable')}\n\n## A\n\n<!-- casewright-enable coverage/thin -->\n\n## B\n`));
    await check(EMPTY, caseOf('', `${off('disable')}\n\n## A\n\n<!-- casewright-enable -->\n\n## ‹|B|›\n`));
  });

  it('holds in the front matter', async () => {
    const text = (eol: string): string =>
      [
        '---',
        'case: x',
        '# casewright-disable-next-line coverage/missing -- only P1 was studied',
        'frameworks: [internationalization-capacity]',
        '---',
        '',
      ].join(eol);
    await check('coverage/missing', text('\n'));
    await check('coverage/missing', `\uFEFF${text('\r\n')}`);
    await check('suppression/unused', text('\n'));
  });

  it('may name several rules', async () => {
    await check(EMPTY, caseOf('', `${off('disable-next-line', `coverage/thin, ${EMPTY}`)}\n## A\n`));
  });

  it('is something else in another comment or in code', async () => {
    await check(
      EMPTY,
      caseOf('', `<!-- see casewright-disable ${EMPTY} -->\n\n    ${off('disable')}\n\n<!-- casewright-disable-line ${EMPTY} -- x -->\n\n## ‹|A|›\n`),
    );
  });
});

describe('suppression/no-reason', () => {
  it.each(['', ' --', ' -- '])('reports a comment that ends with “%s”', async (end) => {
    await check('suppression/no-reason', caseOf('', `‹|<!-- casewright-disable-next-line ${EMPTY}${end}-->|›\n## A\n`));
  });

  it('takes a dash for two hyphens, as word processors do', async () => {
    await check('suppression/no-reason', caseOf('', `<!-- casewright-disable-next-line ${EMPTY} — later -->\n## A\n`));
  });

  it('leaves a comment that does nothing to suppression/unused', async () => {
    const text = caseOf('', `<!-- casewright-disable-next-line ${EMPTY} -->\n## A\n\nText.\n`);
    await check('suppression/no-reason', text);
    await check('suppression/unused', text.replace(/<!--.*-->/, '‹|$&|›'));
  });
});

describe('suppression/unused', () => {
  it('names the rule, and the one that was probably meant', async () => {
    const found = await check('suppression/unused', caseOf('', `‹|${off('disable-next-line', 'coverage/thin structure/empty-sections')}|›\n## A\n`));
    expect(found.map(({ data }) => data)).toEqual([{ rule: 'coverage/thin' }, { rule: 'structure/empty-sections', suggestion: EMPTY }]);
    expect(found[0]).toMatchObject({ unnecessary: true, severity: 'info' });
  });

  it('reports a comment without a rule, in the front matter too', async () => {
    const [finding] = await check('suppression/unused', '---\ncase: x\n‹|# casewright-disable -- draft|›\nframeworks: [policy-themes]\n---\n');
    expect(finding?.data).toEqual({});
  });

  it('counts a rule that the project has switched off as used', async () => {
    await check('suppression/unused', caseOf('', `${off('disable-next-line')}\n## A\n\nText.\n`), { 'casewright.yaml': `rules: {${EMPTY}: off}\n` });
  });
});
