import os from 'node:os';
import path from 'node:path';

/** The variables of the environment that say where a user wants such things. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Set to anything but nothing: keep nothing between runs, and use nothing that was kept. */
export const NO_CACHE = 'CASEWRIGHT_NO_CACHE';

/**
 * The folder for what can be made again at any time, where this system keeps such things: compiled code, results of
 * earlier runs. Each use has a folder of its own in it. Nothing is made or looked at here.
 * @returns an absolute path; undefined where the user wants no cache, or has no place for one
 */
export function cacheFolder(env: Environment = process.env, platform: NodeJS.Platform = process.platform): string | undefined {
  if (env[NO_CACHE]) return undefined;
  const base = usersCaches(env, platform);
  return base === undefined ? undefined : path.join(base, 'casewright');
}

function usersCaches(env: Environment, platform: NodeJS.Platform): string | undefined {
  if (platform === 'win32') return absolute(env.LOCALAPPDATA) ?? inHome('AppData', 'Local');
  if (platform === 'darwin') return inHome('Library', 'Caches');
  // The XDG specification has relative paths ignored.
  return absolute(env.XDG_CACHE_HOME) ?? inHome('.cache');
}

function absolute(folder: string | undefined): string | undefined {
  return folder !== undefined && path.isAbsolute(folder) ? folder : undefined;
}

function inHome(...steps: readonly string[]): string | undefined {
  try {
    const home = absolute(os.homedir());
    return home === undefined ? undefined : path.join(home, ...steps);
  } catch {
    return undefined; // a user without an entry in the system's list, as in some containers
  }
}
