import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this package, which holds `frameworks/`, `templates/` and `docs/rules/`: above the bundle, or above the sources. */
export function packageRoot(): string {
  const start = path.dirname(fileURLToPath(import.meta.url));
  for (let folder = start; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'package.json')) && existsSync(path.join(folder, 'frameworks'))) return folder;
    if (folder === path.dirname(folder)) throw new Error(`The files of Casewright are incomplete: no frameworks/ at or above ${start}. Install it again.`);
  }
}
