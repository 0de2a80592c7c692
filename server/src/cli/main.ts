import { EXIT } from './exit-codes.ts';
import { processOutput, type Output } from './output.ts';
import { runCli } from './run-cli.ts';

const output = openOutput();
// The code is set, not thrown: a pipe may still have to take what was written.
if (output) {
  void runCli(process.argv.slice(2), output).then((code) => {
    process.exitCode = code;
  });
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
