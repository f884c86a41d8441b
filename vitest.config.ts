import { defineConfig } from 'vitest/config';

/** No test is about seconds: a slow or busy machine is no failure. */
const PATIENT = { testTimeout: 30_000, hookTimeout: 30_000 };

const node = (name: string, include: string[], extra: Record<string, unknown> = {}) => ({
  test: {
    name,
    include,
    environment: 'node' as const,
    setupFiles: ['test/helpers/guard.ts'],
    ...PATIENT,
    ...extra,
  },
});

export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      node('unit', ['test/unit/**/*.test.ts']),
      node('store', ['test/store/**/*.test.ts', 'test/migrations/**/*.test.ts']),
      node(
        'contract',
        ['test/contract/**/*.test.ts', 'test/cli/**/*.test.ts', 'test/electron/**/*.test.ts'],
        {
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      ),
      {
        test: {
          name: 'renderer',
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          environment: 'happy-dom' as const,
          setupFiles: ['test/helpers/guard.ts'],
          ...PATIENT,
        },
      },
      node('packaging', ['test/packaging/**/*.test.ts'], { testTimeout: 180_000, hookTimeout: 180_000 }),
      node('e2e', ['test/e2e/**/*.test.ts'], {
        testTimeout: 120_000,
        hookTimeout: 120_000,
        // What is waited for comes when it comes; a second would be too short on a busy machine.
        expect: { poll: { timeout: 30_000 } },
        // Each file has a program and a browser of its own, and waits much: two at once fit two processors.
        maxWorkers: 2,
      }),
    ],
  },
});
