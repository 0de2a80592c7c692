// Folders that are gone when the process is.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onEnd } from './cleanup.mjs';

/** @param {string} what  to know it by */
export function scratchFolder(what) {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), `casewright-${what}-`)));
  onEnd(() => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));
  return folder;
}
