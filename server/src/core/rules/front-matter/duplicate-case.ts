import { nameOf } from '../../workspace/uri.ts';
import { defineRule, NO_OPTIONS } from '../rule.ts';
import { listed } from '../wording.ts';

/** Two files that claim to be the same case: a cross-case table would mix them up. */
export const duplicateCase = defineRule({
  id: 'front-matter/duplicate-case',
  title: 'Every case has a name of its own',
  severity: 'error',
  hasFix: false,
  options: NO_OPTIONS,
  *checkFrontMatter({ model, sameCases }) {
    if (sameCases.length === 0) return;
    yield {
      span: model.idSpan,
      message: `“${model.id}” is also the name of the case in ${listed(sameCases.map((other) => nameOf(other.uri)))}, so tables over all cases cannot tell them apart. Give one of them another name.`,
      related: sameCases.map((other) => ({ uri: other.uri, span: other.idSpan, message: `also called “${model.id}”` })),
      data: { case: model.id },
    };
  },
});
