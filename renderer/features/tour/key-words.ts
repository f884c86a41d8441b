import { chordsOf, type ShortcutId } from '../../app/shortcut-list.ts';
import { keyNames } from '../../ui/key-names.ts';
import type { Locale } from '../../../src/settings/contract.ts';

/** The shortcuts that the tour speaks of, by the word that stands for them in its sentences. */
const NAMED = {
  code: 'reader.code',
  create: 'palette.create',
  apply: 'palette.apply',
  undo: 'app.undo',
  redo: 'app.redo',
  help: 'app.help',
  next: 'app.nextRegion',
} as const satisfies Record<string, ShortcutId>;

/** The keys as this person has them now, to be put into sentences. */
export function keyWords(locale: Locale): Readonly<Record<keyof typeof NAMED, string>> {
  const entries = Object.entries(NAMED).map(([word, id]) => [
    word,
    keyNames(chordsOf(id)[0] ?? '', locale).join(' '),
  ]);
  return Object.fromEntries(entries) as Record<keyof typeof NAMED, string>;
}
