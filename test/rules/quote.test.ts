import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quickFixes } from '../../server/src/core/features/fixes/quick-fixes.ts';
import { placesOf, quotationAt, quotationsOf } from '../../server/src/core/quotes/quotations.ts';
import { applyEdits } from '../../server/src/core/text/text-edit.ts';
import { analyse, ROOT, workspaceOf } from '../support/workspace.ts';
import { caseOf, check as checkRule } from './check.ts';

const TALK = `[00:12:05] Interviewer: How did it all begin?

[00:12:09] Mr Holm: Well, we had no customers at home, really. So we went to Norway in the very
first year, and it was a lot harder than we thought [laughs]. We learned the hard way.

[00:13:40] Interviewer: And then?

[00:13:44] Mr Holm: Then Sweden. It’s a well-known mar-
ket, and 2,500 customers came at once. We learned the hard way, I’d say.
`;
const BOARD = 'We decided to go to Germany with two partners of our own.\n';
const FILES = { 'talk.txt': TALK, 'board.txt': BOARD };
const SOURCES = `sources:
  - {id: ceo, kind: interview, informant: CEO, date: 2011-12-01, transcript: talk.txt}
  - {id: board, kind: interview, informant: board, date: 2011-12-02, transcript: board.txt}
  - {id: web, kind: documentation, title: Web site, year: 2011}`;

type What = 'not-in-transcript' | 'altered' | 'unattributed';

/** A text below the heading of an item, in which one rule on quotations is to report exactly the marked places. */
async function check(what: What, body: string, files: Readonly<Record<string, string>> = FILES): Promise<string[]> {
  const found = await checkRule(`quote/${what}`, caseOf(SOURCES, `## Prior experience\n\n${body}\n`), files);
  return found.map(({ message }) => message);
}

/** The same for text in which none of the rules is to report anything. */
async function checkFine(body: string, files = FILES): Promise<void> {
  for (const what of ['not-in-transcript', 'altered', 'unattributed'] as const) await check(what, body, files);
}

describe('a quotation that stands in the transcript', () => {
  it.each([
    ['as it is', '“we had no customers at home, really” [@ceo]'],
    ['with other quotation marks', '«we had no customers at home, really» [@ceo]'],
    ['with a capital letter', '“We had no customers at home, really.” [@ceo]'],
    ['over a line end', '“in the very first year, and it was a lot harder” [@ceo]'],
    ['with hyphens and parted words', "“It's a well known market, and 2,500 customers” [@ceo]"],
    ['with emphasis', '“we *had* no **customers** at ho**me**, really” [@ceo]'],
    ['with a mark in it', '“we had :P2[no customers]{supports} at home, really” [@ceo]'],
    ['with words left out', '“Well, we had no customers […]. So we went to Norway” [@ceo]'],
    ['with words left out by dots', '“Well, we had no customers ... So we went to Norway” [@ceo]'],
    ['with words left out over turns', '“we had no customers at home [...] and 2,500 customers came at once” [@ceo]'],
    ['with a word put in', '“we [the founders] had no customers at home” [@ceo]'],
    ['with a word replaced', '“[The firm] had no customers at home” [@ceo]'],
    ['with another beginning of a word', '“[I]n the very first year, and it was a lot harder” [@ceo]'],
    ['with brackets before an apostrophe', '“[It]’s a well-known market, and 2,500 customers” [@ceo]'],
    ['with another end of a word', '“We learn[t] the hard way, I’d say” [@ceo]'],
    ['as a block quote', '\n> we had no customers at home,\n> really [@ceo]\n'],
    ['inside a mark that names the source', ':P3[“we had no customers at home”]{src=ceo}'],
    ['behind its source', 'As the CEO [@ceo] says, “we had no customers at home”'],
    ['in one of several sources', '“go to Germany with two partners” [@ceo; @board; @web]'],
    ['with quotation marks inside', '“we had ‘no customers’ at home, really” and ‘So we went to “Norway” in the very first year’ [@ceo]'],
    ['with apostrophes inside', `‘It’s a well-known market, and 2,500 customers’ and 'learned the hard way, I'd say' [@ceo]`],
    ['over paragraphs', '“Well, we had no customers at home.\n\n“So we went to Norway in the very first year” [@ceo]'],
    ['in a text with Windows line ends', '“in the very\r\nfirst year, and it was a lot harder” [@ceo]'],
    ['with a remark of the transcriber left out', '“it was a lot harder than we thought. We learned” [@ceo]'],
  ])('%s is fine', async (_how, body) => {
    await checkFine(body);
    const found = await verdicts(body);
    expect(found.filter((kind) => kind !== 'exact')).toEqual([]);
    expect(found).not.toEqual([]);
  });

  it('may stand in several places', async () => {
    const analysis = await analyse(caseOf(SOURCES, ':P3[“We learned the hard way”]{src=ceo} and :P3[“We learned the hard way, I’d say”]{src=ceo}'), FILES);
    expect(quotationsOf(analysis).map(({ verdict }) => verdict?.kind)).toEqual(['ambiguous', 'exact']);
    const at = quotationAt(analysis, analysis.text.indexOf('hard way'));
    expect(at && placesOf(at).map(({ uri, span }) => `${uri} ${TALK.slice(span.start, span.end)}`)).toEqual([
      `${ROOT}/talk.txt We learned the hard way`,
      `${ROOT}/talk.txt We learned the hard way`,
    ]);
  });

  it('is found in a transcript with Windows line ends, and with a byte order mark', () =>
    checkFine('“in the very first year, and it was a lot harder” [@ceo]', { ...FILES, 'talk.txt': `\uFEFF${TALK.replaceAll('\n', '\r\n')}` }));

  it.each([
    ['subtitles', '1\n00:00:01,000 --> 00:00:04,000\nWe had no customers\n\n2\n00:00:04,000 --> 00:00:06,000\nat home, really.\n'],
    ['WebVTT', 'WEBVTT\n\n00:01.000 --> 00:04.000\n<v Holm>We had no customers\n\n00:04.000 --> 00:06.000\n<v Holm>at home, really.\n'],
    ['f4, with times before', '#00:00:01-5# Holm: We had no customers\n\n#00:00:04-0# Holm: at home, really.\n'],
    ['f4, with times behind', 'B: We had no customers #00:00:04-2#\n\nB: at home, really. #00:00:06-9#\n'],
    ['turns by initials', 'I: And then?\nCEO: We had no customers\nCEO: at home, really.\n'],
    ['Markdown', '**Holm:** We had *no* customers\n\n**Holm:** at home, really.\n'],
  ])('is found in a transcript of the form of %s', (_form, talk) => checkFine('“We had no customers at home, really” [@ceo]', { ...FILES, 'talk.txt': talk }));
});

