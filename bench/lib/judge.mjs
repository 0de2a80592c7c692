// Whether an aim is met, and by how much not.

/** @typedef {import('./measure.mjs').Results} Results */
/** @typedef {import('../aims.mjs').Aim} Aim */

/**
 * @typedef {object} Verdict
 * @property {string} aim  what was to be reached
 * @property {boolean} isMet
 * @property {string} words  yes; or no, and by how much
 */

/**
 * @param {Aim} aim
 * @param {string} row  on which it is to be reached: that of the aim, or the same with evidence
 * @param {Results} results
 * @param {string} unit
 * @returns {Verdict | undefined} nothing where it was not measured
 */
export function judge(aim, row, results, unit) {
  const [, metric = ''] = aim.metric.split('.');
  const of = (/** @type {string} */ subject, other = metric) => results.get(row)?.get(subject)?.[other] ?? NaN;
  const value = of('casewright');
  if (Number.isNaN(value)) return undefined;
  const aims = [];
  const excesses = [];
  const words = [];
  if (aim.most !== undefined) {
    aims.push(`≤ ${aim.most} ${unit}`);
    excesses.push(value / aim.most);
    if (aim.then && value > aim.most) {
      const speed = of(aim.then.subject) / aim.then.value; // how much slower everything is here than on the machine
      if (!Number.isNaN(speed)) words.push(`${times(value / aim.most / speed)} with this machine’s speed taken out, by ${aim.then.subject}`);
    }
  }
  if (aim.ratio) {
    const { subject, metric: other = metric, most } = aim.ratio;
    const ratio = value / of(subject, other);
    aims.push(`≤ ${most} × ${other === metric ? subject : 'alone'}`);
    if (!Number.isNaN(ratio)) excesses.push(ratio / most);
  }
  if (!excesses.length) return undefined;
  const excess = Math.max(...excesses);
  const isMet = excess <= 1;
  return { aim: aims.join(', '), isMet, words: isMet ? 'yes' : [`no, ${times(excess)}`, ...words].join('; ') };
}

/** @param {number} factor */
const times = (factor) => `${factor.toFixed(factor < 10 ? 1 : 0)} times`;
