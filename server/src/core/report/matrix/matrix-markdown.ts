import { markdownCell } from '../markdown-cell.ts';
import type { ArrangedMatrix } from './arrange-matrix.ts';
import { matrixTable, type TableRow } from './matrix-table.ts';

/** The matrix as a Markdown table with its totals; a group's name stands in bold in a row of its own. */
export function matrixMarkdown(matrix: ArrangedMatrix): string {
  const { heads, groups, totals, legend, remarks } = matrixTable(matrix);
  const line = (cells: readonly string[]): string => `| ${cells.map(markdownCell).join(' | ')} |\n`;
  const caseLine = ({ name, cells, total }: TableRow): string => line([name, ...cells.map((cell) => cell.text), total]);
  const blank = heads.map(() => '');
  const rows = groups.map(({ name, rows: members }) => {
    const head = name === null ? '' : `| **${markdownCell(name)}** (${members.length}) | ${[...blank, ''].join(' | ')} |\n`;
    return head + members.map(caseLine).join('');
  });
  const ruler = `| --- | ${[...blank, ''].map(() => '---').join(' | ')} |\n`;
  const foot = line(['total', ...totals]);
  const names = heads.map(({ text, label }) => `- ${markdownCell(text)}: ${markdownCell(label)}\n`).join('');
  const notes = remarks.length === 0 ? '' : `\n${remarks.map((remark) => `- ${markdownCell(remark)}\n`).join('')}`;
  return `${line(['case', ...heads.map((head) => head.text), 'total'])}${ruler}${rows.join('')}${foot}\n${legend === '' ? '' : `${markdownCell(legend)}\n\n`}${names}${notes}`;
}
