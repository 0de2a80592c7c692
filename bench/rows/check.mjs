// The command line on a study: with nothing kept from an earlier run, and again with nothing changed.
import fs from 'node:fs';
import { runProgram } from '../lib/program.mjs';
import { scratchFolder } from '../../scripts/lib/scratch.mjs';

/** @typedef {import('../lib/programs.mjs').Program} Program */
/** @typedef {import('../lib/variants.mjs').Variant} Variant */

const LIMIT = 600_000;

/**
 * @param {number} count  cases of the study
 * @param {Variant} variant
 * @returns {import('../lib/row.mjs').Row<Program>}
 */
export const check = (count, { name, title, suits, workload }) => ({
  name: name(`check-${count}`),
  metrics: {
    wall: { title: title(`check ${count.toLocaleString('en')} cases, cold`), unit: 's' },
    cpu: { title: 'the same, CPU', unit: 's' },
    peak: { title: 'the same, memory at its most', unit: 'MB' },
    warm: { title: title(`check ${count.toLocaleString('en')} cases, warm`), unit: 's' },
    warmCpu: { title: 'the same, CPU', unit: 's' },
  },
  ...(count >= 10_000 ? { runs: 1 } : {}),
  suits,
  async measure(program, workloads) {
    const cwd = workload(workloads).study(count);
    const kept = scratchFolder('bench-kept');
    const { command, env } = program.prepare(kept);
    const once = async () => {
      const cost = await runProgram(command, { cwd, env, limit: LIMIT });
      if (!program.codes.includes(cost.code ?? -1)) throw new Error(`it ended with exit code ${cost.code}`);
      return cost;
    };
    const cold = await once();
    const warm = program.keeps ? await once() : undefined;
    fs.rmSync(kept, { recursive: true, force: true });
    return {
      wall: cold.wall / 1000,
      cpu: cold.cpu / 1000,
      peak: cold.peak,
      ...(warm ? { warm: warm.wall / 1000, warmCpu: warm.cpu / 1000 } : {}),
    };
  },
});
