import { ReaderPool } from '../readers/pool.ts';
import { readerScripts } from './paths.ts';

let shared: ReaderPool | null = null;

/** The readers of this process: whatever core asks, one of them waits warm. */
export function sharedReaders(): ReaderPool {
  shared ??= new ReaderPool(readerScripts());
  return shared;
}
