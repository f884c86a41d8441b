import type { Connection } from '../database/connection.ts';
import type { StepDetails } from '../history/recorder.ts';
import type { CoreState } from '../host/state.ts';
import type { ProjectSession } from '../project/session.ts';
import type { Locale } from '../settings/contract.ts';
import type { CheckedInputOf, CommandName, OutputOf, QueryName, TaskName } from './contract.ts';

export interface QueryContext {
  /** Read-only. */
  readonly db: Connection;
  readonly session: ProjectSession;
  readonly locale: Locale;
}

export interface CommandContext {
  /** Inside the command's transaction; every change is recorded for undo. */
  readonly db: Connection;
  readonly session: ProjectSession;
  readonly locale: Locale;
  /** ISO time of the command. */
  readonly now: string;
  /** The person who works, made as a coder when it is their first change. */
  coderId(): number;
  /** What the step's label will say; see `history/labels.ts`. */
  describe(details: StepDetails): void;
}

export interface TaskContext {
  readonly core: CoreState;
  readonly locale: Locale;
  readonly signal: AbortSignal;
  /** Reports how far the task is and lets other calls in; throws `call.cancelled` when the person stopped it. */
  progress(done: number, total: number, label: string): Promise<void>;
}

export type QueryHandlers<N extends QueryName> = {
  readonly [K in N]: (context: QueryContext, input: CheckedInputOf<K>) => OutputOf<K> | Promise<OutputOf<K>>;
};
export type CommandHandlers<N extends CommandName> = {
  readonly [K in N]: (context: CommandContext, input: CheckedInputOf<K>) => OutputOf<K>;
};
export type TaskHandlers<N extends TaskName> = {
  readonly [K in N]: (context: TaskContext, input: CheckedInputOf<K>) => OutputOf<K> | Promise<OutputOf<K>>;
};

/** The names of a kind in one feature's part of the contract. */
export type InFeature<F, K extends 'query' | 'command' | 'task'> = {
  [N in keyof F]: F[N] extends { readonly kind: K } ? N : never;
}[keyof F];
