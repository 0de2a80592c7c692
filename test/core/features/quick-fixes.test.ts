import { describe, expect, it } from 'vitest';
import { quickFixes } from '../../../server/src/core/features/fixes/quick-fixes.ts';
import { applyEdits } from '../../../server/src/core/text/text-edit.ts';
import { fillSnippet, SMALL_STUDY } from '../../support/features.ts';
import { analyse } from '../../support/workspace.ts';

interface Fixed {
  readonly rule: string;
  /** The fix, by the beginning of its title. */
  readonly title: string;
  /** What the author types where the snippet leaves a place; without it, the plain edits are applied. */
  readonly fill?: string;
  readonly others?: Readonly<Record<string, string>>;
}

async function fix(text: string, { rule, title, fill, others = {} }: Fixed): Promise<string> {
  const analysis = await analyse(text, { ...SMALL_STUDY, ...others });
  const findings = analysis.findings.filter((finding) => finding.rule === rule);
  const fixes = findings.flatMap((finding) => quickFixes(analysis, finding.span, [finding]));
  const chosen = fixes.find((candidate) => candidate.title.startsWith(title));
  if (!chosen)
    throw new Error(
      `No “${title}” among: ${fixes.map((candidate) => candidate.title).join('; ')} (findings: ${analysis.findings.map((f) => f.rule).join(', ')})`,
    );
  if (fill === undefined) return applyEdits(text, chosen.edits);
  const filled = chosen.snippet ? [{ ...chosen.snippet, newText: fillSnippet(chosen.snippet.newText, fill) }] : chosen.edits;
  return applyEdits(text, filled);
}

async function check(before: string, fixed: Fixed, after: string): Promise<void> {
  expect(await fix(before, fixed)).toBe(after);
  const windows = (text: string): string => text.replaceAll('\n', '\r\n');
  expect(await fix(windows(before), fixed)).toBe(windows(after));
}

const ALL_BUT_A3 = '## Timing\n\nx\n\n## Networks\n\nx\n';

describe('a missing section', () => {
  const section = { rule: 'coverage/missing', title: 'Add the section “Networks”' };

  it('comes behind the section before it, with its questions as comments', () =>
    check(
      '---\ncase: x\n---\n\n# Title\n\n## Timing\n\nText.\n\n### Detail\n\nText.\n\n## Performance\n\nText.\n',
      section,
      '---\ncase: x\n---\n\n# Title\n\n## Timing\n\nText.\n\n### Detail\n\nText.\n\n## Networks\n\n<!-- Who helped? -->\n\n## Performance\n\nText.\n',
    ));
  it('comes before the section behind it where none is before it, at that one’s depth', () =>
    check(
      '---\ncase: x\n---\n\nPreface.\n\n### Conclusion\n\nText.',
      section,
      '---\ncase: x\n---\n\nPreface.\n\n### Networks\n\n<!-- Who helped? -->\n\n### Conclusion\n\nText.',
    ));
  it('comes last where no neighbour is there', () =>
    check('---\ncase: x\n---\n\nText.', section, '---\ncase: x\n---\n\nText.\n\n## Networks\n\n<!-- Who helped? -->\n'));
  it('leaves the cursor behind the questions', () =>
    check('---\ncase: x\n---\n', { ...section, fill: 'Friends did.' }, '---\ncase: x\n---\n\n## Networks\n\n<!-- Who helped? -->\n\nFriends did.\n'));
  it('does not come between a suppression and the heading it is for', () =>
    check(
      '---\ncase: x\n---\n\n<!-- casewright-disable-next-line structure/empty-section -- later -->\n## Performance\n',
      section,
      '---\ncase: x\n---\n\n## Networks\n\n<!-- Who helped? -->\n\n<!-- casewright-disable-next-line structure/empty-section -- later -->\n## Performance\n',
    ));
  it('can be added together with all others, in order', () =>
    check(
      '---\ncase: x\n---\n\n## Networks\n\nText.\n\n## Conclusion\n\nText.\n',
      { rule: 'coverage/missing', title: 'Add all 2' },
      '---\ncase: x\n---\n\n## Timing\n\n<!-- When did it start? -->\n<!-- Why then? -->\n\n## Networks\n\nText.\n\n## Performance\n\n## Conclusion\n\nText.\n',
    ));
  it('of the template carries the template’s hint', () =>
    check(
      `---\ncase: x\ntemplate: casewright:sme-case\n---\n\n${ALL_BUT_A3}`,
      { rule: 'structure/missing-section', title: 'Add the section “Conclusion”' },
      `---\ncase: x\ntemplate: casewright:sme-case\n---\n\n${ALL_BUT_A3}\n## Conclusion\n\n<!-- What this case shows about each framework, and what it leaves open. -->\n`,
    ));
});

