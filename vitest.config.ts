import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/longest-first.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/seed.ts'],
    globalSetup: ['test/scratch.ts'],
    // As many as the smallest machine that runs the tests has cores; left to itself vitest keeps one free.
    maxWorkers: 2,
    // The two keep what they have loaded from file to file: an SDK takes longer to load than most files to run.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // A test in which no assertion runs has shown nothing.
    expect: { requireAssertions: true },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
