import type { MessagePort } from 'node:worker_threads';
import type { JobName } from './jobs.ts';

/** What reading one file may take. */
export interface ReadLimits {
  readonly timeMs: number;
  /** Bytes above what the process had when the reading began. */
  readonly memoryBytes: number;
}

/** How the overseer is made: what it starts, and what it holds it to. */
export interface OverseerData {
  readonly readerScript: string;
  readonly limits: ReadLimits;
}

/** One file to be read; what comes of it goes through the port. */
export interface ReadOrder {
  readonly type: 'read';
  readonly id: number;
  readonly job: JobName;
  readonly bytes: Uint8Array;
  readonly input: unknown;
  readonly port: MessagePort;
}

export type ToOverseer = ReadOrder | { readonly type: 'stop'; readonly id: number };

/** Why a reading came to no end of its own. */
export type Ending =
  { readonly why: 'time' | 'memory' | 'stopped' } | { readonly why: 'crash'; readonly reason: string };

export type FromOverseer = { readonly type: 'ended'; readonly id: number; readonly ending: Ending };

/** A reader says that it is there, and after each file that it waits for another. */
export type FromReader = { readonly type: 'free' };

/** An error as plain data: a class does not survive the way between threads, its code and its details do. */
export interface SentError {
  readonly kind: 'format' | 'repere' | 'other';
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** What a reader sends through the port of an order. */
export type FromJob =
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'done'; readonly value: unknown }
  | { readonly type: 'failed'; readonly error: SentError };
