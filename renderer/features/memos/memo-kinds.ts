import type { MemoKind } from '../../../src/memos/contract.ts';

/** The kinds in the order in which they are offered. */
export const memoKinds: readonly MemoKind[] = [
  'free',
  'project',
  'document',
  'passage',
  'code',
  'coding',
  'participant',
  'hypothesis',
];
