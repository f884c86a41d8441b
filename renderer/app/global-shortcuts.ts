import { useEffect } from 'react';
import { useBoundKeys } from '../ui/bound-keys.ts';
import { pickAndOpenProject } from './boot.ts';
import { openSearch, stepHit } from '../features/search/state.ts';
import { redo, undo } from './history.ts';
import { useNavigation } from './navigation.ts';
import { usePreferences } from './preferences.ts';
import { cycleRegions } from './region.tsx';
import { useSession } from './session.ts';
import { DEFAULT_KEYS } from './shortcut-list.ts';
import { dispatchShortcut, useShortcut } from './shortcuts.ts';
import { openImport, useWindows } from './windows.ts';

/** The keys that work everywhere. */
export function useGlobalShortcuts(): void {
  const isOpen = useSession((state) => state.project !== null);
  const show = useNavigation((state) => state.show);
  const openWindow = useWindows((state) => state.show);
  useEffect(() => {
    window.addEventListener('keydown', dispatchShortcut);
    return () => window.removeEventListener('keydown', dispatchShortcut);
  }, []);
  const { shortcuts } = usePreferences();
  useEffect(() => useBoundKeys.setState({ ...DEFAULT_KEYS, ...shortcuts }, true), [shortcuts]);
  const inProject = { enabled: isOpen };
  useShortcut('app.coder', () => show('coder'), inProject);
  useShortcut('app.quotations', () => show('quotations'), inProject);
  useShortcut('app.frequencies', () => show('frequencies'), inProject);
  useShortcut('app.hypotheses', () => show('hypotheses'), inProject);
  useShortcut('app.memos', () => show('memos'), inProject);
  useShortcut('search.all', () => openSearch(false), inProject);
  useShortcut('coder.find', () => openSearch(true), inProject);
  useShortcut('search.next', () => stepHit(1), inProject);
  useShortcut('search.previous', () => stepHit(-1), inProject);
  useShortcut('app.undo', () => void undo(), inProject);
  useShortcut('app.redo', () => void redo(), inProject);
  const step = useNavigation((state) => state.step);
  useShortcut('app.history', () => openWindow({ kind: 'history' }), inProject);
  useShortcut('app.back', () => step(-1), inProject);
  useShortcut('app.forward', () => step(1), inProject);
  useShortcut('app.import', () => openImport(), inProject);
  useShortcut('app.new', () => openWindow({ kind: 'new-project', files: [] }));
  useShortcut('app.open', () => void pickAndOpenProject());
  useShortcut('app.settings', () => openWindow({ kind: 'settings' }));
  useShortcut('app.help', () => openWindow({ kind: 'help' }));
  useShortcut('app.nextRegion', () => cycleRegions(1));
  useShortcut('app.previousRegion', () => cycleRegions(-1));
}
