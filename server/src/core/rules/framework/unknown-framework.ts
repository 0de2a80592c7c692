import { nearest } from '../../text/nearest.ts';
import { nameOf } from '../../workspace/uri.ts';
import { reportData } from '../report-data.ts';
import { defineRule, NO_OPTIONS } from '../rule.ts';
import { didYouMean, listed } from '../wording.ts';

/** A framework that the case names and that cannot be had: none of its items would be checked. */
export const unknownFramework = defineRule({
  id: 'framework/unknown-framework',
  title: 'Every framework that a case names exists',
  severity: 'error',
  hasFix: true,
  options: NO_OPTIONS,
  *checkFrontMatter({ model, project }) {
    const known = [...project.frameworks.keys()];
    for (const { id, span } of model.frameworks ?? []) {
      if (project.frameworks.has(id)) continue;
      const file = project.brokenFrameworks.get(id);
      if (file !== undefined) {
        const message = `The framework “${id}” has errors in ${nameOf(file)} and cannot be used, so none of its items is checked. Correct that file.`;
        yield { span, message, data: { framework: id } };
        continue;
      }
      const suggestion = nearest(id, known);
      const way = /[./\\]/.test(id)
        ? 'A case names a framework by its id; its file is listed under “frameworks” in casewright.yaml.'
        : `There is ${listed(known)}; a framework of your own is listed by its file under “frameworks” in casewright.yaml.`;
      yield {
        span,
        message: `There is no framework “${id}”, so none of its items is checked.${didYouMean(suggestion)} ${way}`,
        data: reportData({ framework: id, suggestion }),
      };
    }
  },
});
