// The same rows on two workloads: cases by themselves, and cases with the evidence that they rest on.

/**
 * @typedef {object} Variant
 * @property {(row: string) => string} name  of a row
 * @property {(title: string) => string} title  of a metric
 * @property {(subject: { name: string }) => boolean} suits
 * @property {(workloads: import('./row.mjs').Workloads) => import('./row.mjs').Workload} workload
 * @property {RegExp} place  where completion and hover are asked for
 */

const EVIDENCE = '-evidence';

/** @type {Variant} */
export const plain = {
  name: (row) => row,
  title: (title) => title,
  suits: () => true,
  workload: (workloads) => workloads,
  place: /(?<=\n:)[TP]\d\[/,
};

/**
 * Peers know of no evidence, so they would be measured on the same thing twice; who does nothing shows what the machine adds.
 * @type {Variant}
 */
export const evidence = {
  name: (row) => row + EVIDENCE,
  title: (title) => `${title}, with evidence`,
  suits: ({ name }) => name.startsWith('casewright') || name.startsWith('nothing'),
  workload: (workloads) => workloads.evidence,
  place: /(?<=; @re)f\d/,
};

/** The row on cases by themselves of which a row is the other one; undefined for any other. @param {string} row */
export const plainRowOf = (row) => (row.endsWith(EVIDENCE) ? row.slice(0, -EVIDENCE.length) : undefined);
