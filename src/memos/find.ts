import { prepareOnce, type Connection } from '../database/connection.ts';
import { fold } from '../text/fold.ts';
import { readableBody } from '../text/memo-links.ts';
import type { MemoSearch } from './contract.ts';
import { memoKeys, type MemoKey } from './find-store.ts';

/** Ids of the memos that were asked for, in the order asked for. */
export function findMemos(db: Connection, search: MemoSearch, locale: string): readonly number[] {
  const keys = memoKeys(db).all({
    kinds: search.kinds === undefined ? null : JSON.stringify(search.kinds),
    coders: search.coderNames === undefined ? null : JSON.stringify(search.coderNames),
    since: search.since ?? null,
    until: search.until ?? null,
    withBody: search.text === undefined || search.text.trim() === '' ? 0 : 1,
  });
  return keys
    .filter(matches(db, search.text ?? ''))
    .sort(orderOf(search.sort ?? 'modified', locale))
    .map(({ id }) => id);
}

/** Whether every word of what is looked for stands in the title or the text, accents and case aside. */
function matches(db: Connection, text: string): (memo: MemoKey) => boolean {
  const words = fold(text).folded.split(/\s+/u).filter(Boolean);
  return (memo) => {
    if (words.length === 0) return true;
    const folded = foldedMemo(db, memo);
    return words.every((word) => folded.includes(word));
  };
}

interface Folded {
  readonly title: string;
  readonly body: string;
  readonly folded: string;
}

/** What was folded once stays until the memo's text is another: each letter of a search asks for all of them. */
const foldedOf = prepareOnce(() => new Map<number, Folded>());

function foldedMemo(db: Connection, { id, title, body }: MemoKey): string {
  const known = foldedOf(db);
  const before = known.get(id);
  if (before?.title === title && before.body === body) return before.folded;
  const { folded } = fold(`${title}\n${readableBody(body)}`);
  known.set(id, { title, body, folded });
  return folded;
}

function orderOf(sort: NonNullable<MemoSearch['sort']>, locale: string): (a: MemoKey, b: MemoKey) => number {
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const byId = (a: MemoKey, b: MemoKey): number => b.id - a.id;
  switch (sort) {
    case 'modified':
      return (a, b) => compare(b.modified_at, a.modified_at) || byId(a, b);
    case 'created':
      return (a, b) => compare(b.created_at, a.created_at) || byId(a, b);
    case 'title':
      return (a, b) => collator.compare(a.title, b.title) || byId(a, b);
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
