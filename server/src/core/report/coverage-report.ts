import * as z from 'zod';
import { marksCounted, type ItemCoverage } from '../coverage/item-coverage.ts';
import { STATUSES, VERDICTS } from '../model/vocabulary.ts';
import type { CaseAnalysis } from '../workspace/case-analysis.ts';
import { byFramework } from './by-framework.ts';
import { fitOfCase } from './fit-of-case.ts';
import { caseHeadSchema, countSchema, fitSchema, rangeSchema, stancesSchema } from './json-parts.ts';

const itemSchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  status: z.enum(STATUSES),
  words: countSchema.describe('Words in the text that is about the item; text marked twice counts once.'),
  sources: z.array(z.string()).describe('Ids of the sources that this text cites.'),
  stances: stancesSchema.describe('How many marks take each stance.'),
  finding: z
    .strictObject({ value: z.string().nullable(), verdict: z.enum(VERDICTS).nullable(), because: z.string().nullable() })
    .nullable()
    .describe('The author’s conclusion; null when there is none, and null for each part that is absent.'),
  marks: z.array(rangeSchema).describe('Where the text that is about the item stands, mark by mark in reading order; of a group, its parts’ marks, too.'),
});

/** What `casewright coverage --format json` prints. */
export const coverageReportSchema = z.strictObject({
  version: z.literal(1),
  cases: z.array(
    caseHeadSchema.extend({
      title: z.string().nullable(),
      frameworks: z.array(
        z.strictObject({
          id: z.string(),
          items: z.array(itemSchema),
          fit: z
            .array(fitSchema.extend({ perspective: z.string(), label: z.string() }))
            .describe('How many findings agree with, contradict or are silent on what each theory expects; empty where the framework names no theories.'),
        }),
      ),
    }),
  ),
});

export type CoverageReport = z.output<typeof coverageReportSchema>;
export type CoveredCase = CoverageReport['cases'][number];
export type CoveredItem = z.output<typeof itemSchema>;

/**
 * What a case covers, item by item.
 * @param pathOf how files are named in the report
 */
export function coveredCase(analysis: CaseAnalysis, pathOf: (uri: string) => string): CoveredCase {
  return {
    path: pathOf(analysis.uri),
    case: analysis.model.id,
    title: analysis.model.title ?? null,
    frameworks: byFramework(analysis).map(({ framework, items }) => ({
      id: framework.id,
      items: items.map((item) => reportItem(analysis, item)),
      fit: fitOfCase(framework, items).map(({ perspective, label, fit }) => ({ perspective, label, ...fit, items: [...fit.items] })),
    })),
  };
}

function reportItem({ lines }: CaseAnalysis, coverage: ItemCoverage): CoveredItem {
  const { entry, status, words, sources, stances, finding } = coverage;
  const { value = null, verdict = null, because = null } = finding ?? {};
  return {
    id: entry.item.id,
    label: entry.item.label,
    status,
    words,
    sources: [...sources],
    stances: { ...stances },
    finding: finding ? { value, verdict, because } : null,
    marks: marksCounted(coverage).map((mark) => lines.rangeOf(mark.span)),
  };
}
