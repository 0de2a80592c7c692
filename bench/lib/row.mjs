/**
 * What a row of the table measures with.
 * @typedef {object} Workload
 * @property {string} folder  a folder with one case
 * @property {string} file  that case
 * @property {string} text  of 2,500 words
 * @property {string} large  the text of a case of 1 MB
 * @property {(count: number) => string} study  the folder of a study with so many cases
 */

/**
 * The cases by themselves, as peers can read them, too, and the same cases with the evidence that they rest on: transcripts
 * that they quote, a bibliography, and a list of names.
 * @typedef {Workload & { readonly evidence: Workload }} Workloads
 */

/**
 * By metric; NaN where it cannot be measured here.
 * @typedef {Record<string, number>} Values
 */

/**
 * @typedef {object} Metric
 * @property {string} title
 * @property {'ms' | 's' | 'MB'} unit
 */

/**
 * One thing that is measured, in several numbers.
 * @template Subject
 * @typedef {object} Row
 * @property {string} name  for --row
 * @property {Record<string, Metric>} metrics
 * @property {number} [runs]  at most so many, where one takes minutes
 * @property {(subject: Subject) => boolean} [suits]  whether a subject can do it at all
 * @property {(subject: Subject, workloads: Workloads) => Promise<Values>} measure  throws with the reason where it fails
 */
export {};
