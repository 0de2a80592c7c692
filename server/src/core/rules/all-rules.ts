import { coverageMissing } from './coverage/missing.ts';
import { coverageThin } from './coverage/thin.ts';
import type { Rule } from './rule.ts';

/** Every rule there is, area by area. Adding one means adding a line here and a page in docs/rules. */
export const allRules: readonly Rule[] = [coverageMissing, coverageThin];
