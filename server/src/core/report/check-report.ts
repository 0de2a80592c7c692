import * as z from 'zod';
import { SEVERITIES } from '../config/config-schema.ts';
import type { ItemCoverage } from '../coverage/item-coverage.ts';
import { recordOf, STATUSES } from '../model/vocabulary.ts';
import type { CaseAnalysis } from '../workspace/case-analysis.ts';
import { byFramework } from './by-framework.ts';
import { countSeverities, countStatuses } from './counts.ts';
import { evaluateGates, gateSchema } from './gates.ts';
import { caseHeadSchema, countSchema, rangeSchema } from './json-parts.ts';

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

/**
 * What is wrong with the cases, and how far they are.
 * @param pathOf how files are named in the report
 */
export function checkReport(cases: readonly CaseAnalysis[], pathOf: (uri: string) => string): CheckReport {
  const counts = countSeverities(cases.flatMap((analysis) => analysis.findings));
  return {
    version: 1,
    cases: cases.map((analysis) => ({
      path: pathOf(analysis.uri),
      case: analysis.model.id,
      findings: analysis.findings.map(({ rule, severity, message, span }) => ({ rule, severity, message, range: analysis.lines.rangeOf(span) })),
      coverage: coverageCounts(analysis),
    })),
    summary: { cases: cases.length, errors: counts.error, warnings: counts.warning, infos: counts.info, gates: evaluateGates(cases, pathOf) },
  };
}

function coverageCounts(analysis: CaseAnalysis): CheckReport['cases'][number]['coverage'] {
  const count = (items: readonly ItemCoverage[]): z.output<typeof statusCountsSchema> => ({ items: items.length, ...countStatuses(items) });
  return {
    ...count(analysis.coverage.items),
    frameworks: byFramework(analysis).map(({ framework, items }) => ({ id: framework.id, ...count(items) })),
  };
}