describe('a quotation that was said otherwise', () => {
  it('is shown beside what was said', async () => {
    const messages = await check('altered', 'He says ‹|“we went to Norway in the second year, and it was a lot easier than we thought”|› [@ceo].');
    expect(messages[0]).toContain('The transcript of ceo says “very first” where this quotation has “second” (and 1 more difference).');
  });
  it('says what was left out, and what was put in', async () => {
    expect((await check('altered', '‹|“we went to Norway in the first year”|› [@ceo]'))[0]).toContain('leaves out “very”, which the transcript of ceo has.');
    expect((await check('altered', '‹|“we really went to Norway in the very first year”|› [@ceo]'))[0]).toContain(
      'has “really”, which the transcript of ceo has not.',
    );
  });
  it('is no invention where the author wrote out what was said in short', async () => {
    const files = { ...FILES, 'talk.txt': 'I don’t think we’d have dared.\n' };
    const [message] = await check('altered', '‹|“I do not think we would have dared”|› [@ceo]', files);
    expect(message).toContain('The transcript of ceo says “don’t” where this quotation has “do not” (and 1 more difference).');
  });
  it('counts a number as a word', async () => {
    await check('altered', '‹|“and 25,00 customers came at once”|› [@ceo]');
    await check('altered', '‹|“and 3,500 customers came at once”|› [@ceo]');
  });
  it('leads to the passage', async () => {
    const { findings } = await analyse(caseOf(SOURCES, '“we went to Sweden in the very first year” [@ceo]'), FILES);
    const [place] = findings.find(({ rule }) => rule === 'quote/altered')?.related ?? [];
    expect(place?.uri).toBe(`${ROOT}/talk.txt`);
    expect(TALK.slice(place?.span.start, place?.span.end)).toBe('we went to Norway in the very\nfirst year');
  });
  it('is judged again when the transcript changes', async () => {
    const workspace = await workspaceOf({ ...FILES, 'case.md': caseOf(SOURCES, '“we went to Norway in the first year” [@ceo]') });
    const rules = (): string[] => (workspace.analyse(`${ROOT}/case.md`)?.findings ?? []).map(({ rule }) => rule).filter((rule) => rule.startsWith('quote/'));
    expect(rules()).toEqual(['quote/altered']);
    workspace.setFile(`${ROOT}/talk.txt`, { kind: 'text', text: 'So we went to Norway in the first year.' });
    expect(rules()).toEqual([]);
    workspace.setFile(`${ROOT}/talk.txt`, { kind: 'text', text: 'I was not there.' });
    expect(rules()).toEqual(['quote/not-in-transcript']);
    workspace.setFile(`${ROOT}/talk.txt`, { kind: 'unreadable', reason: 'it is a folder' });
    expect(rules()).toEqual(['quote/no-transcript']);
    workspace.setFile(`${ROOT}/talk.txt`, { kind: 'absent' });
    expect(rules()).toEqual(['quote/no-transcript']);
    workspace.setFile(`${ROOT}/talk.txt`, { kind: 'text', text: '' });
    expect(rules()).toEqual(['quote/not-in-transcript']);
  });
});

