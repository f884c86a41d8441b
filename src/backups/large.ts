import type { CommandName } from '../contract/contract.ts';
import type { CoreState } from '../host/state.ts';
import type { ProjectSession } from '../project/session.ts';
import { copyBefore } from './keep.ts';
import type { Reason } from './rotation.ts';
import { backupReads } from './store.ts';

/** Commands that change much at once. Each can be undone; a copy also helps whom undo does not. */
const LARGE: Partial<Readonly<Record<CommandName, Reason>>> = {
  'codes.merge': 'merge',
  'import.confirm': 'import',
  'participants.importTable': 'import',
  'surveys.import': 'import',
  'import.replace': 'replace',
  'pseudonyms.apply': 'pseudonyms',
};

/** Copies what changed since the last copy before a command that changes much, in a project that holds documents. */
export function copyBeforeLarge(core: CoreState, session: ProjectSession, command: CommandName): void {
  const reason = LARGE[command];
  if (reason === undefined) return;
  if ((backupReads(session.reader).counts.get()?.documents ?? 0) > 0) copyBefore(core, session, reason);
}
