import { createRequire } from 'node:module';
import path from 'node:path';
import { packageRoot } from '../../node/package-root.ts';
import type { Command } from '../arguments.ts';
import { EXIT, UsageError } from '../exit-codes.ts';

export const lspCommand: Command = {
  usage: 'lsp --stdio',
  about: ['Starts the language server, for editors that can be told which program to start for Markdown files.'],
  options: {
    stdio: { help: 'Speak over standard input and output.' },
    clientProcessId: { takes: 'PID', help: 'End when this process has ended.' },
  },
  examples: [['lsp --stdio', 'What to enter in the editor’s settings.']],
  most: 0,
  async run(given) {
    if (!given.has('stdio')) throw new UsageError('Say how the editor speaks with the server: casewright lsp --stdio.');
    // A bundle of its own, which starts when it is loaded: no other command pays for the protocol.
    createRequire(import.meta.url)(path.join(packageRoot(), 'dist/server.cjs'));
    return EXIT.clean;
  },
};
