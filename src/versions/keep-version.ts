import type { CommandContext } from '../contract/handlers.ts';
import type { CodebookVersion } from './contract.ts';
import { takeSnapshot } from './snapshot.ts';
import { addVersion, versionReads } from './store.ts';

/** Longest list of names that says what a version was kept before, in UTF-16 code units. */
const MAX_SUBJECT = 400;

/** Keeps the codebook as it is, before codes of it are merged, split or removed; not again when the newest version is the same. */
export function keepVersion(
  context: CommandContext,
  reason: Exclude<CodebookVersion['reason'], 'named'>,
  codeNames: readonly string[],
): void {
  const { db, now } = context;
  const snapshot = JSON.stringify(takeSnapshot(db));
  if (versionReads(db).newestSnapshot.get() === snapshot) return;
  const names = codeNames.join(', ');
  const subject = names.length > MAX_SUBJECT ? `${names.slice(0, MAX_SUBJECT - 1)}…` : names;
  addVersion(db, { name: '', reason, subject, coderId: context.coderId(), snapshot }, now);
}
