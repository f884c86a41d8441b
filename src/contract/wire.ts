import { z } from 'zod';
import { locale } from '../settings/contract.ts';

/** Largest message a shell accepts, in bytes; bigger payloads (files to import) are staged. */
export const MAX_MESSAGE_BYTES = 16 * 1024 * 1024;

/** What a window sends to the core. */
export const request = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('call'),
    id: z.number().int(),
    name: z.string().max(100),
    input: z.unknown(),
    locale,
  }),
  z.strictObject({ type: z.literal('cancel'), id: z.number().int() }),
  /** What was typed is written: the answer to `closing`. */
  z.strictObject({ type: z.literal('written') }),
]);
export type Request = z.output<typeof request>;

/** A failure as every door shows it: a stable code, a sentence in the caller's language, and plain data. */
export interface WireError {
  readonly code: string;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
}

export type Answer<T = unknown> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: WireError };

/** What the project's tables became: sent once per step, to every window. */
export interface ChangedEvent {
  readonly type: 'changed';
  readonly origin: 'command' | 'undo' | 'redo';
  readonly command: string;
  readonly stepId: number;
  readonly documents: readonly number[];
  readonly codes: readonly number[];
  readonly tables: readonly string[];
}

/** Another project was opened, or none is open any more. */
export interface ProjectEvent {
  readonly type: 'project';
  readonly path: string | null;
}

/** How far a long call is. `total` is 0 while unknown; `label` names the thing in hand (a file). */
export interface ProgressEvent {
  readonly type: 'progress';
  readonly callId: number;
  readonly done: number;
  readonly total: number;
  readonly label: string;
}

/** Settings of this machine changed. */
export interface SettingsEvent {
  readonly type: 'settings';
}

/** Copies were made, or could not be made: what is listed and warned of is another. */
export interface BackupsEvent {
  readonly type: 'backups';
}

/** The core died or the connection broke; the shell starts another core where it can. */
export interface LostEvent {
  readonly type: 'lost';
  readonly reason: string;
}

/** The program is about to end: a window writes what is typed, and says `written`. */
export interface ClosingEvent {
  readonly type: 'closing';
}

export type CoreEvent =
  ChangedEvent | ProjectEvent | ProgressEvent | SettingsEvent | BackupsEvent | LostEvent | ClosingEvent;

/** What the core sends to a window. */
export type Response =
  | { readonly type: 'answer'; readonly id: number; readonly answer: Answer }
  | { readonly type: 'event'; readonly event: CoreEvent };
