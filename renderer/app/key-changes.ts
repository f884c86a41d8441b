import { SHORTCUTS, type ShortcutEntry, type ShortcutId } from './shortcut-list.ts';

/** The chords a person gave to shortcuts, by name; a shortcut that is not there has those of the program. */
export type KeyChanges = Readonly<Record<string, readonly string[]>>;

/** What is no single action: a way of moving, nine keys at once, or Escape, which always leads out. */
const FIXED: readonly ShortcutId[] = [
  'reader.extend',
  'reader.extendWord',
  'reader.extendSentence',
  'reader.recent',
  'reader.quick',
  'reader.escape',
];

/** Whether a shortcut may have other keys. Inside lists, tree and palette they are those of every program. */
export function isEditable(id: ShortcutId): boolean {
  const { group }: ShortcutEntry = SHORTCUTS[id];
  return (group === 'program' || group === 'reader') && !FIXED.includes(id);
}

export const EDITABLE: readonly ShortcutId[] = (Object.keys(SHORTCUTS) as ShortcutId[]).filter(isEditable);

/** The chords of a shortcut under these changes. */
export function keysUnder(changes: KeyChanges, id: ShortcutId): readonly string[] {
  return changes[id] ?? SHORTCUTS[id].keys;
}

/** Moving in the text, leaving, recent codes and the clipboard keep their keys. */
const RESERVED =
  /^(?:(?:Shift\+)?(?:Tab|Escape|Enter|Space|Home|End|PageUp|PageDown)|(?:(?:Mod|Shift)\+)*Arrow\w+|Shift\+Alt\+Arrow\w+|Alt\+Shift\+Arrow\w+|(?:Alt\+)?[0-9]|Mod\+[ACVX])$/u;

export const isReserved = (chord: string): boolean => RESERVED.test(chord);

/** The other shortcut that has a chord now, if any. All of them are in reach at once while coding. */
export function holderOf(changes: KeyChanges, chord: string, except: ShortcutId): ShortcutId | null {
  return EDITABLE.find((id) => id !== except && keysUnder(changes, id).includes(chord)) ?? null;
}

/** Gives a shortcut one chord; whoever had it loses it. */
export function withKey(changes: KeyChanges, id: ShortcutId, chord: string): KeyChanges {
  const holder = holderOf(changes, chord, id);
  const freed =
    holder === null
      ? changes
      : withKeys(
          changes,
          holder,
          keysUnder(changes, holder).filter((other) => other !== chord),
        );
  // Enter on a selection goes on coding it.
  return withKeys(freed, id, [chord, ...SHORTCUTS[id].keys.filter(isReserved)]);
}

/** Its own keys again; a chord that another has meanwhile stays there. */
export function withDefault(changes: KeyChanges, id: ShortcutId): KeyChanges {
  return withKeys(
    changes,
    id,
    SHORTCUTS[id].keys.filter((chord) => holderOf(changes, chord, id) === null),
  );
}

function withKeys(changes: KeyChanges, id: ShortcutId, keys: readonly string[]): KeyChanges {
  const others = Object.fromEntries(Object.entries(changes).filter(([name]) => name !== id));
  const same = keys.join(' ') === SHORTCUTS[id].keys.join(' ');
  return same ? others : { ...others, [id]: keys };
}
