import { beforeAll, describe, expect, it } from 'vitest';
import { nearest } from '../../server/src/core/text/nearest.ts';
import type { CaseAnalysis } from '../../server/src/core/workspace/case-analysis.ts';
import { exampleCases } from '../support/features.ts';
import { ROOT, workspaceOf } from '../support/workspace.ts';
import { read } from './files.ts';

/** The group of firms into which Havn & Juell-Sundbye (2012, pp. 32-63) put each case, from P1 to P7. */
const GROUPS = {
  brodersen: ['hired-manager', 'same-model', 'active-use', 'active-use', 'established-routines', 'current-activity', 'balanced'],
  dge: ['no-investment', 'same-model', 'not-seen-relevant', 'no-active-use', 'established-routines', 'current-activity', 'serendipity-led'],
  nupo: ['hired-manager', 'limited-experience', 'active-use', 'active-use', 'new-routines', 'network-building', 'absorptive-capacity-led'],
} as const;

const cases = new Map<string, CaseAnalysis>();

beforeAll(async () => {
  const files = exampleCases();
  const workspace = await workspaceOf(files);
  for (const name of Object.keys(files)) {
    const analysis = workspace.analyse(`${ROOT}/${name}`);
    if (analysis) cases.set(analysis.model.id, analysis);
  }
});

/** The example with this id. */
function caseOf(id: string): CaseAnalysis {
  const analysis = cases.get(id);
  if (!analysis) throw new Error(`There is no example ${id}; is it ${nearest(id, [...cases.keys()]) ?? 'gone'}?`);
  return analysis;
}

describe.each(Object.entries(GROUPS))('the example %s', (id, groups) => {
  it('finds on every proposition what the thesis found', () => {
    const { findings } = caseOf(id).model;
    const values = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7'].map((item) => findings.find(({ itemId }) => itemId === item)?.value);
    expect(values).toEqual(groups);
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
    const informants = caseOf(id).model.sources.flatMap(({ informant }) => informant ?? []);
    expect(informants).toHaveLength(1);
    for (const informant of informants) expect(informant).toMatch(/^(?:CEO|[a-z ]+)$/);
  });
});

describe('the page on the examples', () => {
  it('lists each case', () => {
    const page = read('examples/README.md');
    for (const name of Object.keys(exampleCases())) expect(page).toContain(`(danish-smes/${name})`);
  });

  it('says which gaps are there on purpose', () => {
    const statuses = (id: string, status: string): string[] => caseOf(id).coverage.items.filter((item) => item.status === status).map(({ entry }) => entry.item.id); // prettier-ignore
    expect(['missing', 'thin', 'addressed', 'evidenced'].flatMap((status) => statuses('brodersen', status))).toEqual([]);
    expect(statuses('dge', 'evidenced')).toHaveLength(2);
    expect([statuses('nupo', 'thin'), statuses('nupo', 'addressed')]).toEqual([['T4'], ['T6']]);
  });
});
