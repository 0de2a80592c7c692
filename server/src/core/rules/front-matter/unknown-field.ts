import * as z from 'zod';
import { entryOf, nodeAt } from '../../syntax/yaml-node.ts';
import { reportData } from '../report-data.ts';
import { defineRule } from '../rule.ts';
import { didYouMean } from '../wording.ts';
import { frontMatterViolations } from './violations.ts';

/** A front-matter field that nothing reads: mostly a slip, which would make what it says vanish without a word. */
export const unknownField = defineRule({
  id: 'front-matter/unknown-field',
  title: 'Every front-matter field is one that is known',
  severity: 'warning',
  hasFix: true,
  options: z.strictObject({
    allow: z.array(z.string()).default([]).describe('Fields of your own, with dots for fields inside fields: supervisor, firm.vat_number.'),
  }),
  *checkFrontMatter(facts, { allow }) {
    for (const { path, span, message, suggestion } of frontMatterViolations(facts, 'unknown-field')) {
      const name = path.filter((step) => typeof step === 'string').join('.');
      if (allow.includes(name)) continue;
      const isTaken = suggestion !== undefined && entryOf(nodeAt(facts.model.fields, path.slice(0, -1)), suggestion) !== undefined;
      const meant = isTaken ? undefined : suggestion;
      yield {
        span,
        message: `${message}, so what it says is not used.${didYouMean(meant)} A field of your own can be allowed in casewright.yaml: rules: {front-matter/unknown-field: {allow: [${name}]}}.`,
        data: reportData({ field: path.join('.'), suggestion: meant }),
      };
    }
  },
});