describe('an item that does not apply', () => {
  const record = { rule: 'coverage/missing', title: 'Record that A3', fill: 'No figures' };
  const body = `\n${ALL_BUT_A3}`;

  it('is recorded in a case without findings', () =>
    check(
      `---\ncase: x\ntitle: X # a comment\n\n---\n${body}`,
      record,
      `---\ncase: x\ntitle: X # a comment\nfindings:\n  A3: {verdict: not-applicable, because: "No figures"}\n\n---\n${body}`,
    ));
  it('is recorded where the item belongs among the findings', () =>
    check(
      `---\ncase: x\nfindings:\n  A1: {value: early, because: "x"} # sure\n  # the end\n---\n${body}`,
      record,
      `---\ncase: x\nfindings:\n  A1: {value: early, because: "x"} # sure\n  A3: {verdict: not-applicable, because: "No figures"}\n  # the end\n---\n${body}`,
    ));
  it('is recorded line by line where the others are', () =>
    check(
      `---\ncase: x\nfindings:\n    A1:\n        value: early\n        because: x\n---\n${body}`,
      record,
      `---\ncase: x\nfindings:\n    A1:\n        value: early\n        because: x\n    A3:\n      verdict: not-applicable\n      because: "No figures"\n---\n${body}`,
    ));
  it('is recorded between braces', () =>
    check(
      `---\ncase: x\nfindings: {A1: {value: early, because: x}}\n---\n${body}`,
      record,
      `---\ncase: x\nfindings: {A1: {value: early, because: x}, A3: {verdict: not-applicable, because: "No figures"}}\n---\n${body}`,
    ));
  it('is recorded in a finding that was begun', () =>
    check(
      `---\ncase: x\nfindings:\n  A3:\n---\n${body}`,
      record,
      `---\ncase: x\nfindings:\n  A3: {verdict: not-applicable, because: "No figures"}\n---\n${body}`,
    ));
  it('replaces another verdict and asks for the reason', () =>
    check(
      `---\ncase: x\nfindings:\n  A3: {verdict: supported}\n---\n${body}`,
      record,
      `---\ncase: x\nfindings:\n  A3: {verdict: not-applicable, because: "No figures"}\n---\n${body}`,
    ));
});

