import { describe, expect, it } from 'vitest';
import { analyse } from '../../support/workspace.ts';
import { readMarkers, showRanges } from '../../support/marked-text.ts';

const HEAD =
  '---\ncase: one\nframeworks: [policy-themes, internationalization-capacity]\nsources:\n  - {id: int, kind: interview}\n  - {id: web, kind: documentation}\n---\n';

/** Checks which text of a case's body is marked for an item. */
async function check(item: string, body: string, variant: (text: string) => string = (text) => text): Promise<void> {
  const { text } = readMarkers(variant(HEAD + body));
  const analysis = await analyse(text);
  const found = analysis.coverage.marks.filter((mark) => mark.item.item.id === item).map((mark) => mark.span);
  expect(showRanges(text, found)).toBe(variant(HEAD + body));
}

describe('a mark', () => {
  it('in a paragraph tags the paragraph', () => check('P6', '\nBefore.\n\n‹|Offices came\nbefore agents :P6. More.|›\n\nAfter.\n'));
  it('with brackets marks the text in them', () => check('P4', '\nA :P4[‹|managers came\nfrom his circle [@int]|›]{supports} b.\n'));
  it('around blocks marks the blocks', () => check('P3', '\n:::P3{supports}\n‹|One.\n\nTwo.|›\n:::\n\nAfter.\n'));
  it('in a heading tags its section, subsections included', () => check('P2', '\n## One :P2‹|\n\nText.\n\n### Deeper\n\nMore.\n\n|›## Two\n'));
  it('on a line of its own tags the section around it', () => check('P5', '\n# One‹|\n\n::P5\n\nText.\n\n|›# Two\n'));
  it('in a list tags its paragraph', () => check('P1', '\n- ‹|one :P1|›\n- two\n'));
  it('in a quotation tags its paragraph', () => check('P1', '\n> ‹|one :P1|›\n'));
  it('may stand inside another', async () => {
    await check('P3', '\n:::P3\n‹|One :P4[two] three.|›\n:::\n');
    await check('P4', '\n:::P3\nOne :P4[‹|two|›] three.\n:::\n');
  });
  it('in code, in a comment or in a link is none', () => check('P1', '\n`:P1` <!-- :P1[x] -->\n\n```\n:P1\n```\n'));
  it('may stand before a tab', () => check('P1', '\n‹|one :P1\ttwo|›\n'));
  it('whose bracket is never closed tags its paragraph', () => check('P1', '\n‹|one :P1[two|›\n\nthree]\n'));
  it('is no piece of an address or a path', () =>
    check(
      'P1',
      '\nSee C:P1, C:\\a:P1, http://x.dk:P1 and http://P1:P1@x.dk, mail a:P1@b.dk.\n\n‹|But agents:P1 is.|›\n\n‹|And [@int]:P1.|›\n\n‹|And (:P1).|›\n',
    ));
  it('that no framework of the case knows is ordinary text', () => check('P1', '\nAt 10:30, :smile: and :::note.\n'));
});

describe('a heading', () => {
  it('that is an item’s label marks its section', () => check('T1', '\n# Timing of internationalization‹|\n\nText.\n\n|›# Other\n'));
  it('may be an alias, numbered, in capitals, with punctuation', () => check('T1', '\n## 3.1 TIMING:‹|\n\nText.\n|›'));
});

describe('marks keep their places', () => {
  const body = '\nA 😀 word :P4[‹|of the firm [@int]|›]{supports}.\n';
  it('with Windows line ends', () => check('P4', body, (text) => text.replaceAll('\n', '\r\n')));
  it('with the line ends of old Macs', () => check('P4', body, (text) => text.replaceAll('\n', '\r')));
  it('behind a byte order mark', () => check('P4', body, (text) => `\uFEFF${text}`));
  it('without a line end at the end', () => check('P4', body, (text) => text.trimEnd()));
});

describe('a mark carries', () => {
  async function mark(source: string): Promise<unknown> {
    const analysis = await analyse(`${HEAD}\n${source}\n`);
    const [first] = analysis.coverage.marks;
    return first && { stances: first.stances, sources: first.sources.map((use) => analysis.text.slice(use.span.start, use.span.end)), note: first.note };
  }

  it('its stances, sources and note', async () => {
    expect(await mark(':P4[text [see @int, p. 4; @web]]{supports qualifies src="web, @int" note="not a \'rule\'"}')).toEqual({
      stances: ['supports', 'qualifies'],
      sources: ['web', 'int', 'int', 'web'],
      note: "not a 'rule'",
    });
  });
  it('sources of the paragraph it tags', async () => {
    expect(await mark('Text [-@int] :P4{rival src=web}.')).toEqual({ stances: ['rival'], sources: ['web', 'int'], note: undefined });
  });
});
