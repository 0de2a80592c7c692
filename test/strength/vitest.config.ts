import { defineConfig } from 'vitest/config';
import { asShipped } from '../support/as-shipped.ts';

export default defineConfig({
  plugins: [asShipped],
  test: {
    include: ['test/strength/**/*.test.ts'],
    globalSetup: ['test/support/own-caches.ts', 'test/support/build.ts'],
    testTimeout: 60_000,
    maxWorkers: '100%', // Vitest would leave one core idle: of two, half the machine
  },
});
