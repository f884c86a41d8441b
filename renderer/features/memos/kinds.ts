import {
  FileText,
  Folder,
  Highlighter,
  Lightbulb,
  MessageSquareText,
  Quote,
  StickyNote,
  Tag,
  User,
  type LucideIcon,
} from 'lucide-react';
import type { LinkedThing, MemoKind } from '../../../src/memos/contract.ts';

/** The sign of each kind of thing that memos are about or link to. */
export const KIND_ICONS: Readonly<Record<MemoKind | LinkedThing['kind'], LucideIcon>> = {
  free: StickyNote,
  project: Folder,
  document: FileText,
  passage: Quote,
  code: Tag,
  coding: Highlighter,
  participant: User,
  hypothesis: Lightbulb,
  memo: MessageSquareText,
};
