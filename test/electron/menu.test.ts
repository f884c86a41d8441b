import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test, vi } from 'vitest';
import { LABELS } from '../../electron/labels.ts';
import { emptyMenuState, menuTemplate } from '../../electron/menu.ts';
import { zoomed, type ZoomStep } from '../../electron/zoom.ts';
import { MENU_ACTIONS, type MenuAction, type MenuState } from '../../electron/messages.ts';

const PLATFORMS = ['darwin', 'win32', 'linux'] as const;
const open: MenuState = { projectOpen: true, canUndo: true, canRedo: true, locale: 'fr' };

function items(
  platform: NodeJS.Platform,
  state: MenuState,
  act: (action: MenuAction) => void = () => undefined,
  zoom: (by: ZoomStep) => void = () => undefined,
) {
  const all = (list: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
    list.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? all(item.submenu) : [])]);
  return all(menuTemplate({ platform, state, act, zoom })).filter((item) => item.type !== 'separator');
}

describe.each(PLATFORMS)('the menu on %s', (platform) => {
  test('is complete in both languages', () => {
    for (const locale of ['fr', 'en'] as const) {
      const found = items(platform, { ...open, locale });
      const actions = found.map(({ id }) => id).filter((id) => id !== undefined);
      expect(actions.toSorted()).toEqual([...MENU_ACTIONS].toSorted());
      for (const { label } of found) expect(label ?? '').not.toBe('');
    }
    const labels = (locale: 'fr' | 'en') => items(platform, { ...open, locale }).map(({ label }) => label);
    expect(labels('fr')).toHaveLength(labels('en').length);
  });

  test('has the editing roles, and each shortcut once', () => {
    const found = items(platform, open);
    const roles = found.map(({ role }) => role);
    expect(roles).toEqual(expect.arrayContaining(['cut', 'copy', 'paste', 'selectAll', 'close', 'quit']));
    const shortcuts = found.map(({ accelerator }) => accelerator).filter((keys) => keys !== undefined);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
  });

  test('passes what is chosen on to the window', () => {
    const act = vi.fn<(action: MenuAction) => void>();
    for (const { id, click } of items(platform, open, act)) {
      if (id !== undefined) (click as () => void)();
    }
    expect(act.mock.calls.map(([action]) => action).toSorted()).toEqual([...MENU_ACTIONS].toSorted());
  });

  test('makes everything larger and smaller within limits', () => {
    const steps = vi.fn<(by: ZoomStep) => void>();
    const wanted = [LABELS.fr.zoomIn, LABELS.fr.zoomOut, LABELS.fr.resetZoom];
    for (const { label, click, visible } of items(platform, open, undefined, steps)) {
      if (visible !== false && wanted.includes(label ?? '')) (click as () => void)();
    }
    expect(steps.mock.calls.map(([by]) => by)).toEqual([1, -1, 0]);
    let factor = 1;
    for (let press = 0; press < 9; press += 1) factor = zoomed(factor, 1);
    expect(factor).toBe(2);
    for (let press = 0; press < 12; press += 1) factor = zoomed(factor, -1);
    expect(factor).toBe(0.8);
    expect(zoomed(1.21, 1)).toBe(1.25);
    expect(zoomed(1.7, 0)).toBe(1);
  });

  test('greys what cannot be done', () => {
    const grey = items(platform, emptyMenuState('en'))
      .filter(({ enabled }) => enabled === false)
      .map(({ id }) => id);
    const edits = platform === 'darwin' ? [] : ['undo', 'redo'];
    expect(grey).toEqual(['import', 'import-table', 'save-copy', 'new-window', 'close-project', ...edits]);
    expect(items(platform, open).filter(({ enabled }) => enabled === false)).toEqual([]);
  });
});

test('both languages say everything, and differently', () => {
  const flat = (labels: object): string[] =>
    Object.values(labels).flatMap((label: string | object) =>
      typeof label === 'string' ? [label] : flat(label),
    );
  const [fr, en] = [flat(LABELS.fr), flat(LABELS.en)];
  expect(fr).toHaveLength(en.length);
  expect(fr.every((label) => label.trim() !== '')).toBe(true);
  expect(fr.filter((label) => / [:;!?»]|« /u.test(label))).toEqual([]);
  const same = fr.filter((label, index) => label === en[index]);
  expect(same).toEqual(['Services']);
});
