/**
 * Chance that is the same every time.
 * @typedef {object} Random
 * @property {() => number} share  from 0 up to, but not, 1
 * @property {(end: number) => number} below  a whole number from 0 up to, but not, the end
 * @property {<T>(list: readonly T[]) => T} pick  one of a list that is not empty
 * @property {<T>(list: readonly T[]) => T[]} shuffle  the list in another order, as a new one
 */

/**
 * The generator “mulberry32”: small, and even enough for texts.
 * @param {number} seed  a whole number; the same gives the same
 * @returns {Random}
 */
export function randomFrom(seed) {
  let state = seed | 0;
  const share = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (/** @type {number} */ end) => Math.floor(share() * end);
  return {
    share,
    below,
    pick: (list) => list[below(list.length)],
    shuffle: (list) => {
      const result = [...list];
      for (let last = result.length - 1; last > 0; last -= 1) {
        const other = below(last + 1);
        [result[last], result[other]] = [result[other], result[last]];
      }
      return result;
    },
  };
}
