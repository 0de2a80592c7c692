import * as z from 'zod';
import { OUTCOMES } from '../coverage/pattern-match.ts';
import { recordOf, STANCES } from '../model/vocabulary.ts';

/*
 * Parts that the JSON contracts of `check`, `coverage` and `matrix` share. The schemas are the types, the tests' check of what the
 * program prints, and the files in schemas/.
 */

/** A number of things. */
export const countSchema = z.int().min(0);

const positionSchema = z.strictObject({
  line: countSchema.describe('Zero-based.'),
  character: countSchema.describe('Zero-based, in UTF-16 units, as in LSP.'),
});

/** A stretch of a file's text. */
export const rangeSchema = z.strictObject({ start: positionSchema, end: positionSchema });

/** How many marks take each stance. */
export const stancesSchema = z.strictObject(recordOf(STANCES, () => countSchema));

/** How the findings of a case bear on one theory, with every item that is counted. */
export const fitSchema = z.strictObject({
  agrees: countSchema,
  contradicts: countSchema,
  silent: countSchema,
  items: z
    .array(
      z.strictObject({
        item: z.string(),
        outcome: z.enum(OUTCOMES),
        expected: z.string().nullable(),
        found: z.string().nullable(),
        because: z.string(),
      }),
    )
    .describe('Every item of the framework with how it counts and why.'),
});

/** What every report says of a case first. */
export const caseHeadSchema = z.strictObject({
  path: z.string().describe('The file, relative to the folder in which the program ran, with forward slashes.'),
  case: z.string().describe('The value of the key “case”; empty when it has none.'),
});
