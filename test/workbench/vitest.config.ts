import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/workbench/**/*.test.ts'],
    globalSetup: 'test/support/build.ts',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    // VS Code closes a popup when findings come in beside it; a person would press the key again, too.
    retry: 2,
  },
});
