import type { z } from 'zod';
import { analysisContract } from '../analysis/contract.ts';
import { autoCodingContract } from '../auto-coding/contract.ts';
import { backupsContract } from '../backups/contract.ts';
import { codebookContract } from '../codebook/contract.ts';
import { codersContract } from '../coders/contract.ts';
import { codingsContract } from '../codings/contract.ts';
import { erasureContract } from '../erasure/contract.ts';
import { documentsContract } from '../documents/contract.ts';
import { historyContract } from '../history/contract.ts';
import { hypothesesContract } from '../hypotheses/contract.ts';
import { importContract } from '../imports/contract.ts';
import { memosContract } from '../memos/contract.ts';
import { participantsContract } from '../participants/contract.ts';
import { projectContract } from '../project/contract.ts';
import { pseudonymsContract } from '../pseudonyms/contract.ts';
import { reportsContract } from '../reports/contract.ts';
import { salvageContract } from '../salvage/contract.ts';
import { searchContract } from '../search/contract.ts';
import { setsContract } from '../sets/contract.ts';
import { settingsContract } from '../settings/contract.ts';
import { tablesContract } from '../tables/contract.ts';
import { transcriptsContract } from '../transcripts/contract.ts';
import { unsavedContract } from '../unsaved/contract.ts';
import { versionsContract } from '../versions/contract.ts';

/** Everything the program can be asked, in one map. Whatever door a call comes through, it is checked against this. */
export const contract = {
  ...projectContract,
  ...backupsContract,
  ...salvageContract,
  ...settingsContract,
  ...unsavedContract,
  ...importContract,
  ...documentsContract,
  ...transcriptsContract,
  ...participantsContract,
  ...tablesContract,
  ...pseudonymsContract,
  ...erasureContract,
  ...codersContract,
  ...codebookContract,
  ...versionsContract,
  ...setsContract,
  ...hypothesesContract,
  ...codingsContract,
  ...memosContract,
  ...historyContract,
  ...searchContract,
  ...autoCodingContract,
  ...analysisContract,
  ...reportsContract,
} as const;

export type Contract = typeof contract;
export type CallName = keyof Contract;
/** What a caller may send (before defaults and trimming). */
export type InputOf<N extends CallName> = z.input<Contract[N]['input']>;
/** What a handler receives. */
export type CheckedInputOf<N extends CallName> = z.output<Contract[N]['input']>;
export type OutputOf<N extends CallName> = z.output<Contract[N]['output']>;
export type NamesOfKind<K extends 'query' | 'command' | 'task'> = {
  [N in CallName]: Contract[N]['kind'] extends K ? N : never;
}[CallName];
export type QueryName = NamesOfKind<'query'>;
export type CommandName = NamesOfKind<'command'>;
export type TaskName = NamesOfKind<'task'>;

export function isCallName(value: string): value is CallName {
  return Object.hasOwn(contract, value);
}
