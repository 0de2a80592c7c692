import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkedCase, type CheckReport } from '../../../server/src/core/report/check-report.ts';
import { checkedCaseText, summaryText } from '../../../server/src/core/report/check-text.ts';
import { coveredCase, type CoveredCase } from '../../../server/src/core/report/coverage-report.ts';
import { coverageText } from '../../../server/src/core/report/coverage-text.ts';
import { clip, padEnd, padStart, widthOf, wrap } from '../../../server/src/core/report/layout.ts';
import { pageText } from '../../../server/src/core/report/page-text.ts';
import type { Style } from '../../../server/src/core/report/paint.ts';
import { recordOf, STATUSES } from '../../../server/src/core/model/vocabulary.ts';
import { allRules } from '../../../server/src/core/rules/all-rules.ts';
import { analyse, PROJECT_ROOT } from '../../support/workspace.ts';

const PLAIN: Style = { width: 80, colour: false };
const COLOURED: Style = { width: 80, colour: true };
const name = (uri: string): string => uri.split('/').at(-1) ?? '';
const withoutColour = (text: string): string => text.replaceAll(/\u001B\[\d+m/g, '');
const widest = (text: string): number => Math.max(...text.split('\n').map(widthOf));
/** The coverage of a case without frameworks. */
const NOTHING: CheckReport['cases'][number]['coverage'] = { items: 0, ...recordOf(STATUSES, () => 0), frameworks: [] };
const CASE = '---\ncase: nordlys\ntitle: Nordlys A/S\nframeworks: [internationalization-capacity]\n---\n\n:P1[Too short.]\n';

describe('a check at 80 columns', () => {
  it('breaks messages between words and keeps place, severity and rule in sight', async () => {
    const text = checkedCaseText(checkedCase(await analyse(CASE), name), PLAIN);
    expect(widest(text)).toBeLessThanOrEqual(80);
    expect(text).toContain(
      [
        '   7:2  info     Only 2 words are about P1, “Investment in organizational',
        '                 capabilities”; under 40, a reader cannot follow how the case',
      ].join('\n'),
    );
    expect(text.replace(/\s+/g, ' ')).toContain('Say more, or mark more of the text that is about it. coverage/thin');
  });
  it('says the same with colour and without', async () => {
    const checked = checkedCase(await analyse(CASE), name);
    expect(withoutColour(checkedCaseText(checked, COLOURED))).toBe(checkedCaseText(checked, PLAIN));
    expect(checkedCaseText(checked, COLOURED)).not.toBe(checkedCaseText(checked, PLAIN));
  });
  it('has one line a finding where lines are not broken', async () => {
    const checked = checkedCase(await analyse(CASE), name);
    const [path, ...lines] = checkedCaseText(checked, { width: Infinity, colour: false }).trimEnd().split('\n');
    expect(path).toBe('case.md');
    expect(lines.filter((line) => /^ +\d+:\d+ /.test(line))).toHaveLength(checked.findings.length);
    expect(lines).toHaveLength(checked.findings.length);
  });
  it('of nothing but good cases is one line', () => {
    const summary = { cases: 2, errors: 0, warnings: 0, infos: 0, gates: [] };
    expect(checkedCaseText({ path: 'a.md', case: 'a', findings: [], coverage: NOTHING }, PLAIN)).toBe('');
    expect(summaryText(summary, PLAIN)).toBe('2 cases checked: nothing to report.\n');
  });
  it('counts in words that fit the number', () => {
    const gate = { name: 'addressed', required: 90, actual: 50, met: false };
    const sum = (numbers: readonly [number, number, number, number]): string => {
      const [cases, errors, warnings, infos] = numbers;
      return summaryText({ cases, errors, warnings, infos, gates: [] }, PLAIN);
    };
    expect(sum([1, 1, 1, 1])).toBe('1 case checked: 1 error, 1 warning, 1 info.\n');
    expect(sum([3, 2, 0, 4])).toBe('3 cases checked: 2 errors, 4 infos.\n');
    expect(summaryText({ cases: 1, errors: 0, warnings: 0, infos: 0, gates: [gate] }, PLAIN)).toBe(
      'Gate addressed: 50 % of 90 % required, not met\n\n1 case checked: 1 gate not met.\n',
    );
  });
});

describe('coverage at 80 columns', () => {
  /** Cases that have these statuses, one letter each: m, t, a, e, T, n. */
  function coveredCases(cases: Readonly<Record<string, string>>): CoveredCase[] {
    const statusOf = (letter: string): (typeof STATUSES)[number] => STATUSES['mtaeTn'.indexOf(letter)] ?? 'missing';
    return Object.entries(cases).map(([id, letters]) => ({
      path: `${id}.md`,
      case: id,
      title: null,
      frameworks: [
        {
          id: 'own',
          items: Array.from(letters, (letter, index) => ({
            id: `Q${index + 1}`,
            label: `The question of number ${index + 1}`,
            status: statusOf(letter),
            words: 0,
            sources: [],
            stances: { supports: 0, contradicts: 0, qualifies: 0, rival: 0 },
            finding: null,
            marks: [],
          })),
          fit: [],
        },
      ],
    }));
  }

  it('shows every status by a sign of its own, and its sum', () => {
    expect(coverageText(coveredCases({ one: 'mtaeTn', two: 'TTTTTT' }), PLAIN)).toBe(
      [
        'What 2 cases cover:',
        '',
        'own',
        '      Q1 Q2 Q3 Q4 Q5 Q6     ○  ◔  ◑  ◕  ●  –',
        '  one  ○  ◔  ◑  ◕  ●  –     1  1  1  1  1  1',
        '  two  ●  ●  ●  ●  ●  ●     ·  ·  ·  ·  6  ·',
        '',
        '○ missing  ◔ thin  ◑ addressed  ◕ evidenced  ● triangulated  – not applicable',
        '',
        'Still open:',
        '  one: Q1 The question of number 1 (missing), Q2 The question of number 2',
        '    (thin)',
        '',
      ].join('\n'),
    );
  });
  it('goes on below where a framework has more items than fit', () => {
    const text = coverageText(coveredCases({ one: 'a'.repeat(40), two: 'e'.repeat(40) }), PLAIN);
    expect(widest(text)).toBeLessThanOrEqual(80);
    expect(text.match(/^ {2}one /gm)).toHaveLength(4);
  });
  it('sets what each theory expects beside what the case finds, with the items that decide it', async () => {
    const head = '---\ncase: x\nframeworks: [policy-themes]\nfindings:\n  T1: {value: gradual, because: A}\n  T6: {value: entrepreneur, because: B}\n---\n';
    const text = coverageText([coveredCase(await analyse(head), name)], PLAIN);
    expect(text.replace(/\s+/g, ' ')).toContain('Stage theory 1 agrees (T1), 1 contradicts (T6), 5 silent (T2 T3 T4 T5 T7) Internalization');
    expect(widest(text)).toBeLessThanOrEqual(80);
  });
  it('says of findings that nothing can be compared with so in one line', async () => {
    const text = coverageText([coveredCase(await analyse('---\ncase: x\nframeworks: [policy-themes]\n---\n'), name)], PLAIN);
    expect(text).toContain('No finding says yet what could be compared');
    expect(text).not.toContain('Stage theory');
  });
  it('tells cases of one name apart by their paths', async () => {
    const analysis = await analyse(CASE);
    const twice = [analysis, { ...analysis, uri: 'file:///study/other.md' }].map((one) => coveredCase(one, name));
    expect(coverageText(twice, PLAIN)).toMatch(/\n {2}case\.md .*\n {2}other\.md /);
  });
  it('says so when a case has no framework', async () => {
    const bare = coveredCase(await analyse('---\ncase: x\n---\n'), name);
    expect(coverageText([bare], PLAIN)).toBe('x  case.md\n\nThis case names no framework that exists, so there is nothing to cover.\n');
    expect(coverageText([bare, bare], PLAIN)).toContain('case.md: names no framework that exists');
  });
  it('says the same with colour and without', () => {
    for (const cases of [coveredCases({ one: 'mtaeTn' }), coveredCases({ one: 'mtaeTn', two: 'TTTTTT' })]) {
      expect(withoutColour(coverageText(cases, COLOURED))).toBe(coverageText(cases, PLAIN));
    }
  });
});

describe('a page in the terminal', () => {
  const check = (markdown: string, expected: string): void => {
    expect(pageText(markdown, { width: 30, colour: false })).toBe(expected);
  };

  it('has headings at the margin and text two columns in', () => {
    check('# area/what\n\nWhy it **matters**, see [Yin](x.md), at length.\n', 'area/what\n\n  Why it matters, see Yin, at\n  length.\n');
  });
  it('keeps code as it is, with the name of its file', () => {
    check(
      'Look:\n\n````yaml own.yaml\na:   b   # a long line that is not broken\n```\n‹|c|›\n````\n',
      '  Look:\n\n    own.yaml:\n    a:   b   # a long line that is not broken\n    ```\n    c\n'.trim() + '\n',
    );
  });
  it('keeps lists together', () => {
    check('- one that is longer than a line is\n- two\n\n1. first\n', '- one that is longer than a\n    line is\n  - two\n\n  1. first\n');
  });

  it.each(allRules.map((rule) => rule.id))('shows all of the page on %s', (id) => {
    const text = pageText(readFileSync(path.join(PROJECT_ROOT, 'docs/rules', `${id}.md`), 'utf8'), PLAIN);
    expect(text).toMatch(new RegExp(`^${id}\n\n {2}\\S`));
    expect(text).not.toMatch(/```|‹\||\*\*/);
  });
});

describe('layout', () => {
  it('never loses a word, and never makes a line too long that could be broken', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom('a', 'ø', '🦀', 'é') }), { minLength: 1 }),
        fc.integer({ min: 1, max: 30 }),
        (words, width) => {
          const lines = wrap(words.join(' '), width);
          expect(lines.join(' ')).toBe(words.join(' '));
          for (const line of lines) expect(widthOf(line) <= width || !line.includes(' ')).toBe(true);
        },
      ),
    );
  });
  it('counts a letter with its accents, however they are written, as one column', () => {
    const latin = Array.from({ length: 0x2ff - 0x20 }, (_, index) => String.fromCharCode(0x20 + index));
    expect(['é', 'e\u0301', '🦀', '“', '…', ...latin].filter((letter) => widthOf(`a${letter}b`) !== 3)).toEqual([]);
  });
  it('fills up to a width and clips to it', () => {
    expect([padEnd('ab', 4), padStart('ab', 4), clip('abcdef', 4), clip('abcd', 4)]).toEqual(['ab  ', '  ab', 'abc…', 'abcd']);
  });
});
