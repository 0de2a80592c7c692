import { describe, expect, it } from 'vitest';
import { complete } from '../../server/src/core/features/complete/complete.ts';
import { quickFixes } from '../../server/src/core/features/fixes/quick-fixes.ts';
import { foldingSpans } from '../../server/src/core/features/folding.ts';
import { hoverAt } from '../../server/src/core/features/hover/hover-at.ts';
import { insertMissingSections } from '../../server/src/core/features/missing-sections.ts';
import { documentSymbols } from '../../server/src/core/features/symbols.ts';
import { summaryOf } from '../../server/src/core/report/summary.ts';
import type { Workspace } from '../../server/src/core/workspace/workspace.ts';
import { SMALL_PACK } from '../support/features.ts';
import { ROOT, workspaceOf } from '../support/workspace.ts';
import { SHREDS } from './fuzz/mutations.ts';

/** Characters: time that grows with the square shows at this size; in `npm run fuzz` there is time for more. */
const SIZE = process.env.CASEWRIGHT_FUZZ_MINUTES === undefined ? 8_000 : 60_000;
/** The same for texts of blocks of a few words each. */
const SIZE_OF_BLOCKS = process.env.CASEWRIGHT_FUZZ_MINUTES === undefined ? 100_000 : 900_000;
/** Milliseconds of processor time, which a busy machine hardly lengthens: more than anything takes, far less than what hangs. */
const HANG = 2_500;

/** Pieces that a pattern could take in more than one way when they are repeated, besides those of the fuzzers. */
const UNITS = [
  'x',
  '1',
  '1 ',
  '1,',
  '1.',
  '9 %',
  'a ',
  'A. ',
  'two ',
  'million ',
  'in 19',
  '1999–2001 ',
  '“',
  '"x ',
  '(',
  '((x',
  '[@x',
  '@x;',
  'a-b',
  '**a',
  '<a>',
  '<!',
  '<?',
  '&#',
  '&amp;',
  '\\\\',
  '{#a}',
  '{a=b ',
  '::',
  '::::',
  '> > ',
  '- - ',
  '1. 1. ',
  '- x\n',
  'To be ',
  'to be written ',
  ' o be ',
  '  \n',
  '\t\n',
  '\u00a0',
  '€ ',
  'DKK 5 ',
  'grew by ',
  ', ',
  '# ',
  '\n# ',
  '\n- a',
  'a\n',
  '===\n',
  ':P3[',
  ':P3{a=',
  '    code\n',
  '[a](b) ',
  '![a](',
  '[a]: b\n',
  '[^a]',
  ':x\t',
  '\r',
  "'",
];
const ALL = [...new Set([...SHREDS.filter((shred) => shred !== ''), ...UNITS])];

const repeated = (unit: string): string => unit.repeat(Math.ceil(SIZE / unit.length));

/** Where a run of pieces can stand. */
const PLACES: Readonly<Record<string, (run: string) => string>> = {
  'in a paragraph': (run) => `---\ncase: x\nframeworks: [policy-themes]\n---\n\nAbc ${run} end, to be written\n`,
  'in a heading': (run) => `---\ncase: x\nframeworks: [policy-themes]\n---\n\n# ${run.replace(/[\r\n]/g, ' ')}\n\nText\n`,
  'in values of fields': (run) =>
    `---\ncase: x\ntitle: ${JSON.stringify(run)}\nframeworks: [policy-themes]\nfindings: {T1: {value: ${JSON.stringify(run)}, because: ${JSON.stringify(run)}}}\nfigures: [{of: sales, amount: ${JSON.stringify(run)}, growth: ${JSON.stringify(run)}}]\n---\n\nText\n`,
  'in names of fields and ids': (run) =>
    `---\ncase: x\n${JSON.stringify(run)}: 1\nframeworks: [${JSON.stringify(run)}]\nsources: [{id: ${JSON.stringify(run)}, kind: ${JSON.stringify(run)}}]\n---\n\nText [@y]\n`,
  'as YAML': (run) => `---\ncase: x\na: ${run}\n---\n\nText\n`,
};

/** A study whose one case becomes what a test makes of it. */
const studyOf = (files: Readonly<Record<string, string>>): Promise<Workspace> =>
  workspaceOf({
    'a.md': '---\ncase: x\n---\n',
    'casewright.yaml': 'template: casewright:sme-case\nconfidential: {terms_file: t.txt}\n',
    't.txt': 'Lars Larsen\n',
    ...files,
  });

