import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** A folder with a study in it, on disk. */
export interface Study {
  readonly folder: string;
  readonly root: string;
  readonly uri: (name: string) => string;
  readonly write: (name: string, content: string | Uint8Array) => void;
  readonly delete: (name: string) => void;
  readonly remove: () => void;
}

/** Makes a study with the given files in a new folder. Call `remove` when done. */
export function makeStudy(files: Readonly<Record<string, string | Uint8Array>>): Study {
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'casewright-study-')));
  const study: Study = {
    folder,
    root: pathToFileURL(folder).href,
    uri: (name) => pathToFileURL(path.join(folder, name)).href,
    write: (name, content) => {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
    },
    delete: (name) => {
      rmSync(path.join(folder, name), { recursive: true });
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
  for (const [name, content] of Object.entries(files)) study.write(name, content);
  return study;
}
