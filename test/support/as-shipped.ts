import type { Plugin } from 'vitest/config';

/**
 * Tests use the packages as they are in the bundles. Vitest would take the editions for development that some of them have:
 * those of Markdown's parser check the parser itself at every step, which takes as long as parsing.
 */
export const asShipped: Plugin = {
  name: 'as-shipped',
  enforce: 'post', // behind Vitest, which adds them
  configEnvironment(_, { resolve }) {
    if (resolve?.conditions) resolve.conditions = resolve.conditions.filter((condition) => condition !== 'development|production');
  },
};
