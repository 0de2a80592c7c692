import { beforeAll, describe, expect, it } from 'vitest';
import type { ItemCoverage } from '../../server/src/core/coverage/item-coverage.ts';
import type { CaseAnalysis } from '../../server/src/core/workspace/case-analysis.ts';
import { exampleCases } from '../support/features.ts';
import { readSections } from '../support/markdown.ts';
import { analyse, ROOT, workspaceOf } from '../support/workspace.ts';
import { runCli } from '../cli/study.ts';
import { read } from './files.ts';

/*
 * What the examples promise as examples. That the Danish ones find what the thesis found is held by
 * test/core/examples/danish-groups.test.ts, and what the rules find in them by test/rules/robustness.test.ts.
 */

const FILES = exampleCases();
const PAGE = read('examples/README.md');
const SECTIONS = readSections(PAGE);

let cases: ReadonlyMap<string, CaseAnalysis>;

beforeAll(async () => {
  const workspace = await workspaceOf(FILES);
  const analyses = Object.keys(FILES).flatMap((name) => workspace.analyse(`${ROOT}/${name}`) ?? []);
  cases = new Map(analyses.map((analysis) => [analysis.model.id, analysis]));
});

/** The example with this id. */
function caseOf(id: string): CaseAnalysis {
  const analysis = cases.get(id);
  if (!analysis) throw new Error(`There is no example ${id}.`);
  return analysis;
}

/** The id of the example in a file. */
const idIn = (name: string): string => name.replace(/^.*\/|\.md$/g, '');

/** The rows of the table below a heading of the page on the examples, cell by cell; `nth` where there are several. */
function rows(heading: string, nth = 0): string[][] {
  const tables = (SECTIONS.get(heading) ?? '').trim().split(/\n\n+/).filter((part) => part.startsWith('|')); // prettier-ignore
  const lines = tables[nth]?.split('\n').slice(2) ?? [];
  return lines.map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim())); // prettier-ignore
}

/** The rule that a cell links to. */
const ruleIn = (cell = ''): string => /\[([a-z-]+\/[a-z-]+)\]/.exec(cell)?.[1] ?? cell;

describe.each(Object.keys(FILES))('the example %s', (name) => {
  const id = idIn(name);

  it('is called what its file is called', () => {
    expect([...cases.keys()]).toContain(id);
  });

  it('has no error', () => {
    expect(caseOf(id).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('has a reason for every verdict, and a verdict that the stances bear', () => {
    for (const { entry, finding, stances } of caseOf(id).coverage.items) {
      if (!finding) continue;
      expect(finding.because, entry.item.id).toMatch(/\w{3}/);
      if (finding.verdict === 'supported') expect(stances.supports, entry.item.id).toBeGreaterThan(0);
      if (finding.verdict === 'not-supported') expect(stances.contradicts + stances.qualifies, entry.item.id).toBeGreaterThan(0);
    }
  });

  it('names informants by what they are in the firm', () => {
    const interviews = caseOf(id).model.sources.filter(({ kind }) => kind === 'interview');
    for (const { informant } of interviews) expect(informant).toMatch(/^(?:CEO|COO|CEO and sales director|Chief Revenue Officer|marketing and PR manager|[a-z ]+)$/);
  });
});

describe('the examples together', () => {
  it('are no two of them built alike', () => {
    const outlines = Object.values(FILES).map((text) => (text.match(/^## .*$/gm) ?? []).join('\n'));
    expect(new Set(outlines).size).toBe(outlines.length);
  });

  it('conclude something on every item, but for the gaps that are there on purpose', () => {
    // A group such as V1 is concluded on by its parts.
    const isOpen = ({ finding, partMarks }: ItemCoverage): boolean => !finding && partMarks.length === 0;
    const open = [...cases].flatMap(([id, { coverage }]) => coverage.items.filter(isOpen).map(({ entry }) => `${id} ${entry.item.id}`));
    expect(open).toEqual(['nupo T4', 'nupo T6']);
  });
});

describe('the page on the examples', () => {
  it('lists each case in the table of its study', () => {
    const listed = ['Fourteen Danish firms', 'Three Estonian globalizers'].flatMap((study) => rows(study).map(([link = '']) => /\(([^)]+)\)/.exec(link)?.[1]));
    expect(listed).toEqual(Object.keys(FILES));
  });

  it('gives commands that work', async () => {
    const commands = SECTIONS.get('All of them together')?.match(/^casewright .*$/gm) ?? [];
    expect(commands.length).toBeGreaterThan(2);
    const runs = await Promise.all(commands.map((command) => runCli(command.replace(/\s+#.*$/, '').split(' ').slice(1))));
    for (const [index, { code, stdout, stderr }] of runs.entries()) {
      expect([code, stderr], commands[index]).toEqual([0, '']);
      expect(stdout.length, commands[index]).toBeGreaterThan(100);
    }
  });

  it('says which gaps are there on purpose', () => {
    const gaps = rows('Gaps on purpose').flatMap(([id, gap = '', rule]) => (gap.match(/\b[TP]\d\b/g) ?? []).map((item) => `${id} ${ruleIn(rule)} ${item}`));
    const found = Object.keys(exampleCases('danish-smes')).flatMap((name) => {
      const { findings } = caseOf(idIn(name));
      return findings.flatMap(({ rule, data }) => (data?.item === undefined ? [] : [`${idIn(name)} ${rule} ${data.item}`]));
    });
    expect(gaps.sort()).toEqual(found.sort());
  });

  it('names the contradictions that Casewright finds', () => {
    const named = rows('Where the sources contradict themselves').map(([id, , rule]) => `${id} ${ruleIn(rule)}`);
    const found = [...cases].flatMap(([id, { findings }]) => findings.filter(({ rule }) => rule.startsWith('consistency/')).map(({ rule }) => `${id} ${rule}`));
    expect(named.sort()).toEqual(found.sort());
  });

  it('names the firms that do not meet the conditions of their programme', async () => {
    const config = /```yaml\n([\s\S]*?)```/.exec(PAGE)?.[1] ?? '';
    const found = await Promise.all(
      Object.entries(exampleCases('danish-smes')).map(async ([, text]) => {
        const { model, findings } = await analyse(text, { 'casewright.yaml': config });
        return findings.some(({ rule, severity }) => rule === 'sample/outside-criteria' && severity === 'warning') ? [model.id] : [];
      }),
    );
    expect(found.flat()).toEqual(rows('Where the sources contradict themselves', 1).map(([id]) => id));
  });
});
