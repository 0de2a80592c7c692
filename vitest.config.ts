import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { asShipped } from './test/support/as-shipped.ts';
import { LongestFirst } from './test/support/longest-first.ts';

/** Tests that are run alike. What all of them need is set up once, below. */
const project = (test: TestProjectInlineConfiguration['test']): TestProjectInlineConfiguration => ({
  plugins: [asShipped],
  test: { testTimeout: 60_000, setupFiles: ['test/support/same-texts.ts'], ...test },
});

export default defineConfig({
  test: {
    globalSetup: ['test/support/own-caches.ts', 'test/support/build.ts'],
    sequence: { sequencer: LongestFirst },
    maxWorkers: '100%', // Vitest would leave one core idle: of two, half the machine
    projects: [
      // Pure functions keep nothing that one file could leave to the next, so their modules are loaded once and not for each file.
      project({ name: 'pure', include: ['test/{core,conformance,rules,grammar,docs}/**/*.test.ts'], isolate: false }),
      project({ name: 'programs', include: ['test/{lsp,cli,host,node}/**/*.test.ts'] }),
    ],
  },
});
