import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { SEVERITIES } from '../../core/config/config-schema.ts';
import { padEnd, wrap } from '../../core/report/layout.ts';
import { pageText } from '../../core/report/page-text.ts';
import { SEVERITY_COLOURS, paint, type Style } from '../../core/report/paint.ts';
import { allRules } from '../../core/rules/all-rules.ts';
import { didYouMean } from '../../core/rules/wording.ts';
import { nearest } from '../../core/text/nearest.ts';
import { packageRoot } from '../../node/package-root.ts';
import type { Command } from '../arguments.ts';
import { EXIT, UsageError } from '../exit-codes.ts';
import { readable } from '../help.ts';

export const explainCommand: Command = {
  usage: 'explain [RULE]',
  about: ['Explains a rule: why it matters, what it finds, how to set it. Without RULE, lists the rules there are.'],
  options: {},
  examples: [
    ['explain', 'List all rules.'],
    ['explain evidence/single-source', 'Explain one.'],
  ],
  most: 1,
  async run(given, output) {
    const style = readable(output.style);
    const [id] = given.words;
    if (id === undefined) {
      output.result(ruleList(style));
      return EXIT.clean;
    }
    const rule = allRules.find((candidate) => candidate.id === id);
    if (!rule) throw new UsageError(`There is no rule “${id}”; “casewright explain” lists those there are.${didYouMean(nearestRule(id))}`);
    output.result(pageText(await readFile(path.join(packageRoot(), 'docs/rules', `${rule.id}.md`), 'utf8'), style));
    return EXIT.clean;
  },
};

function ruleList(style: Style): string {
  const idWidth = Math.max(...allRules.map((rule) => rule.id.length));
  const severityWidth = Math.max(...SEVERITIES.map((severity) => severity.length));
  const rows = allRules.map(({ id, severity, title }) => {
    const level = paint(padEnd(severity, severityWidth), SEVERITY_COLOURS[severity], style);
    const [first = '', ...rest] = wrap(title, style.width - idWidth - severityWidth - 4);
    return [`${padEnd(id, idWidth)}  ${level}  ${first}`, ...rest.map((line) => ' '.repeat(idWidth + severityWidth + 4) + line)].join('\n');
  });
  return `${rows.join('\n')}\n`;
}

/** The rule that was probably meant: a slip of the whole name, or its second half alone. */
function nearestRule(id: string): string | undefined {
  const ids = allRules.map((rule) => rule.id);
  return ids.find((known) => known.endsWith(`/${id}`)) ?? nearest(id, ids);
}