describe('a quotation that nobody said', () => {
  it('is reported, whatever its style', async () => {
    await check('not-in-transcript', '‹|“our first export came about by chance at a fair”|› [@ceo]');
    await check('not-in-transcript', '‹|„unser erster Export kam durch Zufall zustande“|› [@ceo]');
    await check('not-in-transcript', '> ‹|our first export came about by chance at a fair|› [@ceo]');
  });
  it('is reported for each paragraph over which it goes on', () =>
    check('not-in-transcript', '‹|“our first export came about by chance.|›\n\n‹|“the second one came from a trade fair”|› [@ceo].'));
  it('names the transcripts in which it was looked up', async () => {
    expect((await check('not-in-transcript', '‹|“our first export came about by chance at a fair”|› [@ceo; @board; @web]'))[0]).toContain(
      'the transcript of ceo or board',
    );
  });
  it('may be from a source of its section that has no transcript', () =>
    check('not-in-transcript', '“our first export came about by chance at a fair”.\n\nSo they say [@ceo; @web].'));
  it('is not judged below five words, without a transcript, or where that cannot be read', async () => {
    await check('not-in-transcript', '“came by pure chance” [@ceo]');
    await check('not-in-transcript', '“our first export came about by chance at a fair” [@web]');
    await check('not-in-transcript', '“our first export came about by chance at a fair” [@ceo]', { 'board.txt': BOARD });
  });
  it('is none while its closing quotation mark is still to be typed', () =>
    check('not-in-transcript', '“our first export came about by chance at a fair [@ceo]'));
});

describe('a quotation without a source', () => {
  it('is reported in marked text', () => check('unattributed', 'They say ‹|“it was a lot harder than we thought”|›.'));
  it('may have it anywhere in its paragraph, or on its mark', async () => {
    await check('unattributed', 'As the web site has it [@web], “it was a lot harder than we thought”.');
    await check('unattributed', ':P3[“it was a lot harder than we thought”]{src=web}');
  });
  it('may be a title, or a term', () => check('unattributed', 'In “Towards a New Model of Internationalization Capacity” the “born global” is rare.'));
  it('is nobody’s concern in text that is not marked', () =>
    checkRule('quote/unattributed', caseOf(SOURCES, '## Preface\n\nThey say “it was a lot harder than we thought”.\n'), FILES));
});

describe('a transcript that cannot be read', () => {
  const source = (path: string): string => caseOf(`sources:\n  - {id: ceo, kind: interview, informant: CEO, date: 2011-12-01, transcript: ${path}}`, 'Text.\n');
  it('is reported where it is named', async () => {
    const [missing] = await checkRule('quote/no-transcript', source('‹|nowhere.txt|›'));
    expect(missing?.message).toContain('“nowhere.txt” does not exist.');
    const [outside] = await checkRule('quote/no-transcript', source('‹|../../secret.txt|›'));
    expect(outside?.message).toContain('could not be read: it lies outside the folder that is open');
    await checkRule('quote/no-transcript', source('talk.txt'), FILES);
  });
});

/** Applies a fix of the one altered quotation of a text; undefined where it is not offered. */
async function fixed(title: string, body: string, talk = TALK): Promise<string | undefined> {
  const text = caseOf(SOURCES, body);
  const analysis = await analyse(text, { ...FILES, 'talk.txt': talk });
  const findings = analysis.findings.filter(({ rule }) => rule === 'quote/altered');
  const fix = findings.flatMap((finding) => quickFixes(analysis, finding.span, [finding])).find((candidate) => candidate.title === title);
  return fix && applyEdits(text, fix.edits).slice(text.length - body.length);
}

describe('“Quote what was said”', () => {
  const asSaid = (body: string, talk = TALK): Promise<string | undefined> => fixed('Quote what was said', body, talk);

  it.each([
    ['“we went to Norway in the second year” [@ceo]', '“we went to Norway in the very first year” [@ceo]'],
    ['„we really went to Norway in the very first year“ [@ceo]', '„we went to Norway in the very first year“ [@ceo]'],
    ['“Indeed, we went to Norway in the very first year” [@ceo]', '“So, we went to Norway in the very first year” [@ceo]'],
    [
      '“we went to *Norway* in the year […] a bit harder than we thought” [@ceo]',
      '“we went to *Norway* in the very first year […] a lot harder than we thought” [@ceo]',
    ],
    ['“It’s a well-known shop, and 2,500 customers came” [@ceo]', '“It’s a well-known market, and 2,500 customers came” [@ceo]'],
  ])('makes of %s what was said', async (before, after) => {
    expect(await asSaid(before)).toBe(after);
  });

  it('leaves Markdown alone where words would have to be exchanged across it', async () => {
    expect(await asSaid('“we went to Norway in :P2[the very second]{supports} place, and it was a lot harder” [@ceo]')).toBeUndefined();
  });

  it('leaves a quotation that stands in the transcript, whatever was altered', async () => {
    await fc.assert(
      fc.asyncProperty(alteredQuotations, async (altered) => {
        const result = await asSaid(altered);
        if (result !== undefined) expect(await verdicts(result)).toEqual(['exact']);
      }),
      { numRuns: 40 },
    );
  });
});

