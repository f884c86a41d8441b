import type { Connection } from '../database/connection.ts';
import { documentReads } from '../documents/store.ts';
import { RepereError } from '../errors/codes.ts';
import { mergeParticipant, participantReads } from '../participants/store.ts';
import { labelKey } from '../text/speaker-label.ts';
import {
  moveTurns,
  removeSpeaker,
  transcriptReads,
  updateSpeaker,
  type SpeakerRow,
} from '../transcripts/store.ts';

/**
 * Makes one person of those who get the same pseudonym: « Marie » and « Mme Dupont » who both become P1. Speakers of a
 * document whose labels become the same could no longer be told apart; participants whose names become the same are the
 * same person in all documents. To be called before names are replaced; answers how many speakers and participants went
 * into others. Fails with `pseudonyms.two-roles` where what an interviewer says would become a participant's.
 */
export function joinSamePersons(db: Connection, renamed: (name: string) => string): number {
  let joined = 0;
  const byLabel = Map.groupBy(
    transcriptReads(db).allSpeakers.all(),
    ({ document_id, label }) => `${document_id} ${labelKey(renamed(label))}`,
  );
  for (const [first, ...others] of byLabel.values()) {
    if (first === undefined || ![first, ...others].some(({ label }) => renamed(label) !== label)) continue;
    for (const other of others) {
      if (other.role !== first.role) throw twoRoles(db, first, other, renamed(first.label));
      joinSpeaker(db, other.id, first.id);
      joined += 1;
    }
  }
  const changing = participantReads(db)
    .list.all()
    .filter(({ name }) => renamed(name) !== name);
  for (const [first, ...others] of Map.groupBy(changing, ({ name }) => renamed(name)).values()) {
    for (const { id } of others) {
      if (first !== undefined) mergeParticipant(db, id, first.id);
      joined += 1;
    }
  }
  return joined;
}

function joinSpeaker(db: Connection, fromId: number, intoId: number): void {
  const [from, into] = [fromId, intoId].map((id) => transcriptReads(db).speakerById.get(id));
  if (from === undefined || into === undefined) return;
  moveTurns(db, from.id, into.id);
  removeSpeaker(db, from.id);
  if (from.participant_id === null || from.participant_id === into.participant_id) return;
  if (into.participant_id === null)
    updateSpeaker(db, into.id, { name: into.name, role: into.role, participantId: from.participant_id });
  else mergeParticipant(db, from.participant_id, into.participant_id);
}

function twoRoles(db: Connection, first: SpeakerRow, second: SpeakerRow, pseudonym: string): RepereError {
  return new RepereError('pseudonyms.two-roles', {
    pseudonym,
    first: first.label,
    second: second.label,
    document: documentReads(db).byId.get(first.document_id)?.name ?? '',
  });
}
