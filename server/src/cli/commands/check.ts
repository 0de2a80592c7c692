import { SEVERITIES, type Severity } from '../../core/config/config-schema.ts';
import { checkReport, type CheckReport } from '../../core/report/check-report.ts';
import { checkText } from '../../core/report/check-text.ts';
import type { Command } from '../arguments.ts';
import { EXIT } from '../exit-codes.ts';
import { loadCases } from '../load-cases.ts';
import { asJson } from '../output.ts';

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
    const report = checkReport(cases, pathOf);
    if (format === 'json') output.result(asJson(report));
    else if (cases.length > 0) output.result(checkText(report, output.style));
    if (!isComplete) return EXIT.failed;
    return fails(report, failOn) ? EXIT.findings : EXIT.clean;
  },
};

function fails({ cases, summary }: CheckReport, failOn: Severity | 'never'): boolean {
  const grave = failOn === 'never' ? [] : SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  return summary.gates.some((gate) => !gate.met) || cases.some(({ findings }) => findings.some(({ severity }) => grave.includes(severity)));
}
