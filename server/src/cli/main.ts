import { processOutput } from './output.ts';
import { runCli } from './run-cli.ts';

// The code is set, not thrown: a pipe may still have to take what was written.
void runCli(process.argv.slice(2), processOutput()).then((code) => {
  process.exitCode = code;
});
