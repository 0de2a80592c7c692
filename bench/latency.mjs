// How long an author waits: process start to initialize answered, and keystroke to diagnostics on a 2,500-word case.
//   node bench/latency.mjs [RUNS] [--all-frameworks]
// builds first; prints medians over RUNS (default 9) fresh servers. The case names the two frameworks that it is written
// for, or every one there is: its front matter then promises far more items than its text is about.
// Times depend on the machine; compare runs of one machine only.
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const { positionals, values } = parseArgs({ options: { 'all-frameworks': { type: 'boolean' } }, allowPositionals: true });
const runs = Number(positionals[0] ?? 9);
if (!Number.isInteger(runs) || runs < 1) {
  console.error('Usage: node bench/latency.mjs [RUNS] [--all-frameworks], with the number of servers to start, such as 9.');
  process.exit(2);
}
const keystrokes = 200;

/** Two of the example cases as one: front matter of the first, bodies of both, cut at 2,500 words. */
function workload() {
  const [first = '', second = ''] = ['brodersen', 'dge'].map((name) => fs.readFileSync(path.join(root, `examples/danish-smes/${name}.md`), 'utf8'));
  const body = second.slice(second.indexOf('\n---\n', 4) + 5);
  const words = [...`${first}\n${body}`.matchAll(/\S+/g)];
  const end = words[Math.min(words.length, 2500 + first.slice(0, first.indexOf('\n---\n', 4)).split(/\s+/).length)]?.index;
  const text = `${first}\n${body}`.slice(0, end);
  const all = fs.readdirSync(path.join(root, 'frameworks')).map((name) => path.basename(name, '.yaml'));
  return values['all-frameworks'] ? text.replace(/^frameworks:.*$/m, `frameworks: [${all.join(', ')}]`) : text;
}

/** @param {number[]} times @param {number} share */
const percentile = (times, share) => times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
const milliseconds = (/** @type {number} */ time) => `${time.toFixed(1)} ms`;

async function measure(/** @type {string} */ text) {
  const started = performance.now();
  const child = spawn(process.execPath, [path.join(root, 'dist/server.cjs'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  connection.listen();
  const capabilities = { textDocument: { diagnostic: {} } };
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, workspaceFolders: null, capabilities });
  const start = performance.now() - started;
  await connection.sendNotification('initialized', {});
  const uri = pathToFileURL(path.join(root, 'bench/case.md')).href;
  await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
  await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
  const first = performance.now() - started;

  // Typing in the middle of a paragraph in the middle of the case, one letter at a time.
  const line = text.slice(0, text.lastIndexOf('\n\n', text.length / 2)).split('\n').length + 1;
  const times = [];
  for (let index = 0; index < keystrokes; index += 1) {
    const at = { line, character: index };
    const pressed = performance.now();
    void connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: index + 2 },
      contentChanges: [{ range: { start: at, end: at }, text: index % 6 === 5 ? ' ' : 'a' }],
    });
    await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
    times.push(performance.now() - pressed);
  }
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  return { start, first, p50: percentile(times, 0.5), p95: percentile(times, 0.95) };
}

execFileSync(process.execPath, ['scripts/build.mjs', '--production'], { cwd: root, stdio: 'inherit' });
const text = workload();
/** @type {Awaited<ReturnType<typeof measure>>[]} */
const results = [];
for (let run = 0; run < runs; run += 1) results.push(await measure(text));
const median = (/** @type {keyof (typeof results)[0]} */ key) =>
  percentile(
    results.map((result) => result[key]),
    0.5,
  );
const words = text.slice(text.indexOf('\n---\n', 4) + 5).split(/\s+/).length;
const frameworks = values['all-frameworks'] ? 'all frameworks' : 'two frameworks';
console.log(`${words} words in the body, ${frameworks}, ${keystrokes} keystrokes, median of ${runs} servers, Node ${process.versions.node}`);
console.log(`process start to initialize answered   ${milliseconds(median('start'))}`);
console.log(`process start to first diagnostics     ${milliseconds(median('first'))}`);
console.log(`keystroke to diagnostics, p50          ${milliseconds(median('p50'))}`);
console.log(`keystroke to diagnostics, p95          ${milliseconds(median('p95'))}`);
for (const file of ['server.cjs', 'client.cjs', 'cli.cjs', 'panel.js', 'matrix.js', 'server.worker.js']) {
  console.log(`dist/${file.padEnd(34)}${(fs.statSync(path.join(root, 'dist', file)).size / 1024).toFixed(0)} kB`);
}
