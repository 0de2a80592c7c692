import { execFileSync } from 'node:child_process';
import { PROJECT_ROOT } from './workspace.ts';

/** Tests of the server and the command line run what is shipped, so the bundles are brought up to date first. */
export function setup(): void {
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: PROJECT_ROOT, stdio: 'inherit' });
}
