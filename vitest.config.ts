import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    env: { TZ: 'Europe/Oslo' },
    testTimeout: 30_000,
    hookTimeout: 180_000,
    // Each has a database and perhaps a browser beside it, which do half of the work: on two processors two suffice.
    maxWorkers: Math.max(2, Math.min(6, availableParallelism() - 1)),
    // Files share what they import: no test changes a module, and reading the house anew for each costs minutes.
    isolate: false,
    projects: [
      { extends: true, test: { name: 'rules', include: ['src/**/*.test.ts', 'web/**/*.test.ts'] } },
      {
        extends: true,
        // Room for a machine that is busy with something else; nothing here waits for a time to pass.
        test: {
          name: 'api',
          include: ['tests/api/**/*.test.ts'],
          globalSetup: 'tests/support/after-run.ts',
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'pages',
          include: ['tests/pages/**/*.test.ts'],
          globalSetup: ['tests/support/build-pages.ts', 'tests/support/after-run.ts'],
          testTimeout: 180_000,
        },
      },
    ],
  },
})
