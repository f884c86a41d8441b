import { isChord, type Pressed } from './chords.ts';
import type { MessageKey } from '../i18n/areas.ts';
import { useBoundKeys } from '../ui/bound-keys.ts';

export type ShortcutGroup = 'program' | 'reader' | 'palette' | 'tree' | 'lists';

export interface ShortcutEntry {
  /** `Mod` is Ctrl, or ⌘ on a Mac. Several chords may do the same. */
  readonly keys: readonly string[];
  readonly group: ShortcutGroup;
  readonly label: MessageKey;
}

const entry = (group: ShortcutGroup, label: MessageKey, ...keys: readonly string[]): ShortcutEntry => ({
  keys,
  group,
  label,
});

/** Every shortcut with its keys: the help lists them, tooltips show them, `useShortcut` listens to them. */
export const SHORTCUTS = {
  'app.omnibox': entry('program', 'help.omnibox', 'Mod+K'),
  'app.coder': entry('program', 'help.coder', 'Mod+1'),
  'app.quotations': entry('program', 'help.quotations', 'Mod+2'),
  'app.frequencies': entry('program', 'help.frequencies', 'Mod+3'),
  'app.hypotheses': entry('program', 'help.hypotheses', 'Mod+Shift+H'),
  'app.memos': entry('program', 'help.memos', 'Mod+Shift+M'),
  'memo.preview': entry('program', 'help.memoPreview', 'Mod+Shift+P'),
  'app.new': entry('program', 'help.newProject', 'Mod+N'),
  'app.open': entry('program', 'help.openProject', 'Mod+O'),
  'app.import': entry('program', 'help.import', 'Mod+I'),
  'app.undo': entry('program', 'help.undo', 'Mod+Z'),
  'app.redo': entry('program', 'help.redo', 'Mod+Shift+Z', 'Mod+Y'),
  'app.history': entry('program', 'help.history', 'Mod+Shift+Y'),
  'app.back': entry('program', 'help.back', 'Alt+ArrowLeft'),
  'app.forward': entry('program', 'help.forward', 'Alt+ArrowRight'),
  'app.settings': entry('program', 'help.settings', 'Mod+,'),
  'app.help': entry('program', 'help.help', 'F1'),
  'app.nextRegion': entry('program', 'help.nextRegion', 'F6'),
  'app.previousRegion': entry('program', 'help.previousRegion', 'Shift+F6'),
  'coder.filterCodes': entry('reader', 'help.filterCodes', 'F'),
  'coder.find': entry('reader', 'help.find', 'Mod+F'),
  'search.all': entry('program', 'help.searchAll', 'Mod+Shift+F'),
  'search.next': entry('reader', 'help.nextHit', 'F3'),
  'search.previous': entry('reader', 'help.previousHit', 'Shift+F3'),
  'coder.edit': entry('reader', 'help.edit', 'Mod+E'),
  'coder.beside': entry('reader', 'help.beside', 'Mod+Shift+D'),
  'coder.sidebar': entry('reader', 'help.sidebar', 'Mod+B'),
  'coder.inspector': entry('reader', 'help.inspector', 'Mod+Alt+I'),
  'reader.extend': entry('reader', 'help.extend', 'Shift+ArrowRight'),
  'reader.extendWord': entry('reader', 'help.extendWord', 'Mod+Shift+ArrowRight'),
  'reader.extendSentence': entry('reader', 'help.extendSentence', 'Shift+Alt+ArrowRight'),
  'reader.widen': entry('reader', 'help.widen', 'Alt+ArrowUp'),
  'reader.narrow': entry('reader', 'help.narrow', 'Alt+ArrowDown'),
  'units.toggle': entry('reader', 'units.begin', 'U'),
  'units.next': entry('reader', 'units.next', 'J'),
  'units.previous': entry('reader', 'units.previous', 'K'),
  'units.nextUncoded': entry('reader', 'units.nextUncoded', 'N'),
  'units.previousUncoded': entry('reader', 'units.previousUncoded', 'Shift+N'),
  'reader.code': entry('reader', 'help.code', 'C', 'Enter'),
  'reader.recent': entry('reader', 'help.recent', 'Alt+1'),
  'reader.quick': entry('reader', 'help.quick', '1'),
  'reader.stance': entry('reader', 'help.stance', 'P'),
  'reader.saidBy': entry('reader', 'help.saidBy', 'D'),
  'reader.answers': entry('reader', 'help.answers', 'R'),
  'reader.memo': entry('reader', 'help.memo', 'M'),
  'reader.link': entry('reader', 'help.link', 'L'),
  'reader.recode': entry('reader', 'help.recode', 'X'),
  'reader.copyCodes': entry('reader', 'help.copyCodes', 'Shift+C'),
  'reader.pasteCodes': entry('reader', 'help.pasteCodes', 'Shift+V'),
  'reader.previousSegment': entry('reader', 'help.previousSegment', '['),
  'reader.nextSegment': entry('reader', 'help.nextSegment', ']'),
  'reader.shrink': entry('reader', 'help.shrink', 'Shift+['),
  'reader.grow': entry('reader', 'help.grow', 'Shift+]'),
  'reader.uncode': entry('reader', 'help.uncode', 'Delete'),
  'reader.escape': entry('reader', 'help.escape', 'Escape'),
  'palette.apply': entry('palette', 'help.paletteApply', 'Enter'),
  'palette.applyStay': entry('palette', 'help.paletteStay', 'Shift+Enter'),
  'palette.create': entry('palette', 'help.paletteCreate', 'Mod+Enter'),
  'palette.inVivo': entry('palette', 'help.paletteInVivo', 'Mod+I'),
  'palette.mark': entry('palette', 'help.paletteMark', 'Mod+Space'),
  'palette.place': entry('palette', 'help.palettePlace', 'Mod+P'),
  'palette.digit': entry('palette', 'help.paletteDigit', 'Mod+1'),
  'palette.stance': entry('palette', 'help.paletteStance', 'Tab'),
  'tree.fold': entry('tree', 'help.treeFold', 'ArrowLeft', 'ArrowRight'),
  'tree.rename': entry('tree', 'help.treeRename', 'F2'),
  'tree.move': entry('tree', 'help.treeMove', 'Alt+ArrowUp', 'Alt+ArrowDown'),
  'tree.extend': entry('tree', 'help.treeExtend', 'Shift+ArrowUp', 'Shift+ArrowDown'),
  'tree.toggle': entry('tree', 'help.treeToggle', 'Mod+Space'),
  'tree.all': entry('tree', 'help.treeAll', 'Mod+A'),
  'tree.apply': entry('tree', 'help.treeApply', 'Enter'),
  'tree.applyParagraph': entry('tree', 'help.treeApplyParagraph', 'Shift+Enter'),
  'list.move': entry('lists', 'help.listMove', 'J', 'K'),
  'list.openBeside': entry('lists', 'help.besideFromList', 'Mod+Enter'),
  'list.copyTable': entry('lists', 'frequencies.copyTable', 'Mod+Shift+C'),
  'list.tick': entry('lists', 'help.listTick', 'Space'),
  'list.open': entry('lists', 'help.listOpen', 'Enter'),
} as const satisfies Record<string, ShortcutEntry>;

export type ShortcutId = keyof typeof SHORTCUTS;

/** The chords a shortcut has before anybody changes it. */
export const DEFAULT_KEYS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(SHORTCUTS).map(([id, { keys }]) => [id, keys]),
);

useBoundKeys.setState(DEFAULT_KEYS);

/** What tooltips and menus hand to `Kbd`, so that they show the keys as they are now. */
export const keysOf = (id: ShortcutId): string => id;

/** The chords of a shortcut as they are now; none when they were taken away. */
export function chordsOf(id: ShortcutId): readonly string[] {
  return useBoundKeys.getState()[id] ?? SHORTCUTS[id].keys;
}

/** Whether a key press is a shortcut as its keys are now. */
export function isShortcut(event: Pressed, id: ShortcutId): boolean {
  return chordsOf(id).some((chord) => isChord(event, chord));
}
