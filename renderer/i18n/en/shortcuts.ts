import type { SameKeys } from '../areas.ts';
import type { fr } from '../fr/shortcuts.ts';

export const en: SameKeys<typeof fr> = {
  title: 'Keyboard shortcuts',
  hint: 'Your keys hold for all your projects on this computer.',
  edit: 'Edit shortcuts…',
  search: 'Search for a shortcut',
  nothing: 'No shortcut has this name or these keys.',
  change: 'Change the keys: {{label}}',
  press: 'Press the keys… Esc gives up.',
  reset: 'Original keys: {{label}}',
  resetAll: 'Reset all',
  none: 'No keys',
  conflict: '{{keys}} already does “{{label}}”.',
  take: 'Take these keys',
  keep: 'Leave',
  reserved: '{{keys}} moves, leaves or copies, and does not change.',
  fixed: 'In the palette, the tree and lists, keys are those of every program.',
};
