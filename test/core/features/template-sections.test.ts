import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complete } from '../../../server/src/core/features/complete/complete.ts';
import { quickFixes } from '../../../server/src/core/features/fixes/quick-fixes.ts';
import { hoverAt } from '../../../server/src/core/features/hover/hover-at.ts';
import { insertMissingSections } from '../../../server/src/core/features/missing-sections.ts';
import { applyEdits } from '../../../server/src/core/text/text-edit.ts';
import { analyserOf, SMALL_PACK, SMALL_STUDY, withCursor, withRange } from '../../support/features.ts';
import { analyse } from '../../support/workspace.ts';

/** A template with everything that a section may say. */
const TEMPLATE = `id: own
title: Ours
sections:
  - heading: The firm
    hint: What it makes.
    translations: {da: {heading: Virksomheden, hint: Hvad den laver.}}
    sections:
      - {heading: Owners, hint: Who owns it., translations: {da: {heading: Ejere}}}
      - {heading: Awards, optional: true}
  - items: all
  - heading: Market
    optional: true
    repeatable: true
    translations: {da: {heading: Marked}}
  - one_of:
      - {heading: Conclusion, hint: What it shows., translations: {da: {heading: Konklusion, hint: Hvad den viser.}}}
      - {heading: Discussion, hint: How it differs., translations: {da: {heading: Diskussion}}}
`;
const STUDY = { ...SMALL_STUDY, 'casewright.yaml': 'frameworks: [./small.yaml]\ntemplate: ./own.yaml\n', 'own.yaml': TEMPLATE };
const ITEMS = '## Timing\n\nx\n\n## Networks\n\nx\n\n## Performance\n\nx\n';
const inCase = (body: string, fields = ''): string => `---\ncase: x\n${fields}---\n\n${body}`;
const inDanish = (body: string): string => inCase(body, 'lang: da\n');

describe('Insert Missing Sections', () => {
  async function check(before: string, after: string, files: Readonly<Record<string, string>> = STUDY): Promise<void> {
    for (const eol of ['\n', '\r\n']) {
      const text = before.replaceAll('\n', eol);
      const inserted = applyEdits(text, insertMissingSections(await analyse(text, files)).edits);
      expect(inserted).toBe(after.replaceAll('\n', eol));
      expect(insertMissingSections(await analyse(inserted, files)).headings).toEqual([]);
    }
  }

  it('adds a section with its subsections, and of a choice the first', () =>
    check(
      inCase(ITEMS),
      inCase(`## The firm\n\n<!-- What it makes. -->\n\n### Owners\n\n<!-- Who owns it. -->\n\n${ITEMS}\n## Conclusion\n\n<!-- What it shows. -->\n`),
    ));
  it('writes in the language of the case, and in the template’s where that has no words for it', () =>
    check(
      inDanish(`## Virksomheden\n\nPumper.\n\n${ITEMS}`),
      inDanish(`## Virksomheden\n\nPumper.\n\n### Ejere\n\n<!-- Who owns it. -->\n\n${ITEMS}\n## Konklusion\n\n<!-- Hvad den viser. -->\n`),
    ));
  it('takes a heading in any language, and any of a choice', () => {
    const text = inDanish(`# Nordlys\n\n## The firm\n\nPumps.\n\n### Ejere\n\nx\n\n${ITEMS}\n## Discussion\n\nx\n`);
    return check(text, text);
  });
  it('puts a subsection first where its section has none before it, at the depth below', () =>
    check(
      inCase(`### The firm\n\nPumps.\n\n#### Awards\n\nx\n\n### Timing\n\nx\n\n### Networks\n\nx\n\n### Performance\n\nx\n\n### Conclusion\n\nx\n`),
      inCase(
        `### The firm\n\nPumps.\n\n#### Owners\n\n<!-- Who owns it. -->\n\n#### Awards\n\nx\n\n### Timing\n\nx\n\n### Networks\n\nx\n\n### Performance\n\nx\n\n### Conclusion\n\nx\n`,
      ),
    ));
  it('puts the parts of an item below it, unless the case has them side by side', async () => {
    const pack = SMALL_PACK.replace('    label: Networks\n', '    label: Networks\n    parent: A1\n').replace(
      '    label: Performance\n',
      '    label: Performance\n    parent: A1\n',
    );
    const files = { ...SMALL_STUDY, 'small.yaml': pack };
    const questions = '<!-- When did it start? -->\n<!-- Why then? -->';
    await check(inCase(''), inCase(`## Timing\n\n${questions}\n\n### Networks\n\n<!-- Who helped? -->\n\n### Performance\n`), files);
    await check(inCase('## Networks\n\nx\n\n## Conclusion\n\nx\n'), inCase('## Networks\n\nx\n\n## Performance\n\n## Conclusion\n\nx\n'), files);
  });
  it('takes a template’s section that is headed like an item for the item’s', () =>
    check(
      inCase('## Networks\n\nx\n\n## Performance\n\nx\n'),
      inCase('## Timing\n\n<!-- Our hint. -->\n<!-- When did it start? -->\n<!-- Why then? -->\n\n## Networks\n\nx\n\n## Performance\n\nx\n'),
      {
        ...STUDY,
        'own.yaml': 'id: own\ntitle: Ours\nsections:\n  - {heading: Timing, hint: Our hint.}\n  - items: all\n',
      },
    ));
});

