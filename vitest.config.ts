import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['src/**/*.test.ts'], testTimeout: 30_000 } },
      {
        test: {
          name: 'site',
          include: ['tests/**/*.test.ts'],
          // One build of the project's own seeds serves all that look at a finished site.
          globalSetup: ['tests/build/build-once.ts'],
          // Builds and browsers share two cores at worst; side by side they only wait for each other.
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
