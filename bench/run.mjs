// Measures Casewright beside its peers and beside servers that do nothing, in one run, and says which aims are met.
//   npm run bench -- [--quick] [--row NAME]… [--runs N] [--no-peers] [--product FOLDER] [--profile FOLDER] [--write]
// Builds for production first. See bench/README.md for what each row is.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { inRoot } from '../scripts/lib/paths.mjs';
import { main, Problem } from '../scripts/lib/problem.mjs';
import { installPeers, peerVersions } from './lib/install-peers.mjs';
import { measureAll } from './lib/measure.mjs';
import { prepareWorkloads } from './lib/prepare-workloads.mjs';
import { buildProduct } from './lib/product.mjs';
import { ownProgram, peerPrograms } from './lib/programs.mjs';
import { tableOf } from './lib/report.mjs';
import { floorServers, ownServers, peerServers } from './lib/servers.mjs';
import { evidence, plain } from './lib/variants.mjs';
import { check } from './rows/check.mjs';
import { editor, meanwhile } from './rows/editor.mjs';
import { keystroke, large } from './rows/keystroke.mjs';
import { requests } from './rows/requests.mjs';
import { start } from './rows/start.mjs';

// Starting comes first: code that was compiled then is kept, as it is for every author from the second day on.
const serverRows = [
  start,
  ...[plain, evidence].flatMap((variant) => [keystroke, large, requests].map((row) => row(variant))),
  ...[14, 1000, 10_000].map((count) => editor(count, plain)),
  editor(1000, evidence),
  ...[1000, 10_000].map(meanwhile),
];
const programRows = [...[14, 1000, 10_000].map((count) => check(count, plain)), check(1000, evidence)];
const quickRows = ['keystroke', 'keystroke-evidence', 'large', 'requests', 'requests-evidence', 'start', 'editor-1000', 'check-14', 'check-1000'];

function options() {
  try {
    const { values } = parseArgs({
      options: {
        quick: { type: 'boolean', default: false },
        row: { type: 'string', multiple: true },
        runs: { type: 'string' },
        peers: { type: 'boolean', default: true },
        product: { type: 'string' },
        profile: { type: 'string' },
        write: { type: 'boolean', default: false },
      },
      allowNegative: true,
    });
    const names = [...serverRows, ...programRows].map(({ name }) => name);
    const runs = Number(values.runs ?? (values.quick ? 1 : 3));
    if (values.row?.every((name) => names.includes(name)) !== false && Number.isInteger(runs) && runs > 0) return { ...values, runs };
    console.error(`Rows: ${names.join(', ')}`);
  } catch {
    // said below
  }
  throw new Problem('Usage: npm run bench -- [--quick] [--row NAME]… [--runs N] [--no-peers] [--product FOLDER] [--profile FOLDER] [--write]');
}

await main(async () => {
  const { quick, row, runs, peers, product: given, profile, write } = options();
  const withPeers = peers && !quick && !profile;
  if (withPeers) await installPeers();
  const product = given ? path.resolve(given) : buildProduct();
  const nodeOptions = profile ? ['--cpu-prof', `--cpu-prof-dir=${path.resolve(profile)}`] : [];
  const isWanted = (/** @type {{ name: string }} */ { name }) => (row ? row.includes(name) : !quick || quickRows.includes(name));

  const workloads = prepareWorkloads();
  const floors = profile ? [] : await floorServers();
  const servers = [...ownServers(product, nodeOptions), ...floors, ...(withPeers ? await peerServers() : [])];
  const programs = [ownProgram(product, nodeOptions), ...(withPeers ? peerPrograms() : [])];
  const byServer = await measureAll(serverRows.filter(isWanted), servers, workloads, runs);
  const byProgram = await measureAll(programRows.filter(isWanted), programs, workloads, runs);

  const results = new Map([...byServer.results, ...byProgram.results]);
  const failures = [...byServer.failures, ...byProgram.failures].map(({ row: name, subject, reason }) => `- ${name}, ${subject}: ${reason}`);
  const table = tableOf([...serverRows, ...programRows], results);
  const report = [`Medians of ${runs} ${runs === 1 ? 'run' : 'runs'} (of 1 with 10,000 cases); ×: times Casewright’s.`, '', table, '', ...failures].join('\n');
  console.log(`\n${report}`);
  if (write) fs.writeFileSync(inRoot('bench/RESULTS.md'), `${heading()}\n${report.trimEnd()}\n`);
});
process.exit();

/** What the numbers depend on. */
function heading() {
  const [cpu] = os.cpus();
  const { version } = JSON.parse(fs.readFileSync(inRoot('package.json'), 'utf8'));
  const load = os.loadavg()[0] ?? 0;
  const machine = `${os.cpus().length} × ${cpu?.model.trim()}, ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.type()} ${os.release()}`;
  return [
    '# What was measured',
    '',
    'Written by `npm run bench -- --write`; [README.md](README.md) says what each line is.',
    '',
    `- ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${machine}`,
    `- load at the end: ${load.toFixed(1)} on ${os.cpus().length} cores${load > os.cpus().length ? '. **Others were at work on the machine: believe the ratios only.**' : ''}`,
    `- Casewright ${version}; ${peerVersions().join(', ')}`,
    '',
  ].join('\n');
}