/** What takes too long on a text, each with its milliseconds of processor time. */
function slow(workspace: Workspace, text: string): string[] {
  const found: string[] = [];
  const timed = <Result>(what: string, work: () => Result): Result => {
    const started = process.cpuUsage();
    const result = work();
    const { user, system } = process.cpuUsage(started);
    const took = (user + system) / 1000;
    if (took > HANG) found.push(`${what}: ${Math.round(took)} ms`);
    return result;
  };
  const analysis = timed('analysis', () => {
    workspace.setDocument(`${ROOT}/a.md`, text);
    return workspace.analyse(`${ROOT}/a.md`);
  });
  if (!analysis) return found;
  const middle = Math.floor(text.length / 2);
  timed('completion', () => complete(analysis, middle));
  timed('hover', () => hoverAt(analysis, middle));
  timed('fixes', () => quickFixes(analysis, { start: 0, end: text.length }, analysis.findings));
  timed('outline', () => documentSymbols(analysis));
  timed('folding', () => foldingSpans(analysis));
  timed('sections', () => insertMissingSections(analysis));
  timed('summary', () => summaryOf(analysis));
  return found;
}

describe(`${SIZE} characters of the same piece keep nobody waiting`, () => {
  it.each(Object.entries(PLACES))(
    '%s',
    async (_, textOf) => {
      const workspace = await studyOf({});
      const found: string[] = [];
      for (const unit of ALL) found.push(...slow(workspace, textOf(repeated(unit))).map((what) => `${JSON.stringify(unit)}: ${what}`));
      expect(found).toEqual([]);
    },
    600_000,
  );
});

describe('nearly a megabyte in one block keeps nobody waiting', () => {
  it.each([
    ['comments', '<!-- a comment -->\n'],
    ['containers', ':::P3\nText [@a].\n:::\n'],
    ['items with marks and citations', '- :P4[marked [@a]]{supports} and [@b] more.\n'],
    ['quoted lines', '> Quoted [@a] :P3 text.\n'],
    ['links and what they stand for', '[l]: #x\n\nsee [l]\n\n'],
    ['many different labels', '[lN]: #x\n'],
  ])('of %s', async (_, piece) => {
    const many = Array.from({ length: Math.floor(900_000 / piece.length) }, (__, index) => piece.replace('N', String(index)));
    const text = `---\ncase: x\nframeworks: [internationalization-capacity]\n---\n\n${many.join('')}`;
    expect(slow(await studyOf({}), text)).toEqual([]);
  });
});

describe(`${SIZE_OF_BLOCKS} characters of short blocks, no two of which are the same, keep nobody waiting`, () => {
  it.each([
    ['paragraphs', 'N\n\n'],
    ['headings', '## N\n\n'],
    ['marks', ':P3[N [@a]]{supports}\n\n'],
    ['marks of no item', ':P9N[a]\n\n'],
    ['containers', ':::P3\nN [@a].\n:::\n\n'],
    ['citations', 'x [@sN]\n\n'],
    ['quotations', '> “Quoted N” [@a]\n\n'],
    ['figures', 'Sales grew by N % from 2001 to 2005.\n\n'],
    ['placeholders', 'TODO N\n\n'],
    ['suppressions', '<!-- casewright-disable coverage/thin -->\n\nN\n\n'],
    ['suppressions for a line', '<!-- casewright-disable-next-line coverage/thin -- N -->\n\n'],
    ['code', 'text\n\n    code N\n\n'],
    ['fenced code', '```\nN\n```\n\n'],
    ['HTML', '<b>N</b>\n\n'],
    ['links', '[a](N)\n\n'],
    ['links and what they stand for', '[lN]: #x\n\nsee [lN]\n\n'],
  ])('%s', async (_, piece) => {
    const many = Array.from({ length: Math.floor(SIZE_OF_BLOCKS / piece.length) }, (__, index) => piece.replaceAll('N', String(index)));
    const text = `---\ncase: x\nframeworks: [internationalization-capacity]\n---\n\n${many.join('')}`.slice(0, SIZE_OF_BLOCKS);
    expect(slow(await studyOf({}), text)).toEqual([]);
  });
});

describe('what reads like a regular expression is words', () => {
  it.each([['(a+)+$'], ['(a|a)*b'], ['.*'.repeat(40)], ['['], ['('], ['\\'], ['*'], ['?'], ['^$'], ['(?=a)'], ['\\p{L}'], ['(x+x+)+y'], ['a'.repeat(5_000)]])(
    '%s',
    async (trap) => {
      const words = JSON.stringify(trap);
      const pack = SMALL_PACK.replace('cues: [from inception]', `cues: [${words}]`).replace('aliases: [First steps]', `aliases: [${words}]`);
      const body = `# ${'a'.repeat(30_000)}\n\n${`${'a'.repeat(5_000)}! `.repeat(10)}\n\n${trap}\n`;
      const text = `---\ncase: x\nframeworks: [small]\n---\n\n${body}`;
      const configuration = `frameworks: [./small.yaml]\ncases: ["**/*.md", ${words}]\nconfidential: {terms_file: t.txt}\n`;
      const workspace = await studyOf({ 'small.yaml': pack, 'casewright.yaml': configuration, 't.txt': `${trap}\n` });
      expect(slow(workspace, text)).toEqual([]);
    },
  );
});
