// Where things are. Every script asks here, so that none guesses.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** What the build makes; thrown away freely. */
export const dist = path.join(root, 'dist');

/** What the scripts remember between runs in this checkout; thrown away freely. */
export const cache = path.join(root, '.cache');

/**
 * A path inside the checkout.
 * @param {...string} parts
 */
export const inRoot = (...parts) => path.join(root, ...parts);

/**
 * A path as a person would type it from the checkout.
 * @param {string} file
 */
export const shown = (file) => {
  const relative = path.relative(root, file);
  return relative.startsWith('..') ? file : relative || '.';
};
