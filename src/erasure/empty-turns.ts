import { codingReads } from '../codings/store.ts';
import type { Connection } from '../database/connection.ts';
import { planEdit } from '../documents/edit.ts';
import { rewriteDocument } from '../documents/rewrite.ts';
import { documentReads } from '../documents/store.ts';
import { found } from '../errors/lookup.ts';
import { memoPassages, removeMemo } from '../memos/store.ts';
import type { ProjectSession } from '../project/session.ts';
import type { Locale } from '../settings/contract.ts';
import { trimWhiteSpace } from '../text/char-class.ts';
import type { TextRange } from '../text/range.ts';
import { countWords } from '../text/words.ts';
import { transcriptReads } from '../transcripts/store.ts';
import { hideSpeaker, speakersOf } from './withdrawal-store.ts';

const WORDS = {
  fr: { speaker: 'Personne retirée', said: '[propos retirés]' },
  en: { speaker: 'Person withdrawn', said: '[words withdrawn]' },
} as const satisfies Readonly<Record<Locale, { readonly speaker: string; readonly said: string }>>;

/** Turns of a participant in a document that others share, and what stands in them alone. */
export interface OwnWords {
  readonly turns: readonly (TextRange & { readonly speakerId: number })[];
  readonly texts: readonly string[];
  /** What stands between them: the words of others. */
  readonly rest: readonly string[];
  /** Codings and memos that cover nobody else's words. */
  readonly codings: readonly number[];
  readonly memos: readonly number[];
}

export function ownWords(
  db: Connection,
  session: ProjectSession,
  participantId: number,
  documentId: number,
): OwnWords {
  const document = found(documentReads(db).byId.get(documentId), 'document', documentId);
  const { text } = session.texts.get(db, document.text_version_id);
  const own = new Set(speakersOf(db, participantId, documentId).map(({ id }) => id));
  const turns = transcriptReads(db)
    .turns.all(documentId)
    .filter((turn) => own.has(turn.speaker_id))
    .map((turn) => ({ ...trimWhiteSpace(text, turn.start, turn.end), speakerId: turn.speaker_id }))
    .filter(({ start, end }) => start < end);
  const isOwn = (range: TextRange): boolean => withoutTurns(text, range, turns) === null;
  return {
    turns,
    texts: turns.map(({ start, end }) => text.slice(start, end)),
    rest: [0, ...turns.map(({ end }) => end)].map((end, at) => text.slice(end, turns[at]?.start)),
    codings: codingReads(db)
      .placesIn.all(documentId)
      .filter(isOwn)
      .map(({ id }) => id),
    memos: memoPassages(db)
      .all(documentId)
      .filter(isOwn)
      .map(({ id }) => id),
  };
}

/** Puts a sign in the place of what a participant says in a document; what others say keeps its codings. */
export function emptyTurns(
  db: Connection,
  session: ProjectSession,
  participantId: number,
  documentId: number,
  { locale, now }: { readonly locale: Locale; readonly now: string },
): void {
  const { speaker, said } = WORDS[locale];
  const { turns, memos } = ownWords(db, session, participantId, documentId);
  const labels = new Map(
    speakersOf(db, participantId, documentId).map(({ id }) => [id, hideSpeaker(db, documentId, id, speaker)]),
  );
  if (turns.length === 0) return;
  for (const id of memos) removeMemo(db, id);
  const document = found(documentReads(db).byId.get(documentId), 'document', documentId);
  const { text } = session.texts.get(db, document.text_version_id);
  const edits = turns.map(({ start, end, speakerId }) => ({
    start,
    end,
    text: `${labels.get(speakerId) ?? speaker} : ${said}`,
  }));
  const { rewriting } = planEdit(db, session, document, edits);
  rewriteDocument(
    db,
    documentId,
    {
      ...rewriting,
      coding: (coding) => {
        const rest = withoutTurns(text, coding, turns);
        return rest === null ? null : rewriting.coding({ ...coding, ...rest });
      },
    },
    now,
  );
}

/** A range without the turns at its ends; `null` when no word is left. What lies in the middle of it stays inside. */
function withoutTurns(text: string, range: TextRange, turns: readonly TextRange[]): TextRange | null {
  let { start, end } = range;
  for (const turn of turns)
    if (turn.start <= start && start < turn.end)
      ({ start } = trimWhiteSpace(text, turn.end, Math.max(turn.end, end)));
  for (const turn of turns.toReversed())
    if (turn.start < end && end <= turn.end)
      ({ end } = trimWhiteSpace(text, Math.min(start, turn.start), turn.start));
  if (start >= end) return null;
  return countWords(text, { start, end }) === 0 && countWords(text, range) > 0 ? null : { start, end };
}
