import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { runCompiled } from '../node/compiled-code.ts';
import { OPTIMIZED_LATE, PATTERNS_AT_ONCE, SMALL_NEW_SPACE, tuneEngine } from '../node/tune-engine.ts';
import { EXIT } from './exit-codes.ts';

const command = !isMainThread ? 'worker' : (/^[a-z]+$/.exec(process.argv[2] ?? '')?.[0] ?? 'help');

// Several threads together take much memory; one alone is a tenth faster if it has some.
tuneEngine(PATTERNS_AT_ONCE, OPTIMIZED_LATE, ...(isMainThread ? [] : [SMALL_NEW_SPACE]));
runCompiled(fileURLToPath(new URL('cli-main.cjs', import.meta.url)), {
  use: command,
  // A slip of the pen is no command of which it would be worth while to keep the code.
  isTypical: () => process.exitCode !== EXIT.failed,
});
