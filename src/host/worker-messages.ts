import type { Answer, CoreEvent } from '../contract/wire.ts';
import type { Locale } from '../settings/contract.ts';
import type { CoreOptions } from './core.ts';

export type ToWorker =
  | { readonly type: 'start'; readonly options: CoreOptions }
  | {
      readonly type: 'call';
      readonly id: number;
      readonly name: string;
      readonly input: unknown;
      readonly locale: Locale;
    }
  | { readonly type: 'cancel'; readonly id: number }
  | { readonly type: 'stage'; readonly id: number; readonly fileName: string; readonly bytes: Uint8Array }
  | { readonly type: 'close'; readonly id: number };

export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'answer'; readonly id: number; readonly answer: Answer }
  | {
      readonly type: 'progress';
      readonly id: number;
      readonly done: number;
      readonly total: number;
      readonly label: string;
    }
  | { readonly type: 'event'; readonly event: CoreEvent }
  | { readonly type: 'staged'; readonly id: number; readonly stagedId: string }
  | { readonly type: 'closed'; readonly id: number };
