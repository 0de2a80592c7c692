import { describe, expect, it } from 'vitest';
import { marksInSight } from '../../../server/src/core/features/marks-in-sight.ts';
import { readMarkers } from '../../support/marked-text.ts';
import { analyse } from '../../support/workspace.ts';

const HEAD = '---\ncase: one\nframeworks: [policy-themes, internationalization-capacity]\n---\n';

/** What is shown of a case's body: each mark as `id form “text”`, and for each line of the body the framework whose bar it has. */
async function shown(body: string): Promise<{ marks: string[]; bars: string }> {
  const { text, ranges } = readMarkers(HEAD + body);
  const analysis = await analyse(text);
  const { marks, bars } = marksInSight(analysis, ranges.length > 0 ? ranges : [{ start: 0, end: text.length }]);
  const first = analysis.lines.positionAt(HEAD.length).line;
  const lines = Array.from({ length: analysis.lines.lineCount - first }, (_, index) => {
    const own = bars.filter((bar) => bar.first <= index + first && index + first <= bar.last);
    return own.map(({ framework }) => framework).join('+') || '-';
  });
  return {
    marks: marks.map(({ item, framework, form, nameSpan }) => `${item} ${framework} ${form} “${text.slice(nameSpan.start, nameSpan.end)}”`),
    bars: lines.join(''),
  };
}

async function check(body: string, marks: readonly string[], bars: string): Promise<void> {
  expect(await shown(body)).toEqual({ marks, bars });
}

describe('what an editor shows of marks', () => {
  it('has the place of the id, and the framework by its order in the case', () => check('A :P4[word] here.\n', ['P4 1 text “P4”'], '--'));
  it('has a heading that marks itself', () => check('# Timing of internationalization\nText.\n', ['T1 0 heading “Timing of internationalization”'], '00-'));
  it('has a bar along a paragraph', () => check('One\ntwo :P6.\n\nThree\n', ['P6 1 paragraph “P6”'], '11---'));
  it('has a bar along a section, its heading included', () =>
    check('# Timing of internationalization\nText.\n\n# Other\n', ['T1 0 heading “Timing of internationalization”'], '000--'));
  it('has a bar along a container from the line that opens it, and that of the inner one where one stands in another', () =>
    check('::::P3\nOne\n\n:::T2\nTwo\n:::\n\nThree\n::::\n', ['P3 1 container “P3”', 'T2 0 container “T2”'], '11100111--'));
  it('has one bar on a line, however many marks it has', () => check('One :P6 and :T1.\n', ['P6 1 paragraph “P6”', 'T1 0 paragraph “T1”'], '0-'));
  it('has nothing where there is no mark', () => check('At 10:30.\n', [], '--'));
});

describe('of a long case', () => {
  const rest = 'More :P1[elsewhere].\n\n'.repeat(50);
  it('only what is in sight is shown', () => check(`${rest}‹|Here :P4[one].|›\n\n${rest}`, ['P4 1 text “P4”'], '-'.repeat(203)));
  it('a section that begins above has its bar here, and only here', async () => {
    const { marks, bars } = await shown(`## One :P2\n\n${'Text.\n\n'.repeat(20)}‹|Here.\n|›\n${'Text.\n\n'.repeat(20)}`);
    expect(marks).toEqual(['P2 1 section “P2”']);
    expect(bars.replace(/-+/g, '-')).toBe('-1-');
  });
});
