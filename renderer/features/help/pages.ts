import order from '../../../help/order.json';
import { fold } from '../../../src/text/fold.ts';
import type { Locale } from '../../../src/settings/contract.ts';

const SOURCES = import.meta.glob<string>('../../../help/*/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The page that is made of the list of shortcuts, not of a text. */
export const SHORTCUTS_PAGE = 'shortcuts';

export interface HelpPage {
  readonly id: string;
  readonly title: string;
  /** In Markdown, with its title. */
  readonly text: string;
}

/** The pages of the help in their order. `titleOfShortcuts`: of the one that has no text. */
export function helpPages(locale: Locale, titleOfShortcuts: string): readonly HelpPage[] {
  return order.map((id) => {
    const text = SOURCES[`../../../help/${locale}/${id}.md`] ?? '';
    const title = /^# (.+)$/mu.exec(text)?.[1] ?? titleOfShortcuts;
    return { id, title, text };
  });
}

/** Pages that hold every word of a search, wherever it stands; accents and capitals do not matter. */
export function findPages(pages: readonly HelpPage[], search: string): readonly HelpPage[] {
  const words = folded(search).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return pages;
  return pages.filter(({ title, text }) => {
    const all = folded(`${title} ${text.replaceAll(/<!--[\s\S]*?-->/gu, '')}`);
    return words.every((word) => all.includes(word));
  });
}

function folded(text: string): string {
  return fold(text).folded;
}
