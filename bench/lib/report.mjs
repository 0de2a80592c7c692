// The table: a line for each number, a column for each subject, with how many times ours the others are.
import { aims } from '../aims.mjs';
import { judge } from './judge.mjs';
import { plainRowOf } from './variants.mjs';

/** @typedef {import('./measure.mjs').Results} Results */

/**
 * @param {readonly Pick<import('./row.mjs').Row<never>, 'name' | 'metrics'>[]} rows
 * @param {Results} results
 * @returns {string} in Markdown
 */
export function tableOf(rows, results) {
  const measured = rows.filter(({ name }) => results.get(name)?.size);
  const subjects = [...new Set(measured.flatMap(({ name }) => [...(results.get(name)?.keys() ?? [])]))];
  const head = ['what', ...subjects, 'aim', 'met?'];
  const lines = measured.flatMap(({ name, metrics }) =>
    Object.entries(metrics).map(([metric, { title, unit }]) => {
      const values = results.get(name);
      const own = values?.get('casewright')?.[metric];
      const cells = subjects.map((subject) => cell(values?.get(subject)?.[metric], subject === 'casewright' ? undefined : own));
      const aim = aims.find((one) => [name, plainRowOf(name)].some((row) => one.metric === `${row}.${metric}`));
      const verdict = aim && judge(aim, name, results, unit);
      return [`${title}, ${unit}`, ...cells, verdict?.aim ?? '', verdict?.words ?? ''];
    }),
  );
  const widths = head.map((title, column) => Math.max(...[head, ...lines].map((line) => (line[column] ?? title).length)));
  const shown = (/** @type {readonly string[]} */ line) => `| ${line.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [shown(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...lines.map(shown)].join('\n');
}

/**
 * @param {number | undefined} value
 * @param {number | undefined} own  Casewright's
 */
function cell(value, own) {
  if (value === undefined || Number.isNaN(value)) return '-';
  return own === undefined || Number.isNaN(own) || own === 0 ? digits(value) : `${digits(value)} (${digits(value / own)}×)`;
}

/** Three digits that count. @param {number} value */
const digits = (value) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));
