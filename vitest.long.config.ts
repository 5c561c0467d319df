import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Laws that take minutes: coverage and levels over hundreds of simulated records. No part of CI; docs/validation.md has
// what they last said.
export default defineConfig({
  resolve: { alias: { garrison: fileURLToPath(new URL('src/index.ts', import.meta.url)) } },
  test: {
    include: ['test-long/**/*.test.ts'],
    setupFiles: ['test/property-seed.ts'],
    testTimeout: 3_600_000,
    maxWorkers: '100%',
  },
});
