import { SEVERITIES, type Severity } from '../../core/config/config-schema.ts';
import { summaryOf, type CaseTally, type CheckReport } from '../../core/report/check-report.ts';
import { BETWEEN, summaryText } from '../../core/report/check-text.ts';
import { LIST_GAP, LIST_HEAD, listTail } from '../../core/report/json-list.ts';
import type { Command } from '../arguments.ts';
import { EXIT } from '../exit-codes.ts';
import { loadCases, NO_CACHE_OPTION } from '../load-cases.ts';
import { ResultWriter } from '../result-writer.ts';

export const checkCommand: Command = {
  usage: 'check [PATHS…] [--format FORMAT] [--fail-on SEVERITY] [--no-cache]',
  about: [
    'Checks cases against the frameworks they promise to use and prints what is wrong or missing, file by file: line:column, severity, message, rule.',
    'PATHS are files, folders or patterns; without any, the cases that casewright.yaml names (**/*.md unless it says otherwise) are checked.',
  ],
  options: {
    format: { takes: 'FORMAT', help: 'text (default) or json.' },
    'fail-on': { takes: 'SEVERITY', help: 'The least severity that makes the exit code 1: error (default), warning, info, or never.' },
    ...NO_CACHE_OPTION,
  },
  examples: [
    ['check', 'Check the whole study.'],
    ['check cases/dge.md --fail-on warning', 'Check one case; gaps count as failure.'],
    ['check --format json > check.json', 'Keep the result for another program.'],
  ],
  most: Infinity,
  async run(given, output) {
    const format = given.choice('format', ['text', 'json']);
    const failOn = given.choice('fail-on', ['error', 'warning', 'info', 'never']);
    const style = format === 'json' ? null : output.style;
    const result = style ? new ResultWriter(output, '', BETWEEN) : new ResultWriter(output, LIST_HEAD, LIST_GAP);
    const tallies: CaseTally[] = [];
    const { count, pathOf, isComplete, hasFileWarnings } = await loadCases(given, { view: 'check', options: { style } }, output, async ({ facts, part }) => {
      tallies.push(facts);
      await result.add(part);
    });
    const summary = summaryOf(tallies, pathOf);
    if (!style) await result.end(listTail(result.isEmpty, { summary }));
    else if (count > 0) await result.end(`${result.isEmpty ? '' : BETWEEN}${summaryText(summary, style)}`);
    if (!isComplete) return EXIT.failed;
    return fails(summary, hasFileWarnings, failOn) ? EXIT.findings : EXIT.clean;
  },
};

function fails({ gates, errors, warnings, infos }: CheckReport['summary'], hasFileWarnings: boolean, failOn: Severity | 'never'): boolean {
  const found: Readonly<Record<Severity, number>> = { error: errors, warning: warnings + (hasFileWarnings ? 1 : 0), info: infos };
  const grave = failOn === 'never' ? [] : SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  return gates.some((gate) => !gate.met) || grave.some((severity) => found[severity] > 0);
}
