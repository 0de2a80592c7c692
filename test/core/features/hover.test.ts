import { describe, expect, it } from 'vitest';
import { hoverAt } from '../../../server/src/core/features/hover/hover-at.ts';
import { SMALL_STUDY, withCursor, withRange } from '../../support/features.ts';
import { analyse } from '../../support/workspace.ts';

const FRONT =
  '---\ncase: x\nsources:\n  - {id: int-ceo, kind: interview, informant: CEO, date: 2011-12-01}\nfindings:\n  A1: {value: late, verdict: supported, because: "It was"}\n---\n\n';

/** What is shown at the cursor of `marked`: the whole text with the word's range, and parts of what is said. */
async function check(marked: string, range: string | undefined, ...parts: string[]): Promise<void> {
  const { text, offset } = withCursor(marked);
  const hover = hoverAt(await analyse(text, SMALL_STUDY), offset);
  expect(hover && withRange(text, hover.span), marked).toBe(range);
  for (const part of parts) expect(hover?.markdown).toContain(part);
}

const body = async (text: string, range: string | undefined, ...parts: string[]): Promise<void> =>
  check(FRONT + text, range === undefined ? undefined : FRONT + range, ...parts);

const front = async (yaml: string, range: string | undefined, ...parts: string[]): Promise<void> =>
  check(`---\n${yaml}\n---\n`, range === undefined ? undefined : `---\n${range}\n---\n`, ...parts);

describe('hovering over a mark', () => {
  it('tells what the item asks and how the case addresses it', () =>
    body(
      'Text :A<|>1[marked [@int-ceo]]{supports}.',
      'Text :‹|A1|›[marked [@int-ceo]]{supports}.',
      '**A1 · Timing** (A small framework)',
      'Firms go abroad early.',
      '- When did it start?',
      '**Status:** thin (too few words, or a placeholder). 1 word · `int-ceo` · supports: 1',
      '**Finding:** `late` (Only later) · supported · It was',
    ));
  it('does so over a heading that marks its section', () => body('## First <|>steps\n', '## ‹|First steps|›\n', '**A1 · Timing**', '**Status:** thin'));
  it('shows the author’s own note first, as plain text', () =>
    body(':A<|>1[marked]{note="Early *hire*"}', ':‹|A1|›[marked]{note="Early *hire*"}', '**Your note:** Early \\*hire\\*\n'));
  it('tells what a stance means', () => body(':A1[x]{sup<|>ports}', ':A1[x]{‹|supports|›}', 'Speaks for'));
  it('says nothing over the marked text', () => body(':A1[mar<|>ked]', undefined));
  it('says nothing over directives that are no marks', () => body(':smi<|>le:', undefined));
});

describe('hovering over a quotation', () => {
  const TALK =
    'I: And then?\nCEO: We learned the hard way. So we went to Norway in the very\nfirst year.\nI: And Sweden?\nCEO: We learned the hard way there, too.\n';
  /** What is shown over words that are quoted from the talk; undefined: nothing. */
  const said = async (marked: string, talk = TALK): Promise<string | undefined> => {
    const front = FRONT.replace('kind: interview,', 'kind: interview, transcript: talk.txt,');
    const { text, offset } = withCursor(front + marked);
    return hoverAt(await analyse(text, { ...SMALL_STUDY, 'talk.txt': talk }), offset)?.markdown;
  };

  it('shows where it was said, and what was said around it', async () => {
    expect(await said('“we went to No<|>rway in the very first year” [@int-ceo]')).toBe(
      '**Said so**, by the transcript of `int-ceo`:\n\n… And then? CEO: We learned the hard way. So **we went to Norway in the very first year**. I: And Sweden? CEO: We learned the hard way there …',
    );
  });
  it('tells each of several places from the others', async () => {
    expect(await said('“we learned the ha<|>rd way” [@int-ceo]')).toBe(
      '**Said so at 2 places**, by the transcript of `int-ceo`:\n\n' +
        '- … And then? CEO: **We learned the hard way**. So we went to Norway in the very …\n' +
        '- … Norway in the very first year. I: And Sweden? CEO: **We learned the hard way** there, too …\n\n' +
        'If it matters which of them is meant, quote more of it, or say where it was said: `[@int-ceo, 00:12:09]`.',
    );
    const often = await said('“we learned the ha<|>rd way” [@int-ceo]', 'We learned the hard way. '.repeat(99));
    expect(often).toContain('at least 20 places');
    expect(often?.match(/^- /gm)).toHaveLength(5);
  });
  it('shows what was said in other words, and says when nothing like it was', async () => {
    expect(await said('“we went to Swe<|>den in the very first year” [@int-ceo]')).toContain('**Said otherwise**, by the transcript of `int-ceo`:');
    expect(await said('“a fair in Ham<|>burg brought the first order” [@int-ceo]')).toBe('**Nothing like these words** stands in the transcript of `int-ceo`.');
  });
  it('says nothing where it was not looked up, and shows what was said as it is', async () => {
    expect(await said('“we went to No<|>rway in the very first year”')).toBeUndefined();
    expect(await said('“we went to No<|>rway in the year” [@int-ceo]', '<b>So</b> we went to Norway in the year of <img src=x> [a](b)')).not.toMatch(
      /<|[^\\]\]\(/,
    );
  });
});

