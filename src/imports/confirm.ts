import type { Connection } from '../database/connection.ts';
import { rememberSpeakerPattern } from '../documents/speaker-pattern.ts';
import {
  addDocument,
  addTextVersion,
  documentReads,
  freeDocumentName,
  keepOriginal,
  setDocumentParticipant,
} from '../documents/store.ts';
import { found } from '../errors/lookup.ts';
import { ensureParticipant } from '../participants/store.ts';
import { turnsForLabels } from '../text/speakers.ts';
import { wordsTouching, type WordIndex } from '../text/words.ts';
import { addHeadingTopics } from '../transcripts/heading-topics.ts';
import { roleOf } from '../transcripts/redetect.ts';
import { addSpeaker, addTurn } from '../transcripts/store.ts';
import type { SpeakerRole } from '../contract/common.ts';
import { speakerOptions, type ImportDraft } from './draft.ts';

export interface SpeakerWish {
  readonly label: string;
  readonly name: string;
  readonly role: SpeakerRole;
  readonly participantId?: number | undefined;
}

export interface ImportWish {
  readonly documentName?: string | undefined;
  /** Absent: what was detected, as guessed. */
  readonly speakers?: readonly SpeakerWish[] | undefined;
  readonly headingsAsTopics: boolean;
  readonly participantName?: string | undefined;
}

/** The speakers as detected, under their labels. */
export function guessedSpeakers(draft: ImportDraft): readonly SpeakerWish[] {
  return draft.detection.labels.map(({ label, roleGuess }) => ({
    label,
    name: label,
    role: roleOf(roleGuess),
  }));
}

/** Brings a draft into the project: document, text, speakers, turns, participants, topics. Answers the document's id. */
export function importDraft(db: Connection, draft: ImportDraft, wish: ImportWish, now: string): number {
  const { parsed, paragraphs } = draft;
  const { textVersionId, words } = addTextVersion(db, parsed.text, paragraphs);
  const participantId =
    wish.participantName === undefined ? null : ensureParticipant(db, wish.participantName, now);
  const documentId = addDocument(
    db,
    {
      name: freeDocumentName(db, wish.documentName ?? draft.documentName),
      participantId,
      textVersionId,
      originalId: keepOriginal(db, draft.bytes),
      fileName: draft.fileName,
      format: parsed.format,
      encoding: parsed.encoding?.name ?? null,
      headings: parsed.headings.map((heading) => heading.paragraph),
    },
    now,
  );
  const pattern = draft.pattern ?? null;
  if (pattern !== null)
    rememberSpeakerPattern(
      db,
      found(documentReads(db).byId.get(documentId), 'document', documentId),
      pattern,
    );
  const people = addTranscript(db, draft, documentId, words, wish.speakers ?? guessedSpeakers(draft), now);
  const [only] = people;
  // An interview with one participant is that person's, unless another was named.
  if (participantId === null && people.size === 1 && only !== undefined)
    setDocumentParticipant(db, documentId, only);
  if (wish.headingsAsTopics) addHeadingTopics(db, documentId, paragraphs, parsed.headings);
  return documentId;
}

/** Adds speakers and turns; answers the participants that speak. */
function addTranscript(
  db: Connection,
  draft: ImportDraft,
  documentId: number,
  words: WordIndex,
  wishes: readonly SpeakerWish[],
  now: string,
): ReadonlySet<number> {
  const { parsed, paragraphs } = draft;
  const speakerIds = new Map<string, number>();
  const people = new Set<number>();
  for (const wish of wishes) {
    const participantId =
      wish.role === 'participant' ? (wish.participantId ?? ensureParticipant(db, wish.name, now)) : null;
    if (participantId !== null) people.add(participantId);
    const { label, name, role } = wish;
    speakerIds.set(label, addSpeaker(db, { documentId, label, name, role, participantId }));
  }
  for (const turn of turnsForLabels(parsed.text, paragraphs, [...speakerIds.keys()], speakerOptions(draft))) {
    const speakerId = speakerIds.get(turn.label);
    if (speakerId === undefined) continue;
    const body = wordsTouching(words, { start: turn.bodyStart, end: turn.end });
    addTurn(db, {
      documentId,
      speakerId,
      start: turn.start,
      bodyStart: turn.bodyStart,
      end: turn.end,
      labelWordStart: wordsTouching(words, { start: turn.start, end: turn.bodyStart }).first,
      wordStart: body.first,
      wordEnd: body.end,
      timecodeMs: turn.timecodeMs,
    });
  }
  return people;
}
