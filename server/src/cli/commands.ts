import type { Command } from './arguments.ts';

/** A command as `--help` lists it; what it takes to run it is loaded when it is run. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

/** Every command there is. Adding one means adding an entry here and a file in commands/. */
export const commands: readonly CommandEntry[] = [
  { name: 'check', summary: 'Say what is wrong or missing in cases.', load: async () => (await import('./commands/check.ts')).checkCommand },
  { name: 'coverage', summary: 'Show which items each case covers.', load: async () => (await import('./commands/coverage.ts')).coverageCommand },
  {
    name: 'matrix',
    summary: 'Show all cases by all items: what was found, and which theory fits.',
    load: async () => (await import('./commands/matrix.ts')).matrixCommand,
  },
  { name: 'new', summary: 'Begin a case from a template.', load: async () => (await import('./commands/new.ts')).newCommand },
  { name: 'frameworks', summary: 'Show frameworks and their items.', load: async () => (await import('./commands/frameworks.ts')).frameworksCommand },
  { name: 'explain', summary: 'Explain a rule.', load: async () => (await import('./commands/explain.ts')).explainCommand },
  { name: 'lsp', summary: 'Start the language server.', load: async () => (await import('./commands/lsp.ts')).lspCommand },
];
