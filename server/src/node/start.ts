import { fileURLToPath } from 'node:url';
import { runCompiled } from './compiled-code.ts';
import { OPTIMIZED_LATE, PATTERNS_AT_ONCE, SMALL_NEW_SPACE, tuneEngine } from './tune-engine.ts';

tuneEngine(PATTERNS_AT_ONCE, OPTIMIZED_LATE, SMALL_NEW_SPACE);
runCompiled(fileURLToPath(new URL('server-main.cjs', import.meta.url)), { use: 'server' });