describe('a field that is missing', () => {
  const rule = 'front-matter/missing-field';

  it('goes where its group has it, line by line', () =>
    check(
      '---\ncase: x\nsources:\n  - id: int-a\n    title: T # a remark\nfindings: {}\n---\n',
      { rule, title: 'Add the field “sources.kind”' },
      '---\ncase: x\nsources:\n  - id: int-a\n    kind: interview\n    title: T # a remark\nfindings: {}\n---\n',
    ));
  it('goes where its group has it, between braces', () =>
    check(
      '---\ncase: x\nsources:\n  - {id: web-a, title: T}\n---\n',
      { rule, title: 'Add the field “sources.kind”' },
      '---\ncase: x\nsources:\n  - {id: web-a, kind: documentation, title: T}\n---\n',
    ));
  it('goes first where nothing comes before it', () =>
    check(
      '---\ncase: x\nsources:\n  - title: T\n    kind: interview\n---\n',
      { rule, title: 'Add the field “sources.id”', fill: '' },
      '---\ncase: x\nsources:\n  - id: source-1\n    title: T\n    kind: interview\n---\n',
    ));
  it('is filled in where it stands without a value', () =>
    check(
      '---\ncase: x\nsources:\n  - {id: web-a, kind: }\n---\n',
      { rule, title: 'Add the field “sources.kind”' },
      '---\ncase: x\nsources:\n  - {id: web-a, kind: documentation}\n---\n',
    ));
  it('that is a list opens its first row', () =>
    check(
      '---\ncase: x\ntitle: T\nframeworks: [small]\nfirm:\n  name: y\n---\n',
      {
        rule,
        title: 'Add the field “firm.locations”',
        fill: 'Vejle',
        others: {
          ...SMALL_STUDY,
          'casewright.yaml': 'frameworks: [./small.yaml]\ntemplate: ./own.yaml\n',
          'own.yaml': 'id: own\ntitle: Own\nfields: [firm.locations]\n',
        },
      },
      '---\ncase: x\ntitle: T\nframeworks: [small]\nfirm:\n  name: y\n  locations: [{city: Vejle}]\n---\n',
    ));
  it('of the template brings its group with it', () =>
    check(
      '---\ncase: x\ntitle: T\ntemplate: casewright:sme-case\nsources: []\n---\n',
      { rule, title: 'Add the field “firm.country”', fill: 'DK' },
      '---\ncase: x\ntitle: T\ntemplate: casewright:sme-case\nfirm:\n  country: DK\nsources: []\n---\n',
    ));
  it('is left blank where only the author knows it and the editor cannot ask', () =>
    check(
      '---\ncase: x\ntemplate: casewright:sme-case\nfirm: {industry: a}\n---\n',
      { rule, title: 'Add the field “firm.country”' },
      '---\ncase: x\ntemplate: casewright:sme-case\nfirm: {country: , industry: a}\n---\n',
    ));
});

describe('a source that is not declared', () => {
  const declare = { rule: 'evidence/unknown-source', title: 'Declare the source “int-ceo”' };
  const body = '---\n\nText [@int-ceo].\n';

  it('makes the list where there is none', () =>
    check(`---\ncase: x\n${body}`, declare, `---\ncase: x\nsources:\n  - {id: int-ceo, kind: interview}\n${body}`));
  it('joins a list of braces', () =>
    check(
      `---\ncase: x\nsources:\n  - {id: a, kind: interview} # the first\nfindings: {}\n${body}`,
      declare,
      `---\ncase: x\nsources:\n  - {id: a, kind: interview} # the first\n  - {id: int-ceo, kind: interview}\nfindings: {}\n${body}`,
    ));
  it('joins a list of lines', () =>
    check(
      `---\ncase: x\nsources:\n- id: a\n  kind: interview\n\n# other things\nfindings: {}\n${body}`,
      declare,
      `---\ncase: x\nsources:\n- id: a\n  kind: interview\n- id: int-ceo\n  kind: interview\n\n# other things\nfindings: {}\n${body}`,
    ));
  it('joins a list in brackets', () =>
    check(
      `---\ncase: x\nsources: [{id: a, kind: interview}]\n${body}`,
      declare,
      `---\ncase: x\nsources: [{id: a, kind: interview}, {id: int-ceo, kind: interview}]\n${body}`,
    ));
  it('fills an empty list, and one that was begun', async () => {
    await check(`---\ncase: x\nsources: []\n${body}`, declare, `---\ncase: x\nsources: [{id: int-ceo, kind: interview}]\n${body}`);
    await check(
      `---\ncase: x\nsources: # later\ntitle: X\n${body}`,
      declare,
      `---\ncase: x\nsources: # later\n  - {id: int-ceo, kind: interview}\ntitle: X\n${body}`,
    );
  });
  it('is put in quotation marks where YAML would take it for a number', () =>
    check(
      '---\ncase: x\n---\n\n[@2012].\n',
      { ...declare, title: 'Declare' },
      '---\ncase: x\nsources:\n  - {id: "2012", kind: documentation}\n---\n\n[@2012].\n',
    ));
});

