import { readFileSync } from 'node:fs';
import path from 'node:path';
import { didYouMean, listed } from '../core/rules/wording.ts';
import { nearest } from '../core/text/nearest.ts';
import { packageRoot } from '../node/package-root.ts';
import { readArguments } from './arguments.ts';
import { commands } from './commands.ts';
import { EXIT, StoppedError, UsageError, type ExitCode } from './exit-codes.ts';
import { commandHelp, programHelp } from './help.ts';
import type { Output } from './output.ts';

/** Does what the arguments say. Whatever goes wrong is said in a sentence and answered with exit code 2. */
export async function runCli(args: readonly string[], output: Output): Promise<ExitCode> {
  try {
    return await run(args, output);
  } catch (error) {
    if (error instanceof UsageError || error instanceof StoppedError) output.note(error.message);
    else
      output.note(
        `Casewright stopped because of a mistake of its own, please report it: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    return EXIT.failed;
  }
}

async function run([name, ...rest]: readonly string[], output: Output): Promise<ExitCode> {
  if (name === 'help' && rest[0] !== undefined) return run([rest[0], '--help'], output);
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    output.result(programHelp(commands, output.style));
    return name === undefined ? EXIT.failed : EXIT.clean;
  }
  if (name === '--version' || name === '-v') {
    output.result(`${version()}\n`);
    return EXIT.clean;
  }
  const entry = commands.find((candidate) => candidate.name === name);
  if (!entry) {
    const names = commands.map((candidate) => candidate.name);
    throw new UsageError(`There is no command “${name}”; there are ${listed(names)}.${didYouMean(nearest(name, names))}`);
  }
  const command = await entry.load();
  const end = rest.indexOf('--');
  if ((end < 0 ? rest : rest.slice(0, end)).some((word) => word === '--help' || word === '-h')) {
    output.result(commandHelp(command, output.style));
    return EXIT.clean;
  }
  return command.run(readArguments(name, command, rest), output);
}

function version(): string {
  const { version: found } = JSON.parse(readFileSync(path.join(packageRoot(), 'package.json'), 'utf8')) as { version: string };
  return found;
}
