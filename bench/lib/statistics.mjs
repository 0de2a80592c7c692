/**
 * The value that a share of the values does not exceed.
 * @param {readonly number[]} values
 * @param {number} share  from 0 to 1: 0.95 for the 95th percentile
 * @returns {number} NaN of no values
 */
export const percentile = (values, share) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN;

/** @param {readonly number[]} values */
export const median = (values) => percentile(values, 0.5);
