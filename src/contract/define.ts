import type { z } from 'zod';

/**
 * The three kinds of calls.
 * - `query`: reads the open project on a read-only connection.
 * - `command`: changes the open project: one transaction, one history step, one `changed` event; undoable.
 * - `task`: everything else (opening a project, reading files to import, undo itself): never in the history.
 */
export type CallKind = 'query' | 'command' | 'task';

export interface QueryDefinition<I extends z.ZodType, O extends z.ZodType> {
  readonly kind: 'query';
  readonly input: I;
  readonly output: O;
}

export interface CommandDefinition<I extends z.ZodType, O extends z.ZodType> {
  readonly kind: 'command';
  readonly input: I;
  readonly output: O;
  /** Two commands in a row with the same key, the same coder and less than a second apart share one step; `null`: none. */
  readonly mergeKey?: (input: z.output<I>) => string | null;
}

export interface TaskDefinition<I extends z.ZodType, O extends z.ZodType> {
  readonly kind: 'task';
  readonly input: I;
  readonly output: O;
}

export type CallDefinition =
  | QueryDefinition<z.ZodType, z.ZodType>
  | CommandDefinition<z.ZodType, z.ZodType>
  | TaskDefinition<z.ZodType, z.ZodType>;

export function query<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): QueryDefinition<I, O> {
  return { kind: 'query', input, output };
}

export function command<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  options: { readonly mergeKey?: (input: z.output<I>) => string | null } = {},
): CommandDefinition<I, O> {
  return { kind: 'command', input, output, ...options };
}

export function task<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): TaskDefinition<I, O> {
  return { kind: 'task', input, output };
}
