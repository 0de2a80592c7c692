// Runs a command that must not outlive its starter:   node tether.mjs [--remove=FOLDER] COMMAND ARGS…
// The starter holds this process's standard input open. When that closes, however the starter ended, or on a signal, the
// command ends with everything it started, and the folder goes.
import { spawn } from 'node:child_process';
import fs from 'node:fs';

const [first, ...rest] = process.argv.slice(2);
const folder = /^--remove=(.+)$/.exec(first)?.[1];
const [command, ...args] = folder ? rest : [first, ...rest];
const child = spawn(command, args, { detached: true, stdio: ['ignore', 'inherit', 'inherit'] }); // leads a process group of its own

/** @param {NodeJS.Signals} signal */
function killGroup(signal) {
  try {
    if (child.pid) process.kill(-child.pid, signal);
  } catch {
    // nobody is left
  }
}

let ending = false;
function end() {
  if (ending) return;
  ending = true;
  killGroup('SIGTERM');
  setTimeout(() => killGroup('SIGKILL'), 2000);
}

process.stdin.on('end', end).on('error', end).resume();
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, end);
child.on('error', (error) => {
  console.error(String(error));
  process.exit(1);
});
child.on('exit', (code) => {
  killGroup('SIGKILL'); // extension hosts, terminals, language servers
  if (folder) fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  process.exit(code ?? 1);
});
