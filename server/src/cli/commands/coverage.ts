import type { CoveredCase } from '../../core/report/coverage-report.ts';
import { coverageText } from '../../core/report/coverage-text.ts';
import type { Command } from '../arguments.ts';
import { EXIT } from '../exit-codes.ts';
import { readable } from '../help.ts';
import { HeldResult } from '../held-result.ts';
import { loadCases, NO_CACHE_OPTION } from '../load-cases.ts';
import { sayRefusal, type WithheldCase } from '../refusal.ts';
import { ResultWriter } from '../result-writer.ts';
import { coveredIn, PIECEWISE } from '../views/coverage-view.ts';

export const coverageCommand: Command = {
  usage: 'coverage [PATHS…] [--format FORMAT] [--no-cache]',
  about: [
    'Shows which items of its frameworks each case covers: of one case every item with its words and sources, and how far its findings bear out each theory; of several a table of cases by items (“casewright matrix” shows more of them).',
    'PATHS are files, folders or patterns; without any, the cases that casewright.yaml names (**/*.md unless it says otherwise).',
  ],
  options: { format: { takes: 'FORMAT', help: 'text (default), json, csv or md.' }, ...NO_CACHE_OPTION },
  examples: [
    ['coverage', 'The whole study at a glance.'],
    ['coverage cases/dge.md', 'One case, item by item.'],
    ['coverage --format csv > coverage.csv', 'For a spreadsheet.'],
  ],
  most: Infinity,
  async run(given, output) {
    const format = given.choice('format', ['text', 'json', 'csv', 'md']);
    const covered: CoveredCase[] = [];
    const remarks: string[] = [];
    const withheld: WithheldCase[] = [];
    const writing = format === 'text' ? undefined : PIECEWISE[format];
    const held = new HeldResult();
    const result = writing && new ResultWriter(held, writing.head, writing.gap);
    const { count, isComplete } = await loadCases(given, { view: 'coverage', options: { format } }, output, async ({ facts, part }) => {
      remarks.push(...facts.remarks);
      if (facts.withheld) withheld.push(facts.withheld);
      if (result) await result.add(part);
      else covered.push(coveredIn(part));
    });
    if (withheld.length > 0) {
      sayRefusal(withheld, output);
      return EXIT.failed;
    }
    if (result) {
      await result.end(writing.tail(result.isEmpty));
      await held.release(output);
    } else if (count > 0) output.result(coverageText(covered, readable(output.style)));
    for (const remark of remarks) output.note(remark);
    return isComplete && remarks.length === 0 ? EXIT.clean : EXIT.failed;
  },
};
