import * as z from 'zod';
import { onFirstUse, oncePer } from '../memory/once-per.ts';
import { STATUSES } from '../model/vocabulary.ts';
import { readAmount } from '../text/amount.ts';
import { isUsablePattern } from './file-pattern.ts';

/*
 * casewright.yaml: every key optional, none runs code. This schema is the check, the types and
 * schemas/casewright.schema.json. It is made when a configuration is first read.
 */

export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

const A_LIMIT = 'a number, or an amount such as "DKK 100 million"';

export const configSchema = onFirstUse(() => {
  const severity = z.enum(['off', ...SEVERITIES]);
  const percent = z.number().min(0, 'a percentage between 0 and 100').max(100, 'a percentage between 0 and 100');

  const pattern = z.string().refine(isUsablePattern, 'a pattern such as cases/**/*.md, with few wildcards');

  const limit = z.union([z.number(), z.string().refine((text) => readAmount(text) !== undefined, A_LIMIT)], { error: A_LIMIT });

  const bounds = z.union([
    z.strictObject({ min: limit.optional(), max: limit.optional() }),
    z.array(z.union([z.string(), z.number()])),
    z.string(),
    z.number(),
    z.boolean(),
  ]);

  return z.strictObject({
    extends: z.string().optional().describe('Settings to start from: casewright:recommended, or a file of your team’s.'),
    frameworks: z.array(z.string()).optional().describe('Frameworks of the study: ids of built-in ones, or files (./frameworks/own.yaml).'),
    cases: z
      .array(pattern)
      .min(1, 'a list of one pattern or more, such as [cases/**/*.md]')
      .optional()
      .describe('Which files are looked at, as patterns: cases/**/*.md.'),
    template: z.string().optional().describe('The template cases follow: casewright:sme-case, or a file.'),
    rules: z
      .record(z.string(), z.union([severity, z.looseObject({ severity: severity.optional() })]))
      .optional()
      .describe('Severity and options of each rule: {evidence/one-sided: off, coverage/thin: {min_words: 60}}.'),
    sample: z.record(z.string(), bounds).optional().describe('What a firm must be to belong to the sample: {firm.employees: {max: 100}}.'),
    gates: z
      .strictObject({
        addressed: percent.optional().describe('Percentage of all items of all cases that must be addressed or better.'),
        evidenced: percent.optional().describe('Percentage of all items of all cases that must rest on evidence.'),
        triangulated: percent.optional().describe('Percentage of all items of all cases that must rest on two kinds of sources.'),
        per_item: z.record(z.string(), z.enum(STATUSES)).optional().describe('The status an item must reach in every case.'),
      })
      .optional()
      .describe('What must be reached for casewright check to succeed.'),
    bibliography: z.array(z.string()).optional().describe('Bibliography files whose entries can be cited.'),
    confidential: z
      .strictObject({
        terms_file: z.string().optional().describe('A text file with one name a line, or “Real name = Pseudonym”; keep it out of version control.'),
      })
      .optional()
      .describe('Names that must not stand in any case: {terms_file: .casewright/names.txt}.'),
  });
});

export type ConfigFile = z.output<ReturnType<typeof configSchema>>;

/** How one rule is set: its severity (undefined: its own default) and its options, not yet checked. */
export interface RuleSetting {
  readonly severity: Severity | 'off' | undefined;
  readonly options: Readonly<Record<string, unknown>>;
}

/** The rule settings of a configuration in one form, whichever of the two ways they were written. */
export const ruleSettings = oncePer(({ rules }: ConfigFile): ReadonlyMap<string, RuleSetting> => {
  return new Map(
    Object.entries(rules ?? {}).map(([id, setting]) => {
      if (typeof setting === 'string') return [id, { severity: setting, options: {} }];
      const { severity: level, ...options } = setting;
      return [id, { severity: level, options }];
    }),
  );
});
