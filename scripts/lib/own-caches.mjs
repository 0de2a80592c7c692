// What Casewright keeps between runs, apart from what the developer's own runs have kept.
import { userCache } from './user-cache.mjs';

/**
 * Variables with which Casewright keeps things in a folder, and the VS Code and the browser of the tests stay where they are.
 * Where no variable could name that folder, nothing is kept.
 * @param {string} folder
 * @returns {Record<string, string>}
 */
export function cachesIn(folder) {
  return { CASEWRIGHT_CACHE: userCache, ...(process.platform === 'linux' ? { XDG_CACHE_HOME: folder } : { CASEWRIGHT_NO_CACHE: '1' }) };
}