describe('showing readers what differs', () => {
  const LEFT_OUT = 'Show with […] what is left out';
  const PUT_IN = 'Show with [brackets] what is put in';
  const BOTH = 'Show with […] what is left out, and with [brackets] what is put in';

  it.each([
    [LEFT_OUT, '“we went to Norway in the first year” [@ceo]', '“we went to Norway in the […] first year” [@ceo]'],
    [LEFT_OUT, '“we had no customers. So we went to Norway” [@ceo]', '“we had no customers […]. So we went to Norway” [@ceo]'],
    [LEFT_OUT, '„we went to Norway *in the* first year“ [@ceo]', '„we went to Norway *in the* […] first year“ [@ceo]'],
    [LEFT_OUT, '“we had :P2[no customers]{supports}, so we went to Norway” [@ceo]', '“we had :P2[no customers […]]{supports}, so we went to Norway” [@ceo]'],
    [PUT_IN, '“we really went to Norway in the very first year” [@ceo]', '“we [really] went to Norway in the very first year” [@ceo]'],
    [PUT_IN, '“and, it was a whole lot harder than we thought” [@ceo]', '“and, it was a [whole] lot harder than we thought” [@ceo]'],
    [BOTH, '“we really went to Norway in the first year” [@ceo]', '“we [really] went to Norway in the […] first year” [@ceo]'],
  ])('%s: %s', async (title, before, after) => {
    expect(await fixed(title, before)).toBe(after);
    expect(await verdicts(after)).toEqual(['exact']);
  });

  it('leaves words that stand in place of others to the author: neither sign is for them', async () => {
    for (const title of [LEFT_OUT, PUT_IN, BOTH]) expect(await fixed(title, '“we went to Norway in the second year” [@ceo]'), title).toBeUndefined();
  });

  it('puts no brackets beside signs that would make a link of them', async () => {
    expect(await fixed(PUT_IN, '“we really[@ceo] went to Norway in the very first year”')).toBeUndefined();
    expect(await fixed(PUT_IN, '“we *really* went to Norway in the very first year” [@ceo]')).toBe(
      '“we *[really]* went to Norway in the very first year” [@ceo]',
    );
  });

  it('leaves a quotation that stands in the transcript, in the same marks, whatever was left out or put in', async () => {
    await fc.assert(
      fc.asyncProperty(alteredQuotations, fc.constantFrom(LEFT_OUT, PUT_IN, BOTH), async (altered, title) => {
        const result = await fixed(title, `:P2[${altered}]{supports}`);
        if (result === undefined) return;
        expect(await verdicts(result)).toEqual(['exact']);
        expect(result.replace(/ \[…\]|[[\]]/g, '')).toBe(`:P2[${altered}]{supports}`.replace(/ \[…\]|[[\]]/g, ''));
        const { coverage } = await analyse(caseOf(SOURCES, result), FILES);
        expect(coverage.marks.map(({ item, stances }) => [item.item.id, stances])).toEqual([['P2', ['supports']]]);
      }),
      { numRuns: 40 },
    );
  });
});

/** Words of the transcript of which some were changed, as a quotation with its source. */
const SAID = 'Well we had no customers at home really So we went to Norway in the very first year and it was a lot harder than we thought'.split(' ');
const alteredQuotations = fc
  .tuple(
    fc.array(fc.record({ at: fc.nat(SAID.length - 1), remove: fc.nat(2), insert: fc.subarray(['perhaps', 'we', 'the', 'never']) }), {
      minLength: 1,
      maxLength: 3,
    }),
    fc.constantFrom(' ', ' […] ', ', '),
  )
  .map(([changes, sign]) => {
    const words = [...SAID];
    for (const { at, remove, insert } of changes) words.splice(at, remove, ...insert);
    words[10] = `${words[10] ?? ''}${sign.trimEnd()}`;
    return `“${words.join(' ')}” [@ceo]`;
  });

/** What becomes of looking up the quotations of a text. */
async function verdicts(body: string): Promise<(string | undefined)[]> {
  return quotationsOf(await analyse(caseOf(SOURCES, body), FILES)).map(({ verdict }) => verdict?.kind);
}
