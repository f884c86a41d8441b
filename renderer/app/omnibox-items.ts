import type { MessageKey } from '../i18n/areas.ts';
import { fold } from '../../src/text/fold.ts';

/** Something that can be found by its name. */
export interface Named {
  readonly name: string;
}

/**
 * The things whose name matches, best first: the whole name begins so, a word begins so, it stands somewhere within.
 * Accents and case do not count.
 */
export function matching<T extends Named>(items: readonly T[], query: string): readonly T[] {
  const wanted = fold(query.trim()).folded;
  if (wanted === '') return items;
  return items
    .map((item) => ({ item, rank: rankOf(fold(item.name).folded, wanted) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

const NO_MATCH = 3;

function rankOf(name: string, wanted: string): number {
  const at = name.indexOf(wanted);
  if (at === -1) return NO_MATCH;
  if (at === 0) return 0;
  return /[\s'’(\-/]/u.test(name.charAt(at - 1)) ? 1 : 2;
}

/** A command of the omnibox, in the words of the help and the menus. */
export interface OmniboxCommand {
  readonly id: string;
  readonly label: MessageKey;
  readonly keys?: string;
  readonly run: () => void;
}
