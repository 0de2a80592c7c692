// The workloads on disk, where every linter finds them: outside of this checkout, whose .gitignore and package.json some obey.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { scratchFolder } from '../../scripts/lib/scratch.mjs';
import { addEvidence, caseOfBytes, caseOfWords, writeLinterConfiguration, writeWorkspace } from '../workloads.mjs';

/** @returns {import('./row.mjs').Workloads} */
export function prepareWorkloads() {
  const folder = scratchFolder('bench-case');
  const file = path.join(folder, 'measured.md');
  const text = caseOfWords(2500);
  writeLinterConfiguration(folder);
  fs.writeFileSync(file, text);
  const large = caseOfBytes(1_000_000);
  return { folder, file, text, large, study: (count) => study(count, false), evidence: withEvidence(text, large) };
}

/**
 * @param {string} plain
 * @param {string} plainLarge
 * @returns {import('./row.mjs').Workload}
 */
function withEvidence(plain, plainLarge) {
  const folder = scratchFolder('bench-evidence');
  const file = path.join(folder, 'measured.md');
  const [text = '', large = ''] = addEvidence(folder, [plain, plainLarge]);
  fs.writeFileSync(file, text);
  return { folder, file, text, large, study: (count) => study(count, true) };
}

/**
 * Kept from run to run, as writing 10,000 cases takes a while; made anew when the examples or what writes them change.
 * @param {number} count
 * @param {boolean} hasEvidence
 * @returns {string} the folder
 */
function study(count, hasEvidence) {
  const folder = path.join(os.tmpdir(), `casewright-study-${hasEvidence ? 'evidence-' : ''}${count}-${versionOfWorkloads()}`);
  if (fs.existsSync(folder)) return folder;
  console.log(`> Writing a study of ${count.toLocaleString('en')} cases to ${folder}`);
  const partial = `${folder}.partial-${process.pid}`;
  writeWorkspace(partial, count, { hasEvidence });
  fs.renameSync(partial, folder);
  return folder;
}

/** What the texts depend on, as a short hash. */
function versionOfWorkloads() {
  const hash = createHash('sha256');
  const examples = fs.readdirSync(inRoot('examples/danish-smes')).map((file) => `examples/danish-smes/${file}`);
  const code = ['bench/workloads.mjs', ...['material', 'random', 'write-case', 'write-evidence'].map((name) => `bench/lib/${name}.mjs`)];
  for (const file of [...examples.sort(), ...code]) hash.update(fs.readFileSync(inRoot(file)));
  return hash.digest('hex').slice(0, 10);
}
