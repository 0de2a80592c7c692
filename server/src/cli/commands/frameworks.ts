import { frameworkListText, frameworkText } from '../../core/report/framework-text.ts';
import type { Framework } from '../../core/frameworks/framework-set.ts';
import type { Command } from '../arguments.ts';
import { EXIT } from '../exit-codes.ts';
import { readable } from '../help.ts';

import { openStudy } from '../open-study.ts';
import { asJson } from '../output.ts';
import { problemLines } from '../problem-lines.ts';
import { unknownFramework } from '../unknown-framework.ts';

export const frameworksCommand: Command = {
  usage: 'frameworks [ID] [--format FORMAT]',
  about: [
    'Lists the frameworks that cases can use here, built in or named by casewright.yaml. With an ID, shows its items: what each asks, what a finding may say, what each perspective would expect, how it is related to the other items, and where it stands in the source.',
  ],
  options: { format: { takes: 'FORMAT', help: 'text (default) or json.' } },
  examples: [
    ['frameworks', 'List them.'],
    ['frameworks policy-themes', 'Show one with its items.'],
  ],
  most: 1,
  async run(given, output) {
    const format = given.choice('format', ['text', 'json']);
    const style = readable(output.style);
    const { project, workspace } = openStudy(output.cwd);
    const problems = problemLines(project.problems, workspace, output.cwd);
    for (const { line } of problems) output.note(line);
    const [id] = given.words;
    const known = [...project.frameworks.values()];
    if (id === undefined) {
      output.result(format === 'json' ? asJson({ version: 1, frameworks: known.map(headOf) }) : frameworkListText(known, project.defaultFrameworks, style));
    } else {
      const framework = project.frameworks.get(id);
      if (!framework) throw unknownFramework(id, [...project.frameworks.keys()]);
      output.result(format === 'json' ? asJson({ version: 1, framework: packOf(framework) }) : frameworkText(framework, style));
    }
    return problems.every(({ isWarning }) => isWarning) ? EXIT.clean : EXIT.failed;
  },
};

function headOf({ id, title, kind, source, items }: Framework): object {
  return { id, title, kind, source, items: items.length };
}

/** The pack as its file says it; where the file lies on this machine is nobody's business. */
function packOf(framework: Framework): object {
  return Object.fromEntries(Object.entries(framework).filter(([key]) => key !== 'uri'));
}
