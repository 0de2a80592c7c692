import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 compile regular expressions once. It does so twice: into bytecode when one is first used, and into machine code
 * the next time; ours, with a hundred words each, are nearly all used again at once. Only in a process of Node's own:
 * Electron can have closed V8's flags by now, and setting one would then end the process.
 */
export function tuneEngine(): void {
  if (process.versions.electron === undefined) setFlagsFromString('--no-regexp-tier-up');
}
