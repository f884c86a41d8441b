import { create } from 'zustand';
import { ofProject } from '../../app/per-project.ts';
import type { MemoKind, MemoSearch } from '../../../src/memos/contract.ts';
import { useNavigation } from '../../app/navigation.ts';

/** Memos shown at first, and more of them each time the end of the list comes into view. */
export const PAGE = 200;

export interface MemosView {
  readonly text: string;
  readonly kind: MemoKind | null;
  readonly author: string | null;
  /** Days as `2024-03-01`, both included. */
  readonly since: string;
  readonly until: string;
  readonly sort: NonNullable<MemoSearch['sort']>;
  readonly limit: number;
  /** The memo in hand. */
  readonly memoId: number | null;
}

const NO_CONDITION = { text: '', kind: null, author: null, since: '', until: '' } as const;

/** What the screen of memos shows; it stays while another screen is in view. */
export const useMemosView = ofProject(
  create<MemosView>(() => ({
    ...NO_CONDITION,
    sort: 'modified',
    limit: PAGE,
    memoId: null,
  })),
);

export function clearConditions(): void {
  useMemosView.setState({ ...NO_CONDITION, limit: PAGE });
}

/** Opens a memo among all memos. */
export function openMemo(memoId: number): void {
  useMemosView.setState({ memoId });
  useNavigation.getState().show('memos');
}

/** The question to the core; days are those of this machine. */
export function searchOf({ text, kind, author, since, until, sort, limit }: MemosView): MemoSearch {
  return {
    sort,
    limit,
    ...(text.trim() === '' ? {} : { text }),
    ...(kind === null ? {} : { kinds: [kind] }),
    ...(author === null ? {} : { coderNames: [author] }),
    ...momentOf('since', since, 0),
    ...momentOf('until', until, 1),
  };
}

function momentOf(name: 'since' | 'until', day: string, later: number): Partial<MemoSearch> {
  const date = new Date(`${day}T00:00`);
  if (Number.isNaN(date.getTime())) return {};
  date.setDate(date.getDate() + later);
  return { [name]: date.toISOString() };
}
