// Says what is being done, about how long it takes, and how long it took.

/** @param {number} since from performance.now() */
export function took(since) {
  const seconds = (performance.now() - since) / 1000;
  return seconds < 60 ? `${seconds.toFixed(1)} s` : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/**
 * @template T
 * @param {string} what   such as "Installing the packages (about 20 s)"
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(what, work) {
  const started = performance.now();
  console.log(`> ${what}`);
  const result = await work();
  console.log(`  done in ${took(started)}`);
  return result;
}
