import * as z from 'zod';

/*
 * Parts that the JSON contracts of `check` and `coverage` share. The schemas are the types, the tests' check of what the
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

/** What every report says of a case first. */
export const caseHeadSchema = z.strictObject({
  path: z.string().describe('The file, relative to the folder in which the program ran, with forward slashes.'),
  case: z.string().describe('The value of the key “case”; empty when it has none.'),
});
