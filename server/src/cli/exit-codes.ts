/** What the program tells the shell when it ends (README, “On the command line”). */
export const EXIT = {
  /** All was done, and nothing is to be complained of. */
  clean: 0,
  /** All was done; there are findings that matter, or a gate is not met. */
  findings: 1,
  /** Not all that was asked for could be done. */
  failed: 2,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What was asked for makes no sense; the message is one sentence that says what would. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The work could not be brought to its end, and it is nobody's mistake; the message says why and what can be done. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError';
}
