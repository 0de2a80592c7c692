// Rows measured on their subjects, several times, by turns: what slows the machine for a minute slows all of them.
import { median } from './statistics.mjs';

/** @typedef {Map<string, Map<string, import('./row.mjs').Values>>} Results  the medians: by row, then by subject */
/** @typedef {{ row: string, subject: string, reason: string }} Failure */

/**
 * @template {{ name: string }} Subject
 * @param {readonly import('./row.mjs').Row<Subject>[]} rows
 * @param {readonly Subject[]} subjects
 * @param {import('./row.mjs').Workloads} workloads
 * @param {number} runs
 * @returns {Promise<{ results: Results, failures: Failure[] }>}
 */
export async function measureAll(rows, subjects, workloads, runs) {
  /** @type {Results} */
  const results = new Map();
  /** @type {Failure[]} */
  const failures = [];
  for (const row of rows) {
    const able = subjects.filter((subject) => row.suits?.(subject) ?? true);
    const measured = new Map(able.map(({ name }) => [name, /** @type {import('./row.mjs').Values[]} */ ([])]));
    for (let run = 0; run < Math.min(runs, row.runs ?? runs); run += 1) {
      for (const subject of able) {
        if (failures.some((failure) => failure.row === row.name && failure.subject === subject.name)) continue;
        process.stderr.write(`  ${row.name}: ${subject.name}\n`);
        try {
          measured.get(subject.name)?.push(await row.measure(subject, workloads));
        } catch (error) {
          failures.push({ row: row.name, subject: subject.name, reason: error instanceof Error ? error.message : String(error) });
        }
      }
    }
    results.set(row.name, new Map([...measured].map(([subject, values]) => [subject, medians(values)])));
  }
  return { results, failures };
}

/** @param {readonly import('./row.mjs').Values[]} values  of the same metrics */
function medians(values) {
  const metrics = Object.keys(values[0] ?? {});
  return Object.fromEntries(metrics.map((metric) => [metric, median(values.map((one) => one[metric] ?? NaN))]));
}
