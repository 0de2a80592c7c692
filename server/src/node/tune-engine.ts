import { setFlagsFromString } from 'node:v8';

/**
 * Compiles regular expressions once. V8 does so twice: into bytecode when one is first used, and into machine code the
 * next time; ours, with a hundred words each, are nearly all used again at once.
 */
export const PATTERNS_AT_ONCE = '--no-regexp-tier-up';

/**
 * Keeps the space for new objects as small as it is at the start. It would grow to sixteen times that while cases are
 * read, and stay so: 13 MB of memory, for a twentieth of the time that a keystroke takes.
 */
export const SMALL_NEW_SPACE = '--semi-space-growth-factor=1';

/**
 * Lets code run twice as long before it is compiled for speed. What reads a case is a great many functions, each of
 * them slow only at first: over a thousand cases on the command line, compiling them sooner costs a tenth more time than it
 * gains; at the keyboard a fifth of the processor's time, the slowest answers (p99 12 ms instead of 7) and 6 MB.
 */
export const OPTIMIZED_LATE = '--interrupt-budget=300000';

/**
 * Sets flags of V8; before anything is compiled, since compiled code is good for the same flags only. Only in a process of
 * Node's own: Electron can have closed V8's flags by now, and setting one would then end the process.
 */
export function tuneEngine(...flags: readonly string[]): void {
  if (process.versions.electron === undefined) for (const flag of flags) setFlagsFromString(flag);
}