describe('a slip', () => {
  it('in a citation, an item, a field, a value and a framework is corrected where it stands', async () => {
    const front = '---\ncase: x\nsources:\n  - {id: int-ceo, kind: interview}\n---\n\n';
    await check(`${front}[@int-coe]\n`, { rule: 'evidence/unknown-source', title: 'Change it to “int-ceo”' }, `${front}[@int-ceo]\n`);
    await check(
      `${front}:A9[x]{supports} [@int-ceo]\n`,
      { rule: 'framework/unknown-item', title: 'Change it to “A3”' },
      `${front}:A3[x]{supports} [@int-ceo]\n`,
    );
    await check('---\ncase: x\n"tittle": y\n---\n', { rule: 'front-matter/unknown-field', title: 'Change it to “title”' }, '---\ncase: x\n"title": y\n---\n');
    await check(
      '---\ncase: x\nsources: [{id: a, kind: "intervew"}]\n---\n',
      { rule: 'front-matter/invalid-value', title: 'Change it to “interview”' },
      '---\ncase: x\nsources: [{id: a, kind: "interview"}]\n---\n',
    );
    await check(
      '---\ncase: x\nframeworks: [smal]\n---\n',
      { rule: 'framework/unknown-framework', title: 'Change it to “small”' },
      '---\ncase: x\nframeworks: [small]\n---\n',
    );
  });
  it('that is near no word gets each word to choose from', () =>
    check(
      '---\ncase: x\nfindings: {A1: {value: dunno, because: x}}\n---\n',
      { rule: 'finding/invalid-value', title: 'Change it to “late”' },
      '---\ncase: x\nfindings: {A1: {value: late, because: x}}\n---\n',
    ));
  it('in a finding is not corrected to an item that has a finding', async () => {
    const text = '---\ncase: x\nfindings: {A1: {value: late, because: x}, a1: {value: late, because: x}}\n---\n';
    await expect(fix(text, { rule: 'framework/unknown-item', title: 'Change' })).rejects.toThrow('No “Change”');
  });
});

describe('a finding', () => {
  const evidenced = `:A1[${'word '.repeat(45)}[@int-ceo]]{supports}`;
  const front = '---\ncase: x\nsources:\n  - {id: int-ceo, kind: interview}\n';

  it('that is missing is prepared, with its values to choose from', () =>
    check(
      `${front}---\n\n${evidenced}\n`,
      { rule: 'finding/missing', title: 'Add a finding on A1', fill: 'So it was' },
      `${front}findings:\n  A1: {value: early, verdict: supported, because: "So it was"}\n---\n\n${evidenced}\n`,
    ));
  it('is left to the author where the editor cannot ask', () =>
    check(
      `${front}---\n\n${evidenced}\n`,
      { rule: 'finding/missing', title: 'Add a finding on A1' },
      `${front}findings:\n  A1: {value: , verdict: , because: ""}\n---\n\n${evidenced}\n`,
    ));
  it('without a reason gets the place for it', () =>
    check(
      '---\ncase: x\nfindings:\n  A1:\n    value: early # sure\n---\n',
      { rule: 'finding/no-reason', title: 'Add the reason', fill: 'So it was' },
      '---\ncase: x\nfindings:\n  A1:\n    value: early # sure\n    because: "So it was"\n---\n',
    ));
});

describe('a source that nothing cites', () => {
  const remove = { rule: 'evidence/unused-source', title: 'Remove the source “b”' };

  it('is removed from a list of lines', () =>
    check(
      '---\ncase: x\nsources:\n  - id: a\n    kind: interview\n  - id: b\n    kind: interview # no\n  - {id: c, kind: interview}\n---\n',
      remove,
      '---\ncase: x\nsources:\n  - id: a\n    kind: interview\n  - {id: c, kind: interview}\n---\n',
    ));
  it('is removed from brackets, with its comma', async () => {
    const two = '---\ncase: x\nsources: [{id: a, kind: interview}, {id: b, kind: interview}]\n---\n';
    await check(two, remove, '---\ncase: x\nsources: [{id: a, kind: interview}]\n---\n');
    await check(two, { ...remove, title: 'Remove the source “a”' }, '---\ncase: x\nsources: [{id: b, kind: interview}]\n---\n');
  });
  it('takes the list with it when it was the only one', () =>
    check('---\ncase: x\nsources:\n  - {id: b, kind: interview}\ntitle: T\n---\n', remove, '---\ncase: x\ntitle: T\n---\n'));
});

