import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, vi } from 'vitest';

/** Lets the runs of a test file keep what they find, in a folder that is empty before each test. @returns the folder of the test */
export function keepRuns(): () => string {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'casewright-runs-'));
    vi.stubEnv('XDG_CACHE_HOME', folder);
    vi.stubEnv('CASEWRIGHT_NO_CACHE', '');
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });
  return () => folder;
}
