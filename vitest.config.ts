import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{core,conformance,rules,lsp,cli,host,node,grammar,docs}/**/*.test.ts'],
    globalSetup: ['test/support/own-caches.ts', 'test/support/build.ts'],
    testTimeout: 60_000,
  },
});
