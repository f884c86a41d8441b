import type { CommandName } from '../contract/contract.ts';
import type { ProjectSession } from '../project/session.ts';
import { isUncopied } from './keep.ts';
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

/**
 * Why what changed since the last copy is to be copied before a command that changes much, in a project that holds
 * documents; `null` when it is not.
 */
export function reasonToCopyBefore(session: ProjectSession, command: CommandName): Reason | null {
  const reason = LARGE[command];
  if (reason === undefined || !isUncopied(session)) return null;
  return (backupReads(session.reader).counts.get()?.documents ?? 0) > 0 ? reason : null;
}
