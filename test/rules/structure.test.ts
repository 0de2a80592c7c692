import { describe, expect, it } from 'vitest';
import { caseOf, check } from './check.ts';

const SME = { 'casewright.yaml': 'template: casewright:sme-case\n' };
const ownTemplate = (sections: string): Record<string, string> => ({
  'casewright.yaml': 'template: ./own.yaml\n',
  'own.yaml': `id: own\ntitle: Our template\nsections:\n${sections}`,
});

describe('structure/missing-section', () => {
  it('does nothing without a template', async () => {
    await check('structure/missing-section', caseOf('', 'Text.'));
  });

  it('gives the heading to the quick fix', async () => {
    const found = await check('structure/missing-section', caseOf('', '## 1. THE FIRM!\n\nText.').replace('case', '‹|case|›'), SME);
    expect(found.map(({ data }) => data)).toEqual([{ heading: 'Conclusion' }]);
  });

  it('stands at the template that the case names', async () => {
    await check('structure/missing-section', caseOf('‹|template|›: casewright:sme-case\n', '## The firm\n\nText.'));
  });

  it('leaves optional sections out', async () => {
    await check('structure/missing-section', caseOf('', ''), ownTemplate('  - {heading: Method, optional: true}\n  - {items: all}\n'));
  });

  it('asks for a section for each item that is written about, if the template does', async () => {
    const files = ownTemplate('  - {items: [P1, P2, P3, P4, P5], optional: false}\n');
    const body = '## Prior experience\n\n:P1[text] :P5[text]\n\n## A hint :P3\n\nText.\n';
    const fields = 'findings: {P5: {verdict: not-applicable, because: x}}\n';
    const found = await check('structure/missing-section', caseOf(fields, body).replace('case', '‹|case|›'), files);
    expect(found.map(({ data }) => data)).toEqual([{ heading: 'Investment in organizational capabilities', item: 'P1' }]);
  });
});

describe('structure/missing-section, where a template offers more', () => {
  const CHOICE = ownTemplate(
    '  - {heading: Method, optional: true, sections: [{heading: Sample}]}\n  - one_of:\n    - {heading: End, hint: What it shows., translations: {da: {heading: Slut, hint: Hvad den viser.}}}\n    - {heading: Talk}\n',
  );

  it('asks for one of several sections, in the language of the case', async () => {
    const [finding] = await check('structure/missing-section', caseOf('lang: da-DK\n', 'Text.').replace('case', '‹|case|›'), CHOICE);
    expect(finding?.message).toContain('None of the sections “Slut” and “Talk” is there; the template “Our template” asks for one of them in every case');
    expect(finding?.message).toContain('Add a heading, such as “Slut”, and its text. What belongs there: Hvad den viser.');
    expect(finding?.data).toEqual({ heading: 'Slut' });
  });

  it('is content with any of them, in any language', async () => {
    for (const heading of ['End', 'SLUT.', '4. Talk']) await check('structure/missing-section', caseOf('', `## ${heading}\n\nText.`), CHOICE);
  });

  it('asks for a subsection where its section is, and at that section', async () => {
    const found = await check('structure/missing-section', caseOf('', '## ‹|Method|›\n\nText.\n\n## Sample\n\nText.\n\n## End\n'), CHOICE);
    expect(found.map(({ data }) => data)).toEqual([{ heading: 'Sample' }]);
    await check('structure/missing-section', caseOf('', '## Method\n\nText.\n\n### Sample\n\nText.\n\n## End\n'), CHOICE);
  });

  it('leaves a section that is headed like an item to coverage/missing while nothing is about the item', async () => {
    const files = ownTemplate('  - {heading: Prior experience}\n');
    await check('structure/missing-section', caseOf('', 'Text.'), files);
    await check('structure/missing-section', caseOf('', ':P2[text]').replace('case', '‹|case|›'), files);
  });

  it('knows each of several sections by number or subject', async () => {
    const files = ownTemplate('  - {heading: Market, repeatable: true, translations: {da: {heading: Marked}}}\n');
    for (const heading of ['Market 2', 'Market: Norway', 'Market – Norway', 'Market 1: Norway', '2. Marked - Norge'])
      await check('structure/missing-section', caseOf('', `## ${heading}\n\nText.`), files);
    for (const heading of ['Market entry', 'Market-entry', 'The market'])
      await check('structure/missing-section', caseOf('', `## ${heading}\n\nText.`).replace('case', '‹|case|›'), files);
  });
});

