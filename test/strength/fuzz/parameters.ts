import { interruptAfterTimeLimit, type Parameters } from 'fast-check';

/** How many properties share the time that a long run is given. */
const PROPERTIES = 5;

/**
 * How long a property is tried: `runs` times in `npm test`; in `npm run fuzz`, which says so in the environment, as long as
 * its share of the minutes lasts, from the seed given there. The same every time in `npm test`: whoever changes something
 * else is not to be surprised by what nobody has met yet.
 */
export function fuzzing(runs: number): Parameters<unknown> {
  const minutes = Number(process.env.CASEWRIGHT_FUZZ_MINUTES ?? 0);
  const seed = process.env.CASEWRIGHT_FUZZ_SEED ?? '1';
  return {
    seed: Number(seed),
    ...(minutes > 0 ? { numRuns: Number.MAX_SAFE_INTEGER, plugins: [interruptAfterTimeLimit((minutes * 60_000) / PROPERTIES)] } : { numRuns: runs }),
  };
}

/** Longer than any property may take, in milliseconds. */
export function fuzzingTimeout(): number {
  return 120_000 + Number(process.env.CASEWRIGHT_FUZZ_MINUTES ?? 0) * 60_000;
}
