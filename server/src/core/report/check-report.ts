import * as z from 'zod';
import { SEVERITIES, type Severity } from '../config/config-schema.ts';
import type { ItemCoverage } from '../coverage/item-coverage.ts';
import { recordOf, STATUSES } from '../model/vocabulary.ts';
import type { CaseAnalysis } from '../workspace/case-analysis.ts';
import { byFramework } from './by-framework.ts';
import { countSeverities, countStatuses } from './counts.ts';
import { evaluateGates, gateSchema, gateShare, type GateShare } from './gates.ts';
import { caseHeadSchema, countSchema, rangeSchema } from './json-parts.ts';
import { forOthers } from './withheld.ts';

const statusCountsSchema = z.strictObject({
  items: countSchema.describe('All items.'),
  ...recordOf(STATUSES, () => countSchema),
});

const findingSchema = z.strictObject({
  rule: z.string().describe('“area/what”, explained by “casewright explain”.'),
  severity: z.enum(SEVERITIES),
  message: z.string(),
  range: rangeSchema,
});

/** What `casewright check --format json` prints. */
export const checkReportSchema = z.strictObject({
  version: z.literal(1),
  cases: z.array(
    caseHeadSchema.extend({
      findings: z.array(findingSchema).describe('In reading order.'),
      coverage: statusCountsSchema
        .extend({ frameworks: z.array(statusCountsSchema.extend({ id: z.string() })).describe('The same, framework by framework.') })
        .describe('How many items have each status.'),
    }),
  ),
  summary: z.strictObject({
    cases: countSchema,
    errors: countSchema,
    warnings: countSchema,
    infos: countSchema,
    gates: z.array(gateSchema).describe('What the configuration asks of all cases together; empty when it asks nothing.'),
  }),
});

export type CheckReport = z.output<typeof checkReportSchema>;
export type CheckedCase = CheckReport['cases'][number];

/** What the sums over all cases need to know of one: enough to let go of the case itself. */
export interface CaseTally {
  readonly counts: Readonly<Record<Severity, number>>;
  readonly gates: GateShare;
}

/**
 * What is wrong with a case, and how far it is. It is printed where others read it: messages name nobody who is confidential.
 * @param pathOf how files are named in the report
 */
export function checkedCase(analysis: CaseAnalysis, pathOf: (uri: string) => string): CheckedCase {
  return {
    path: pathOf(analysis.uri),
    case: analysis.model.id,
    findings: analysis.findings.map(({ rule, severity, message, span }) => {
      return { rule, severity, message: forOthers(message, analysis), range: analysis.lines.rangeOf(span) };
    }),
    coverage: coverageCounts(analysis),
  };
}

/** What a case adds to the sums. */
export function tallyOf(analysis: CaseAnalysis): CaseTally {
  return { counts: countSeverities(analysis.findings), gates: gateShare(analysis) };
}

/**
 * The sums over all cases.
 * @param pathOf how a configuration is named where several are in force
 */
export function summaryOf(tallies: readonly CaseTally[], pathOf: (uri: string) => string): CheckReport['summary'] {
  const total = (severity: Severity): number => tallies.reduce((sum, { counts }) => sum + counts[severity], 0);
  const gates = evaluateGates(
    tallies.map((tally) => tally.gates),
    pathOf,
  );
  return { cases: tallies.length, errors: total('error'), warnings: total('warning'), infos: total('info'), gates };
}

function coverageCounts(analysis: CaseAnalysis): CheckedCase['coverage'] {
  const count = (items: readonly ItemCoverage[]): z.output<typeof statusCountsSchema> => ({ items: items.length, ...countStatuses(items) });
  return {
    ...count(analysis.coverage.items),
    frameworks: byFramework(analysis).map(({ framework, items }) => ({ id: framework.id, ...count(items) })),
  };
}