describe('hovering over a source', () => {
  it('shows its entry, in brackets and in src', async () => {
    await body('[see @int<|>-ceo, p. 2]', '[see @‹|int-ceo|›, p. 2]', '- kind: interview', '- informant: CEO', '- date: 2011-12-01');
    await body(':A1[x]{src="int<|>-ceo web"}', ':A1[x]{src="‹|int-ceo|› web"}', '**`int-ceo`**');
  });
  it('shows the reference of what stands in a bibliography, with its DOI as a link', async () => {
    const files = {
      ...SMALL_STUDY,
      'casewright.yaml': 'frameworks: [./small.yaml]\nbibliography: [refs.bib]\n',
      'refs.bib':
        '@article{wright2007, author={Wright, M. and M{\\"u}ller, P. and Doe, D. and Roe, R.}, title={On {SMEs}}, journal={Regional Studies}, volume=41, number=7, year=2007, doi={10.1080/1(2)}}\n' +
        '@book{yin, editor={Yin, Robert K.}, title={Why *cases*?}, year=2018, url={https://a.example/x_y}}\n@misc{bare,}\n',
    };
    const said = async (key: string): Promise<string | undefined> => {
      const { text, offset } = withCursor(`${FRONT}[@${key}<|>] :A1[x]{src=${key}}`);
      const analysis = await analyse(text, files);
      expect(hoverAt(analysis, text.length - 2)?.markdown).toBe(hoverAt(analysis, offset)?.markdown);
      return hoverAt(analysis, offset)?.markdown;
    };
    expect(await said('wright2007')).toBe(
      '**`wright2007`**\n\nWright et al. (2007). On SMEs. *Regional Studies* 41(7). [doi:10.1080/1(2)](https://doi.org/10.1080/1%282%29)\n\nFrom the bibliography `refs.bib`',
    );
    expect(await said('yin')).toBe(
      '**`yin`**\n\nYin (Ed.) (2018). *Why \\*cases\\*?* [https://a.example/x\\_y](https://a.example/x_y)\n\nFrom the bibliography `refs.bib`',
    );
    expect(await said('bare')).toBe('**`bare`**\n\nFrom the bibliography `refs.bib`');
  });
  it('shows who wrote the case’s own, and where it can be found', () =>
    check(
      '---\ncase: x\nsources:\n  - {id: we<|>b, kind: documentation, title: T, author: [Doe, Roe], doi: "doi:10.1/x", url: "https://a.example"}\n---\n',
      '---\ncase: x\nsources:\n  - {id: ‹|web|›, kind: documentation, title: T, author: [Doe, Roe], doi: "doi:10.1/x", url: "https://a.example"}\n---\n',
      '- author: Doe, Roe',
    ));
  it('says that it is not declared', () => body('[@no<|>body]', '[@‹|nobody|›]', '`nobody` is not declared'));
});

describe('hovering over front matter', () => {
  it('explains keys', async () => {
    await front('case: x\nfirm: {coun<|>try: DK}', 'case: x\nfirm: {‹|country|›: DK}', 'Home country');
    await front('case: x\nsources:\n  - id: a\n    ki<|>nd: interview', 'case: x\nsources:\n  - id: a\n    ‹|kind|›: interview', 'One of `documentation`');
  });
  it('explains a finding’s item with its values and what is predicted', () =>
    front(
      'case: x\nfindings: {A<|>1: {value: late}}',
      'case: x\nfindings: {‹|A1|›: {value: late}}',
      '- `early`: From the outset',
      '| Stage theory | `late` | Experience comes slowly |',
    ));
  it('explains values', async () => {
    await front('case: x\nfindings: {A1: {value: la<|>te}}', 'case: x\nfindings: {A1: {value: ‹|late|›}}', '`late`: Only later', 'Expected by Stage theory.');
    await front('case: x\nfindings: {A1: {verdict: suppor<|>ted}}', 'case: x\nfindings: {A1: {verdict: ‹|supported|›}}', 'bears out');
    await front('case: x\nframeworks: [sm<|>all]', 'case: x\nframeworks: [‹|small|›]', 'A small framework', 'Doe (2020)', '- `A2` Networks · missing');
    await front('case: x\nsources: [{id: <|>a, kind: interview}]', 'case: x\nsources: [{id: ‹|a|›, kind: interview}]', 'Not cited in the text yet.');
  });
  it('tells over `confirmed` what it is, and whether it holds', async () => {
    const confirmed = (code: string): string => `case: x\nfindings: {A1: {value: late, ${code}}}`;
    const what = 'A code of the text that you confirmed this finding on.';
    const [key, value] = ['confir<|>med: "0123456789ab"', 'confirmed: "0123<|>456789ab"'];
    await front(confirmed(key), confirmed('‹|confirmed|›: "0123456789ab"'), 'Suspect: since it was confirmed, 1 passage of its text is gone.', what);
    await front(confirmed(value), confirmed('confirmed: ‹|"0123456789ab"|›'), 'Suspect: since it was confirmed', what);
    await front(confirmed('confirmed: "e3b0c44<|>298fc"'), confirmed('confirmed: ‹|"e3b0c44298fc"|›'), 'Confirmed on the text as it is now.', what);
    await front(confirmed('confirmed: y<|>es'), confirmed('confirmed: ‹|yes|›'), 'Not confirmed yet.', what);
  });
  it('says nothing over the author’s own words', () => front('case: x\ntitle: My ti<|>tle', undefined));
});

it('text of authors and frameworks is shown as it is, never as formatting, links or HTML', async () => {
  const { text, offset } = withCursor(
    '---\ncase: x\nsources: [{id: a, kind: interview, title: "<img src=x> *b* [l](javascript:x) | $(bug)"}]\n---\n\n[@<|>a]\n',
  );
  const hover = hoverAt(await analyse(text, SMALL_STUDY), offset);
  expect(hover?.markdown).toContain('title: &lt;img src=x&gt; \\*b\\* \\[l\\](javascript:x) \\| \\$(bug)');
});
