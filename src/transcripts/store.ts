import { randomUUID } from 'node:crypto';
import { prepareOnce, type Connection } from '../database/connection.ts';
import type { SpeakerRole } from '../contract/common.ts';
import type { EditedTurn } from '../text/turn-edit.ts';

export interface SpeakerRow {
  readonly id: number;
  readonly document_id: number;
  readonly label: string;
  readonly name: string;
  readonly role: SpeakerRole;
  readonly participant_id: number | null;
}

export interface TurnRow {
  readonly id: number;
  readonly document_id: number;
  readonly speaker_id: number;
  readonly start: number;
  readonly body_start: number;
  readonly end: number;
  readonly label_word_start: number;
  readonly word_start: number;
  readonly word_end: number;
  readonly timecode_ms: number | null;
}

export interface TopicRow {
  readonly id: number;
  readonly guid: string;
  readonly title: string;
  readonly level: number;
  readonly position: number;
}

export interface TopicSpanRow {
  readonly id: number;
  readonly guide_topic_id: number;
  readonly title: string;
  readonly level: number;
  readonly start: number;
  readonly end: number;
}

const TURN_COLUMNS = `turn.id, turn.document_id, speaker_id, start_utf16 AS start, body_start_utf16 AS body_start,
  end_utf16 AS end, label_word_start, word_start, word_end, timecode_ms`;

export const transcriptReads = prepareOnce((db) => ({
  speakers: db.prepare<[number], SpeakerRow>(
    'SELECT id, document_id, label, name, role, participant_id FROM speaker WHERE document_id = ? ORDER BY id',
  ),
  allSpeakers: db.prepare<[], SpeakerRow>(
    'SELECT id, document_id, label, name, role, participant_id FROM speaker ORDER BY id',
  ),
  speakerById: db.prepare<[number], SpeakerRow>(
    'SELECT id, document_id, label, name, role, participant_id FROM speaker WHERE id = ?',
  ),
  turns: db.prepare<[number], TurnRow>(
    `SELECT ${TURN_COLUMNS} FROM turn WHERE document_id = ? ORDER BY start_utf16, id`,
  ),
  topics: db.prepare<[], TopicRow>(
    'SELECT id, guid, title, level, position FROM guide_topic ORDER BY position, id',
  ),
  topicById: db.prepare<[number], TopicRow>(
    'SELECT id, guid, title, level, position FROM guide_topic WHERE id = ?',
  ),
  topicByTitle: db
    .prepare<[string], number>('SELECT id FROM guide_topic WHERE title = ? ORDER BY id LIMIT 1')
    .pluck(),
  topicSpans: db.prepare<[number], TopicSpanRow>(
    `SELECT topic_span.id, guide_topic_id, title, level, start_utf16 AS start, end_utf16 AS end
     FROM topic_span JOIN guide_topic ON guide_topic.id = guide_topic_id
     WHERE document_id = ? ORDER BY start_utf16, topic_span.id`,
  ),
  topicSpanById: db.prepare<[number], { id: number; document_id: number; title: string }>(
    `SELECT topic_span.id, document_id, title FROM topic_span JOIN guide_topic ON guide_topic.id = guide_topic_id
     WHERE topic_span.id = ?`,
  ),
}));