describe('structure/section-order', () => {
  it('reports the fewest sections that would have to move', async () => {
    const body = '## ‹|Summary|›\n\nA.\n\n## Background\n\nB.\n\n## Prior experience\n\nC.\n\n## Entrepreneurship\n\nD.\n';
    const [finding] = await check('structure/section-order', caseOf('', body), SME);
    expect(finding?.message).toContain('comes after “Entrepreneurship”');
  });

  it('lets items stand in any order, and other sections anywhere', async () => {
    await check(
      'structure/section-order',
      caseOf('', '# Nordlys\n\n## Method\n\n## The firm\n\n## Entrepreneurship\n\n## Prior experience\n\n## Conclusion\n\n## Notes\n'),
      SME,
    );
  });

  it('does not take a subsection for a section of the template', async () => {
    await check('structure/section-order', caseOf('', '## The firm\n\n### Summary\n\n## Prior experience\n\n### Background\n\n## Conclusion\n'), SME);
  });

  it('looks at each of several sections of one kind', async () => {
    const files = ownTemplate('  - {heading: Market, repeatable: true}\n  - one_of: [{heading: End}, {heading: Talk}]\n');
    await check('structure/section-order', caseOf('', '## Market\n\n## Market: Norway\n\n## Market\n\n## Talk\n\n## End\n'), files);
    await check('structure/section-order', caseOf('', '## Market: Norway\n\n## Market: Sweden\n\n## Talk\n\n## ‹|Market: Japan|›\n'), files);
  });

  it('knows a section by its Danish heading', async () => {
    await check('structure/section-order', caseOf('', '## ‹|Konklusion|›\n\nA.\n\n## Virksomheden\n\nB.\n\n## Prior experience\n\nC.\n'), SME);
  });

  it('counts a section that a mark makes an item’s', async () => {
    await check('structure/section-order', caseOf('', '## The firm\n\n## Conclusion\n\n## ‹|A hint :P3|›\n'), SME);
  });
});

describe('structure/duplicate-section', () => {
  it('compares headings at one place only', async () => {
    const body = '# One\n\n## A\n\n### B\n\n## C\n\n### B\n\n## ‹|a.|›\n\n# Two\n\n## A\n';
    const [finding] = await check('structure/duplicate-section', caseOf('', body));
    expect(finding?.data).toEqual({ heading: 'a.' });
    expect(finding?.related).toHaveLength(1);
  });

  it('lets a repeatable section be repeated', async () => {
    await check(
      'structure/duplicate-section',
      caseOf('', '## Market\n\n## market\n'),
      ownTemplate('  - {heading: Markets, aliases: [Market], repeatable: true}\n'),
    );
  });

  it('lets no two of them be about the same', async () => {
    const files = ownTemplate('  - {heading: Markets, sections: [{heading: Market, repeatable: true, translations: {da: {heading: Marked}}}]}\n');
    await check('structure/duplicate-section', caseOf('', '## Marked\n\n## Marked\n\n## Market: Norway\n\n## ‹|Market: Norway|›\n'), files);
  });

  it('does not compare headings without words', async () => {
    await check('structure/duplicate-section', caseOf('', '## \n\n## \n\n## …\n\n## ***\n'));
  });
});

describe('structure/empty-section', () => {
  it('counts comments as nothing, and anything else as something', async () => {
    const body = '## ‹|A|›\n\n<!-- note -->\n\n<!-- and\nanother -->\n\n## B\n\n![](b.png)\n\n## C\n\n```\ncode\n```\n\n## D\n\n[@x]\n\n## ‹|E|›';
    await check('structure/empty-section', caseOf('', body));
  });

  it('reports the innermost heading', async () => {
    const found = await check('structure/empty-section', caseOf('', '# Case\n\n## Items\n\n### ‹|Prior experience|›\n\n### ‹|Other|›\n'));
    expect(found.map(({ data }) => data)).toEqual([{ heading: 'Prior experience', item: 'P2' }, { heading: 'Other' }]);
  });

  it('works in a file with Windows line ends that ends behind a heading', async () => {
    await check('structure/empty-section', caseOf('', '## A\n\ntext\n\n## ‹|B 🎉|›').replaceAll('\n', '\r\n'));
  });
});

describe('structure/misread-mark', () => {
  it('knows a mark from what only looks like one, wherever it stands', async () => {
    const body =
      '> ‹|:::  P3|›\n> text\n\n- one\n\n  ‹|::P4|› two\n\n::: {.P3}\nx\n:::\n\n::: note\n:::\n\n:::P3x y\n\nstd::P3 a\n\n`\n::: P3\n`\n\n    ::: P3\n';
    await check('structure/misread-mark', caseOf('', body.replace('`\n::: P3\n`', '```\n::: P3\n```')));
    await check('structure/misread-mark', caseOf('', body.replace('`\n::: P3\n`', '```\n::: P3\n```')).replaceAll('\n', '\r\n'));
  });

  it('says when braces cannot be read', async () => {
    const [finding] = await check('structure/misread-mark', caseOf('', `:P3[x]‹|{supports note="the \\"whole\\" market"}|› :P4[y]{} :P5 and :P6, {z}`));
    expect(finding?.message).toContain(`note='the "whole" market'`);
  });
});

describe('structure/unclosed-mark', () => {
  it('sees the closing colons behind any line end', async () => {
    await check('structure/unclosed-mark', caseOf('', ':::P3\nx\n:::\n').replaceAll('\n', '\r'));
    await check('structure/unclosed-mark', caseOf('', '‹|:::P3|›\nx\n').replaceAll('\n', '\r'));
  });

  it('is not content with fewer colons, nor with colons behind text', async () => {
    await check('structure/unclosed-mark', caseOf('', '‹|::::P3|›\nx\n:::\n'));
    await check('structure/unclosed-mark', caseOf('', '‹|::::P3|›\n\n:::P4\nx\n:::\n'));
    await check('structure/unclosed-mark', caseOf('', '‹|:::P3|›\nx :::\n'));
  });
});
