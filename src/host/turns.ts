import type { CoreState } from './state.ts';

/**
 * Holds back every command and task that comes later, so that what was asked first is done first. Queries need not wait:
 * what they read is not touched.
 */
export async function whileHolding<T>(core: CoreState, work: () => Promise<T>): Promise<T> {
  const { promise, resolve } = Promise.withResolvers<void>();
  core.held = promise;
  try {
    return await work();
  } finally {
    core.held = null;
    resolve();
  }
}
