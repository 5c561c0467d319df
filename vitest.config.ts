import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const mocking = ['test/bench/work-counts.test.ts'];

export default defineConfig({
  // Scenario files import the package by its name; under test that is the source.
  resolve: { alias: { garrison: fileURLToPath(new URL('src/index.ts', import.meta.url)) } },
  test: {
    globalSetup: ['test/global-setup.ts'],
    setupFiles: ['test/property-seed.ts'],
    // Files of one worker share its modules: to load them anew for each took half of the time of the small ones. What a file
    // changes of them it puts back (vi.restoreAllMocks); one that mocks whole modules has a worker of its own.
    projects: [
      { extends: true, test: { name: 'laws', include: ['test/**/*.test.ts'], exclude: mocking, isolate: false } },
      { extends: true, test: { name: 'counts', include: mocking } },
    ],
    // Laws are held on simulations of some seconds; a loaded machine may take ten times as long.
    testTimeout: 120_000,
    // Of its own it would leave one core idle.
    maxWorkers: '100%',
    // CI reads the counts from this file to print one plain closing line.
    reporters: process.env['CI'] ? ['default', 'json'] : ['default'],
    outputFile: { json: 'test-results.json' },
  },
});
