import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Scenario files import the package by its name; under test that is the source.
  resolve: { alias: { garrison: fileURLToPath(new URL('src/index.ts', import.meta.url)) } },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/global-setup.ts'],
    setupFiles: ['test/property-seed.ts'],
    // Laws are held on simulations of some seconds; a loaded machine may take ten times as long.
    testTimeout: 120_000,
    // Of its own it would leave one core idle.
    maxWorkers: '100%',
    // CI reads the counts from this file to print one plain closing line.
    reporters: process.env['CI'] ? ['default', 'json'] : ['default'],
    outputFile: { json: 'test-results.json' },
  },
});