describe('a suppression', () => {
  it('that does nothing is removed with its line', () =>
    check(
      '---\ncase: x\n---\n\n<!-- casewright-disable-next-line coverage/thin -- why -->\nText.\n',
      { rule: 'suppression/unused', title: 'Remove this comment' },
      '---\ncase: x\n---\n\nText.\n',
    ));
  it('loses only the rule that finds nothing', async () => {
    const before = '---\ncase: x\n---\n\n<!-- casewright-disable-next-line coverage/thin, coverage/placeholder -- why -->\nTODO\n';
    await check(
      before,
      { rule: 'suppression/unused', title: 'Take “coverage/thin” out' },
      '---\ncase: x\n---\n\n<!-- casewright-disable-next-line coverage/placeholder -- why -->\nTODO\n',
    );
    await check(
      before.replace('coverage/thin, coverage/placeholder', 'coverage/placeholder, coverage/thin'),
      { rule: 'suppression/unused', title: 'Take “coverage/thin” out' },
      '---\ncase: x\n---\n\n<!-- casewright-disable-next-line coverage/placeholder -- why -->\nTODO\n',
    );
  });
  it('without a reason gets the place for it', async () => {
    const fixed = { rule: 'suppression/no-reason', title: 'Add the reason', fill: 'later' };
    const after = '---\ncase: x\n---\n\n<!-- casewright-disable-next-line coverage/placeholder -- later -->\nTODO\n';
    await check(after.replace(' -- later', ''), fixed, after);
    await check(after.replace(' -- later', ' --'), fixed, after);
    await check('---\n# casewright-disable coverage/missing\ncase: x\n---\n', fixed, '---\n# casewright-disable coverage/missing -- later\ncase: x\n---\n');
  });
  it('is added above the paragraph, heading, list item or container, never inside one', async () => {
    const off = (rule: string): Fixed => ({ rule, title: 'Switch off', fill: 'why' });
    const front = '---\ncase: x\n---\n\n';
    const comment = (rule: string): string => `<!-- casewright-disable-next-line ${rule} -- why -->\n`;
    await check(`${front}A line\nand a TODO.\n`, off('coverage/placeholder'), `${front}${comment('coverage/placeholder')}A line\nand a TODO.\n`);
    await check(
      `${front}- one\n  - A line\n    TODO\n`,
      off('coverage/placeholder'),
      `${front}- one\n  ${comment('coverage/placeholder')}  - A line\n    TODO\n`,
    );
    await check(`${front}Text.\n## Timing\n`, off('structure/empty-section'), `${front}Text.\n${comment('structure/empty-section')}## Timing\n`);
    await check(`${front}:::A1\nText.\n:::\n`, off('coverage/thin'), `${front}${comment('coverage/thin')}:::A1\nText.\n:::\n`);
  });
  it('is a YAML comment in the front matter', () =>
    check(
      '---\ncase: x\nsources:\n  - {id: a, kind: interview}\n---\n',
      { rule: 'evidence/unused-source', title: 'Switch off', fill: 'read only' },
      '---\ncase: x\nsources:\n  # casewright-disable-next-line evidence/unused-source -- read only\n  - {id: a, kind: interview}\n---\n',
    ));
  it('joins one that is already there, since the first of two would not reach the line', () =>
    check(
      '---\ncase: x\n---\n\n<!-- casewright-disable-next-line coverage/thin -- why -->\n:A1[TODO]\n',
      { rule: 'coverage/placeholder', title: 'Switch off' },
      '---\ncase: x\n---\n\n<!-- casewright-disable-next-line coverage/thin, coverage/placeholder -- why -->\n:A1[TODO]\n',
    ));
});

describe('a mark that is not read as one', () => {
  const head = '---\ncase: one\nframeworks: [small]\n---\n\n';
  const misread = (title: string): Fixed => ({ rule: 'structure/misread-mark', title });

  it('loses the space in it', async () => {
    await check(`${head}::: A1\nx\n:::\n`, misread('Change it to “:::A1”'), `${head}:::A1\nx\n:::\n`);
    await check(`${head}:::A1 {supports}\nx\n:::\n`, misread('Change it to'), `${head}:::A1{supports}\nx\n:::\n`);
    await check(`${head}x :A1[y] {rival} z\n`, misread('Change it to “{rival}”'), `${head}x :A1[y]{rival} z\n`);
  });
});
