import type { Connection } from '../database/connection.ts';
import type { ParsedDocument } from '../formats/parsed-document.ts';
import { addMemo } from '../memos/store.ts';
import type { Locale } from '../settings/contract.ts';
import { rangeProblem } from '../text/range.ts';

export interface CommentContext {
  readonly coderId: number;
  readonly locale: Locale;
  readonly now: string;
}

/** What a memo is called whose comment names nobody. */
const UNSIGNED: Readonly<Record<Locale, string>> = { fr: 'Commentaire', en: 'Comment' };
const MAX_TITLE = 200;
const MAX_BODY = 200_000;

/** Makes each comment of a file a memo at its passage of the document, under the name of who wrote it. */
export function addCommentMemos(
  db: Connection,
  { text, comments = [] }: ParsedDocument,
  documentId: number,
  { coderId, locale, now }: CommentContext,
): void {
  for (const comment of comments) {
    const passage = { start: comment.start, end: comment.end };
    if (rangeProblem(text, passage) !== null) continue;
    const author = comment.author.replaceAll(/\s+/gu, ' ').trim().slice(0, MAX_TITLE).toWellFormed();
    const title = author === '' ? UNSIGNED[locale] : author;
    const body = comment.text.slice(0, MAX_BODY).toWellFormed().replaceAll('\u0000', '');
    addMemo(db, { title, body, target: { kind: 'document', id: documentId }, passage, coderId }, now);
  }
}
