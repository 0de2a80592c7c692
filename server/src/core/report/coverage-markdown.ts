import type { CoveredCase, CoveredItem } from './coverage-report.ts';
import { markdownCell as cell } from './markdown-cell.ts';
import { STATUS_SYMBOLS, STATUS_WORDS } from './status-words.ts';

/** The coverage of a case as Markdown tables, one a framework: for a pull request or an appendix. */
export function coverageMarkdown({ path, case: id, title, frameworks }: CoveredCase): string {
  const tables = frameworks.map(
    (framework) =>
      `### ${cell(framework.id)}\n\n| Item | Status | Words | Sources | Finding |\n| --- | --- | ---: | --- | --- |\n${framework.items.map(row).join('')}`,
  );
  const body = tables.length > 0 ? tables.join('\n') : 'This case names no framework that exists.\n';
  return `## ${cell(title ?? id)} (${cell(path)})\n\n${body}`;
}

function row({ id, label, status, words, sources, finding }: CoveredItem): string {
  const conclusion = [finding?.value, finding?.verdict].filter((part) => part !== null && part !== undefined).join(', ');
  const cells = [`${id} ${label}`, `${STATUS_SYMBOLS[status]} ${STATUS_WORDS[status]}`, String(words), sources.join(', '), conclusion];
  return `| ${cells.map(cell).join(' | ')} |\n`;
}
