import { z } from 'zod';
import type { CoreEvent, Request } from '../src/contract/wire.ts';

/** The one channel on which a window asks, and the one on which it is told. */
export const CALL_CHANNEL = 'repere:call';
export const EVENT_CHANNEL = 'repere:event';

const menuState = z.strictObject({
  projectOpen: z.boolean(),
  canUndo: z.boolean(),
  canRedo: z.boolean(),
  locale: z.enum(['fr', 'en']),
  /** Accelerators of actions whose keys the person changed; an empty one: none. */
  keys: z.record(z.string().max(60), z.string().max(60)).optional(),
});
export type MenuState = z.output<typeof menuState>;

/** What a window asks of the desktop itself, rather than of the core. */
export const shellRequest = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('pick-files'), kind: z.enum(['import', 'tables', 'project']) }),
  z.strictObject({
    type: z.literal('pick-save-path'),
    suggested: z.string().max(4_096),
    kind: z.enum(['project', 'csv', 'png', 'svg']),
  }),
  z.strictObject({ type: z.literal('open-path') }),
  z.strictObject({ type: z.literal('new-window') }),
  z.strictObject({ type: z.literal('menu-state'), state: menuState }),
]);
export type ShellRequest = z.output<typeof shellRequest>;
export type PickKind = Extract<ShellRequest, { type: 'pick-files' }>['kind'];
export type SaveKind = Extract<ShellRequest, { type: 'pick-save-path' }>['kind'];

/** What the menu asks of the window. */
export const MENU_ACTIONS = [
  'new-project',
  'open-project',
  'new-window',
  'close-project',
  'import',
  'import-table',
  'save-copy',
  'settings',
  'undo',
  'redo',
  'help',
] as const;
export type MenuAction = (typeof MENU_ACTIONS)[number];

/** What the desktop tells a window besides what the core does. */
export type ShellEvent =
  | { readonly type: 'menu'; readonly action: MenuAction }
  | { readonly type: 'open-path'; readonly path: string };

export type DesktopEvent = CoreEvent | ShellEvent;
export type DesktopRequest = Request | ShellRequest;
