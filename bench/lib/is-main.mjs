import fs from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Whether a module is what Node was started with, not one that another imports.
 * @param {string} url  the module's `import.meta.url`
 */
export const isMain = (url) => process.argv[1] !== undefined && fs.realpathSync(process.argv[1]) === fs.realpathSync(fileURLToPath(url));
