import { create } from 'zustand';
import { ofProject } from '../../app/per-project.ts';

/** The dialogs about codes: opened from menus, the bar of what is chosen, and cards. */
export type CodebookDialog =
  | { readonly kind: 'merge'; readonly codeIds: readonly number[] }
  | { readonly kind: 'versions' }
  | { readonly kind: 'example'; readonly codeId: number }
  | { readonly kind: 'recode'; readonly codeId: number }
  | { readonly kind: 'split'; readonly codeId: number }
  | { readonly kind: 'remove'; readonly codeIds: readonly number[] };

export const useCodebookDialog = ofProject(
  create<{ readonly open: CodebookDialog | null }>(() => ({ open: null })),
);

export function openCodebookDialog(open: CodebookDialog): void {
  useCodebookDialog.setState({ open });
}

export function closeCodebookDialog(): void {
  useCodebookDialog.setState({ open: null });
}
