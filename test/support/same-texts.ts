import fc from 'fast-check';

/**
 * Where random texts begin: the same in each run of the tests, so that whoever changes something else is not surprised by
 * what nobody has met yet. `npm run fuzz` begins elsewhere.
 */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.CASEWRIGHT_FUZZ_SEED ?? 1) });
