import { fileURLToPath } from 'node:url';
import { runCompiled } from './compiled-code.ts';

runCompiled(fileURLToPath(new URL('server-main.cjs', import.meta.url)), { use: 'server' });
