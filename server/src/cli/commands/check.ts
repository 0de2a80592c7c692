import { SEVERITIES, type Severity } from '../../core/config/config-schema.ts';
import { checkedCase, summaryOf, tallyOf, type CheckReport } from '../../core/report/check-report.ts';
import { BETWEEN, checkedCaseText, summaryText } from '../../core/report/check-text.ts';
import { LIST_GAP, LIST_HEAD, listEntry, listTail } from '../../core/report/json-list.ts';
import type { Command } from '../arguments.ts';
import { EXIT } from '../exit-codes.ts';
import { loadCases } from '../load-cases.ts';
import { ResultWriter } from '../result-writer.ts';

export const checkCommand: Command = {
  usage: 'check [PATHS…] [--format FORMAT] [--fail-on SEVERITY]',
  about: [
    'Checks cases against the frameworks they promise to use and prints what is wrong or missing, file by file: line:column, severity, message, rule.',
    'PATHS are files, folders or patterns; without any, the cases that casewright.yaml names (**/*.md unless it says otherwise) are checked.',
  ],
  options: {
    format: { takes: 'FORMAT', help: 'text (default) or json.' },
    'fail-on': { takes: 'SEVERITY', help: 'The least severity that makes the exit code 1: error (default), warning, info, or never.' },
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
    const { cases, pathOf, isComplete } = await loadCases(given.words, output);
    const result = format === 'json' ? new ResultWriter(output, LIST_HEAD, LIST_GAP) : new ResultWriter(output, '', BETWEEN);
    for (const analysis of cases) {
      const checked = checkedCase(analysis, pathOf);
      await result.add(Buffer.from(format === 'json' ? listEntry(checked) : checkedCaseText(checked, output.style)));
    }
    const summary = summaryOf(cases.map(tallyOf), pathOf);
    if (format === 'json') await result.end(listTail(result.isEmpty, { summary }));
    else if (cases.length > 0) await result.end(`${result.isEmpty ? '' : BETWEEN}${summaryText(summary, output.style)}`);
    if (!isComplete) return EXIT.failed;
    return fails(summary, failOn) ? EXIT.findings : EXIT.clean;
  },
};

function fails({ gates, errors, warnings, infos }: CheckReport['summary'], failOn: Severity | 'never'): boolean {
  const found: Readonly<Record<Severity, number>> = { error: errors, warning: warnings, info: infos };
  const grave = failOn === 'never' ? [] : SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  return gates.some((gate) => !gate.met) || grave.some((severity) => found[severity] > 0);
}