describe('whatever stands in a case', () => {
  const heading = fc.constantFrom(
    'The firm', 'Virksomheden', 'Owners', 'Ejere', 'Awards', 'Timing', 'Networks', 'Performance', 'Market', 'Marked: Norge', 'Conclusion', 'Diskussion', 'Own words', 'x :A2',
  ); // prettier-ignore
  const section = fc.record({ depth: fc.integer({ min: 1, max: 6 }), heading, text: fc.constantFrom('', 'x\n\n', '<!-- Who owns it. -->\n\n') });

  it('Insert Missing Sections leaves nothing to insert, and what was written stays', async () => {
    const analyseNext = await analyserOf(STUDY);
    fc.assert(
      fc.property(fc.array(section, { maxLength: 12 }), fc.constantFrom('', 'lang: da\n'), (sections, fields) => {
        const text = inCase(sections.map((one) => `${'#'.repeat(one.depth)} ${one.heading}\n\n${one.text}`).join(''), fields);
        const inserted = applyEdits(text, insertMissingSections(analyseNext(text)).edits);
        const after = analyseNext(inserted);
        expect(insertMissingSections(after).headings, inserted).toEqual([]);
        expect(
          after.findings.filter(({ rule }) => rule === 'structure/missing-section' || rule === 'coverage/missing').map(({ message }) => message),
          inserted,
        ).toEqual([]);
        const lines = inserted.split('\n');
        for (const line of text.split('\n')) expect(lines).toContain(line);
      }),
      { numRuns: 300 },
    );
  });

  it('the quick fix that removes a heading takes away nothing but it and hints', async () => {
    const analyseNext = await analyserOf(STUDY);
    fc.assert(
      fc.property(fc.array(section, { minLength: 1, maxLength: 8 }), (sections) => {
        const text = inCase(sections.map((one) => `${'#'.repeat(one.depth)} ${one.heading}\n\n${one.text}`).join(''));
        const analysis = analyseNext(text);
        for (const finding of analysis.findings.filter(({ rule }) => rule === 'structure/empty-section')) {
          const fix = quickFixes(analysis, finding.span, [finding]).find(({ title }) => title.startsWith('Remove the heading'));
          if (!fix) continue;
          const after = analyseNext(applyEdits(text, fix.edits));
          expect(after.model.sections.length).toBe(analysis.model.sections.length - 1);
          expect(after.text.match(/^x$/gm)?.length).toBe(text.match(/^x$/gm)?.length);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('the quick fix of a missing section', () => {
  async function check(text: string, title: string, after: string): Promise<void> {
    const analysis = await analyse(text, STUDY);
    const findings = analysis.findings.filter(({ rule }) => rule === 'structure/missing-section');
    const fixes = findings.flatMap((finding) => quickFixes(analysis, finding.span, [finding]));
    expect(fixes.map((fix) => fix.title)).toContain(title);
    expect(applyEdits(text, fixes.find((fix) => fix.title === title)?.edits ?? [])).toBe(after);
  }

  it('brings the subsections that it must have', () =>
    check(
      inDanish(`${ITEMS}\n## Diskussion\n\nx\n`),
      'Add the section “Virksomheden”',
      inDanish(`## Virksomheden\n\n<!-- Hvad den laver. -->\n\n### Ejere\n\n<!-- Who owns it. -->\n\n${ITEMS}\n## Diskussion\n\nx\n`),
    ));
  it('adds the first of a choice', () =>
    check(
      inDanish(`## Virksomheden\n\n### Ejere\n\nx\n\n${ITEMS}`),
      'Add the section “Konklusion”',
      inDanish(`## Virksomheden\n\n### Ejere\n\nx\n\n${ITEMS}\n## Konklusion\n\n<!-- Hvad den viser. -->\n`),
    ));
});

describe('headings', () => {
  async function offers(marked: string): Promise<string[]> {
    const { text, offset } = withCursor(marked);
    return complete(await analyse(text, STUDY), offset).flatMap(({ label }) => (label.includes('(') ? [] : [label]));
  }

  it('are offered in the language of the case, each of a choice, those first that are missing', async () => {
    expect(await offers(inDanish(`## Virksomheden\n\nx\n\n## <|>\n`))).toEqual([
      'Ejere',
      'Timing',
      'Networks',
      'Performance',
      'Konklusion',
      'Diskussion',
      'Awards',
      'Marked',
    ]);
  });
  it('are offered again where there may be several', async () => {
    const offered = await offers(inCase(`## The firm\n\n### Owners\n\nx\n\n## Market\n\nx\n\n## Discussion\n\nx\n\n## <|>\n`));
    expect(offered).toContain('Market');
    for (const once of ['The firm', 'Owners', 'Conclusion', 'Discussion']) expect(offered).not.toContain(once);
  });
  it('tell what the template wants there', async () => {
    const { text, offset } = withCursor(inDanish('## Mar<|>ked: Norge\n\nx\n\n## Konklusion\n'));
    const hover = hoverAt(await analyse(text, STUDY), offset);
    expect(hover && withRange(text, hover.span)).toBe(inDanish('## ‹|Marked: Norge|›\n\nx\n\n## Konklusion\n'));
    expect(hover?.markdown).toBe('**Marked** (section of the template “Ours”)\n\nThere may be several of this section. This section may be left out.');
    const conclusion = hoverAt(await analyse(text, STUDY), text.indexOf('Konklusion'));
    expect(conclusion?.markdown).toBe('**Konklusion** (section of the template “Ours”)\n\nHvad den viser.');
  });
});

describe('an empty section', () => {
  async function check(before: string, heading: string, after: string | undefined, files: Readonly<Record<string, string>> = SMALL_STUDY): Promise<void> {
    for (const eol of ['\n', '\r\n']) {
      const text = before.replaceAll('\n', eol);
      const analysis = await analyse(text, files);
      const finding = analysis.findings.find(({ rule, data }) => rule === 'structure/empty-section' && data?.heading === heading);
      if (!finding) throw new Error(`Nothing is said of “${heading}”.`);
      const fix = quickFixes(analysis, finding.span, [finding]).find(({ title }) => title === `Remove the heading “${heading}”`);
      expect(fix && applyEdits(text, fix.edits)).toBe(after?.replaceAll('\n', eol));
    }
  }

  it('can be removed with the hints that came with it', () =>
    check(inCase('## Timing\n\nx\n\n## Networks\n\n<!-- Who helped? -->\n\n## End\n\nx\n'), 'Networks', inCase('## Timing\n\nx\n\n## End\n\nx\n')));
  it('can be removed at the end of a file', () =>
    check(inCase('## Timing\n\nx\n\n## Networks\n\n<!-- Who helped? -->\n'), 'Networks', inCase('## Timing\n\nx\n')));
  it('keeps the author’s own comments, and what is meant for the next heading', () =>
    check(
      inCase('## Networks\n\n<!-- Who helped? -->\n<!-- ask Jens -->\n\n<!-- casewright-disable-next-line structure/empty-section -- later -->\n## End\n'),
      'Networks',
      inCase('<!-- ask Jens -->\n\n<!-- casewright-disable-next-line structure/empty-section -- later -->\n## End\n'),
    ));
  it('takes along what switches rules off for it', () =>
    check(
      inCase('x\n\n<!-- casewright-disable-next-line coverage/thin -- later -->\n## Networks\n\n## Timing\n\nx\n'),
      'Networks',
      inCase('x\n\n## Timing\n\nx\n'),
    ));
  it('can be removed when its heading is underlined', () => check(inCase('Networks\n--------\n\n## Timing\n\nx\n'), 'Networks', inCase('## Timing\n\nx\n')));
  it('takes along the notes of a new case', () =>
    check(
      inDanish('## Marked\n\n<!-- Der kan være flere af dette afsnit. -->\n<!-- Afsnittet kan udelades. -->\n\n## Timing\n\nx\n'),
      'Marked',
      inDanish('## Timing\n\nx\n'),
      STUDY,
    ));
  it('stays where the template requires it', () => check(inCase('## The firm\n\n## Timing\n\nx\n'), 'The firm', undefined, STUDY));
});
