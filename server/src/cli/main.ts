import { parentPort, workerData } from 'node:worker_threads';
import { serveReadings } from './cases/case-worker.ts';
import type { WorkerSetup } from './cases/messages.ts';
import { EXIT } from './exit-codes.ts';
import { processOutput, type Output } from './output.ts';
import { runCli } from './run-cli.ts';
import type { ViewName } from './views/all-views.ts';

if (parentPort) serveReadings(parentPort, workerData as WorkerSetup<ViewName>);
else start();

function start(): void {
  const output = openOutput();
  // The code is set, not thrown: a pipe may still have to take what was written.
  if (output) {
    void runCli(process.argv.slice(2), output).then((code) => {
      process.exitCode = code;
    });
  }
}

/** Undefined where there is no current folder: a shell may still stand in one that has been deleted. */
function openOutput(): Output | undefined {
  try {
    return processOutput();
  } catch {
    process.stderr.write('The current folder no longer exists; change to another one.\n');
    process.exitCode = EXIT.failed;
    return undefined;
  }
}
