import { randomUUID } from 'node:crypto';
import { prepareOnce, type Connection } from '../database/connection.ts';
import type { VariableType } from './contract.ts';

export interface ParticipantRow {
  readonly id: number;
  readonly guid: string;
  readonly name: string;
  readonly position: number;
}

export interface VariableRow {
  readonly id: number;
  readonly guid: string;
  readonly name: string;
  readonly scope: 'participant' | 'document';
  readonly type: VariableType;
  readonly position: number;
}

export interface ValueRow {
  readonly variable_id: number;
  readonly target_id: number;
  readonly value: string;
}

export const participantReads = prepareOnce((db) => ({
  list: db.prepare<[], ParticipantRow>(
    'SELECT id, guid, name, position FROM participant ORDER BY position, id',
  ),
  byId: db.prepare<[number], ParticipantRow>('SELECT id, guid, name, position FROM participant WHERE id = ?'),
  byName: db.prepare<[string], number>('SELECT id FROM participant WHERE name = ?').pluck(),
  documents: db.prepare<[], { participant_id: number; document_id: number }>(
    `SELECT said.participant_id, document_id FROM (
       SELECT participant_id, id AS document_id FROM document WHERE participant_id IS NOT NULL
       UNION SELECT participant_id, document_id FROM speaker WHERE participant_id IS NOT NULL) AS said
     JOIN document ON document.id = document_id ORDER BY document.position, document.id`,
  ),
  variables: db.prepare<[], VariableRow>(
    'SELECT id, guid, name, scope, type, position FROM variable ORDER BY scope DESC, position, id',
  ),
  variableById: db.prepare<[number], VariableRow>(
    'SELECT id, guid, name, scope, type, position FROM variable WHERE id = ?',
  ),
  variableByName: db.prepare<[string, string], VariableRow>(
    'SELECT id, guid, name, scope, type, position FROM variable WHERE scope = ? AND name = ?',
  ),
  participantValues: db.prepare<[], ValueRow>(
    'SELECT variable_id, participant_id AS target_id, value FROM variable_value WHERE participant_id IS NOT NULL',
  ),
  documentValues: db.prepare<[], ValueRow>(
    'SELECT variable_id, document_id AS target_id, value FROM variable_value WHERE document_id IS NOT NULL',
  ),
}));

const writes = prepareOnce((db) => ({
  add: db.prepare<[string, string, string]>(
    `INSERT INTO participant (guid, name, position, created_at)
     VALUES (?, ?, (SELECT coalesce(max(position) + 1, 0) FROM participant), ?)`,
  ),
  rename: db.prepare<[string, number]>('UPDATE participant SET name = ? WHERE id = ?'),
  place: db.prepare<[number, number]>('UPDATE participant SET position = ? WHERE id = ?'),
  remove: db.prepare<[number]>('DELETE FROM participant WHERE id = ?'),
  moveDocuments: db.prepare<[number, number]>(
    'UPDATE document SET participant_id = ? WHERE participant_id = ?',
  ),
  moveSpeakers: db.prepare<[number, number]>(
    'UPDATE speaker SET participant_id = ? WHERE participant_id = ?',
  ),
  moveMemos: db.prepare<[number, number]>('UPDATE memo SET participant_id = ? WHERE participant_id = ?'),
  moveValues: db.prepare<[number, number, number]>(
    `UPDATE variable_value SET participant_id = ? WHERE participant_id = ?
       AND variable_id NOT IN (SELECT variable_id FROM variable_value WHERE participant_id = ?)`,
  ),
  addVariable: db.prepare<[string, string, string, string]>(
    `INSERT INTO variable (guid, name, scope, type, position)
     VALUES (?, ?, ?, ?, (SELECT coalesce(max(position) + 1, 0) FROM variable))`,
  ),
  renameVariable: db.prepare<[string, number]>('UPDATE variable SET name = ? WHERE id = ?'),
  removeVariable: db.prepare<[number]>('DELETE FROM variable WHERE id = ?'),
  clearParticipant: db.prepare<[number, number]>(
    'DELETE FROM variable_value WHERE variable_id = ? AND participant_id = ?',
  ),
  clearDocument: db.prepare<[number, number]>(
    'DELETE FROM variable_value WHERE variable_id = ? AND document_id = ?',
  ),
  setParticipant: db.prepare<[number, number, string]>(
    `INSERT INTO variable_value (variable_id, participant_id, value) VALUES (?, ?, ?)
     ON CONFLICT (variable_id, participant_id) DO UPDATE SET value = excluded.value`,
  ),
  setDocument: db.prepare<[number, number, string]>(
    `INSERT INTO variable_value (variable_id, document_id, value) VALUES (?, ?, ?)
     ON CONFLICT (variable_id, document_id) DO UPDATE SET value = excluded.value`,
  ),
}));

export function addParticipant(db: Connection, name: string, now: string): number {
  return Number(writes(db).add.run(randomUUID(), name, now).lastInsertRowid);
}

/** The participant of this name, made when missing. */
export function ensureParticipant(db: Connection, name: string, now: string): number {
  return participantReads(db).byName.get(name) ?? addParticipant(db, name, now);
}

export function renameParticipant(db: Connection, participantId: number, name: string): void {
  writes(db).rename.run(name, participantId);
}

export function placeParticipant(db: Connection, participantId: number, position: number): void {
  writes(db).place.run(position, participantId);
}

export function removeParticipant(db: Connection, participantId: number): void {
  writes(db).remove.run(participantId);
}

/** Gives all that belongs to a participant to another one, whose own values stay, and removes the first. */
export function mergeParticipant(db: Connection, fromId: number, intoId: number): void {
  const { moveDocuments, moveSpeakers, moveMemos, moveValues, remove } = writes(db);
  for (const move of [moveDocuments, moveSpeakers, moveMemos]) move.run(intoId, fromId);
  moveValues.run(intoId, fromId, intoId);
  remove.run(fromId);
}

export function addVariable(
  db: Connection,
  name: string,
  scope: 'participant' | 'document',
  type: VariableType,
): number {
  return Number(writes(db).addVariable.run(randomUUID(), name, scope, type).lastInsertRowid);
}

export function renameVariable(db: Connection, variableId: number, name: string): void {
  writes(db).renameVariable.run(name, variableId);
}

export function removeVariable(db: Connection, variableId: number): void {
  writes(db).removeVariable.run(variableId);
}

/** Sets or, with `null`, clears the value of a variable for a participant or a document, by the variable's scope. */
export function setValue(
  db: Connection,
  variable: Pick<VariableRow, 'id' | 'scope'>,
  targetId: number,
  value: string | null,
): void {
  const statements = writes(db);
  if (variable.scope === 'participant') {
    if (value === null) statements.clearParticipant.run(variable.id, targetId);
    else statements.setParticipant.run(variable.id, targetId, value);
  } else if (value === null) statements.clearDocument.run(variable.id, targetId);
  else statements.setDocument.run(variable.id, targetId, value);
}