const writes = prepareOnce((db) => ({
  addSpeaker: db.prepare<[string, number, string, string, string, number | null]>(
    'INSERT INTO speaker (guid, document_id, label, name, role, participant_id) VALUES (?, ?, ?, ?, ?, ?)',
  ),
  updateSpeaker: db.prepare<[string, string, number | null, number]>(
    'UPDATE speaker SET name = ?, role = ?, participant_id = ? WHERE id = ?',
  ),
  moveTurns: db.prepare<[number, number]>('UPDATE turn SET speaker_id = ? WHERE speaker_id = ?'),
  removeSpeaker: db.prepare<[number]>('DELETE FROM speaker WHERE id = ?'),
  addTurn: db.prepare<[number, number, number, number, number, number, number, number, number | null]>(
    `INSERT INTO turn (document_id, speaker_id, start_utf16, body_start_utf16, end_utf16, label_word_start, word_start,
       word_end, timecode_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  updateTurn: db.prepare<[number, number, number, number, number, number, number, number | null, number]>(
    `UPDATE turn SET speaker_id = ?, start_utf16 = ?, body_start_utf16 = ?, end_utf16 = ?, label_word_start = ?,
       word_start = ?, word_end = ?, timecode_ms = ? WHERE id = ?`,
  ),
  removeTurn: db.prepare<[number]>('DELETE FROM turn WHERE id = ?'),
  placeSpan: db.prepare<[number, number, number]>(
    'UPDATE topic_span SET start_utf16 = ?, end_utf16 = ? WHERE id = ?',
  ),
  addTopic: db.prepare<[string, string, number]>(
    `INSERT INTO guide_topic (guid, title, level, position)
     VALUES (?, ?, ?, (SELECT coalesce(max(position) + 1, 0) FROM guide_topic))`,
  ),
  placeTopic: db.prepare<[number, number, number]>(
    'UPDATE guide_topic SET level = ?, position = ? WHERE id = ?',
  ),
  renameTopic: db.prepare<[string, number]>('UPDATE guide_topic SET title = ? WHERE id = ?'),
  removeTopic: db.prepare<[number]>('DELETE FROM guide_topic WHERE id = ?'),
  addSpan: db.prepare<[number, number, number, number]>(
    'INSERT INTO topic_span (guide_topic_id, document_id, start_utf16, end_utf16) VALUES (?, ?, ?, ?)',
  ),
  removeSpan: db.prepare<[number]>('DELETE FROM topic_span WHERE id = ?'),
}));

/** The turns of a document as corrections and reassignments take them, in order. */
export function turnsOf(db: Connection, documentId: number): EditedTurn[] {
  return transcriptReads(db)
    .turns.all(documentId)
    .map((row) => ({
      id: row.id,
      speakerId: row.speaker_id,
      start: row.start,
      bodyStart: row.body_start,
      end: row.end,
      timecodeMs: row.timecode_ms,
    }));
}

export interface NewSpeaker {
  readonly documentId: number;
  readonly label: string;
  readonly name: string;
  readonly role: SpeakerRole;
  readonly participantId: number | null;
}

export function addSpeaker(db: Connection, speaker: NewSpeaker): number {
  const { documentId, label, name, role, participantId } = speaker;
  return Number(
    writes(db).addSpeaker.run(randomUUID(), documentId, label, name, role, participantId).lastInsertRowid,
  );
}

export function updateSpeaker(
  db: Connection,
  speakerId: number,
  values: { readonly name: string; readonly role: SpeakerRole; readonly participantId: number | null },
): void {
  writes(db).updateSpeaker.run(values.name, values.role, values.participantId, speakerId);
}

export function moveTurns(db: Connection, fromSpeakerId: number, toSpeakerId: number): void {
  writes(db).moveTurns.run(toSpeakerId, fromSpeakerId);
}

export function removeSpeaker(db: Connection, speakerId: number): void {
  writes(db).removeSpeaker.run(speakerId);
}

export interface NewTurn {
  readonly documentId: number;
  readonly speakerId: number;
  readonly start: number;
  readonly bodyStart: number;
  readonly end: number;
  readonly labelWordStart: number;
  readonly wordStart: number;
  readonly wordEnd: number;
  readonly timecodeMs: number | null;
}

export function addTurn(db: Connection, turn: NewTurn): number {
  return Number(
    writes(db).addTurn.run(
      turn.documentId,
      turn.speakerId,
      turn.start,
      turn.bodyStart,
      turn.end,
      turn.labelWordStart,
      turn.wordStart,
      turn.wordEnd,
      turn.timecodeMs,
    ).lastInsertRowid,
  );
}

/** Writes a turn anew in place of what it was; it stays in its document. */
export function updateTurn(db: Connection, turnId: number, turn: Omit<NewTurn, 'documentId'>): void {
  writes(db).updateTurn.run(
    turn.speakerId,
    turn.start,
    turn.bodyStart,
    turn.end,
    turn.labelWordStart,
    turn.wordStart,
    turn.wordEnd,
    turn.timecodeMs,
    turnId,
  );
}

export function removeTurn(db: Connection, turnId: number): void {
  writes(db).removeTurn.run(turnId);
}

export function addTopic(db: Connection, title: string, level: number): number {
  return Number(writes(db).addTopic.run(randomUUID(), title, level).lastInsertRowid);
}

/** Puts a topic on a level and at a place in the guide. */
export function placeTopic(
  db: Connection,
  { id, level, position }: { readonly id: number; readonly level: number; readonly position: number },
): void {
  writes(db).placeTopic.run(level, position, id);
}

export function renameTopic(db: Connection, guideTopicId: number, title: string): void {
  writes(db).renameTopic.run(title, guideTopicId);
}

export function removeTopic(db: Connection, guideTopicId: number): void {
  writes(db).removeTopic.run(guideTopicId);
}

export function addTopicSpan(
  db: Connection,
  guideTopicId: number,
  documentId: number,
  start: number,
  end: number,
): number {
  return Number(writes(db).addSpan.run(guideTopicId, documentId, start, end).lastInsertRowid);
}

export function placeTopicSpan(db: Connection, topicSpanId: number, start: number, end: number): void {
  writes(db).placeSpan.run(start, end, topicSpanId);
}

export function removeTopicSpan(db: Connection, topicSpanId: number): void {
  writes(db).removeSpan.run(topicSpanId);
}
