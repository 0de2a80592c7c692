import { defineRule, NO_OPTIONS } from '../rule.ts';

/** Front matter that is not YAML, repeats a key or is never closed: what it says is lost or misread. */
export const frontMatterSyntax = defineRule({
  id: 'front-matter/syntax',
  title: 'The front matter can be read',
  severity: 'error',
  hasFix: false,
  options: NO_OPTIONS,
  *checkFrontMatter({ model }) {
    for (const { span, message } of model.frontMatter.problems) yield { span, message, data: {} };
  },
});
