import { randomUUID } from 'node:crypto';
import { prepareOnce, type Connection } from '../database/connection.ts';

export interface HypothesisRow {
  readonly id: number;
  readonly guid: string;
  readonly position: number;
  readonly label: string;
  readonly title: string;
  readonly statement: string;
}

export interface GroupRow {
  readonly id: number;
  readonly guid: string;
  readonly hypothesis_id: number;
  readonly position: number;
  readonly name: string;
}

export interface MappingRow {
  readonly id: number;
  readonly code_id: number;
  readonly hypothesis_id: number;
  readonly hypothesis_group_id: number | null;
  readonly whole_branch: number;
}

export const hypothesisReads = prepareOnce((db) => ({
  list: db.prepare<[], HypothesisRow>('SELECT * FROM hypothesis ORDER BY position, id'),
  byId: db.prepare<[number], HypothesisRow>('SELECT * FROM hypothesis WHERE id = ?'),
  groups: db.prepare<[], GroupRow>('SELECT * FROM hypothesis_group ORDER BY position, id'),
  groupById: db.prepare<[number], GroupRow>('SELECT * FROM hypothesis_group WHERE id = ?'),
  mappings: db.prepare<[], MappingRow>('SELECT * FROM code_mapping ORDER BY id'),
  mappingsOfCode: db.prepare<[number], MappingRow>(
    'SELECT * FROM code_mapping WHERE code_id = ? ORDER BY id',
  ),
  mappingById: db.prepare<[number], MappingRow>('SELECT * FROM code_mapping WHERE id = ?'),
  mappingOf: db.prepare<[number, number, number | null], MappingRow>(
    'SELECT * FROM code_mapping WHERE code_id = ? AND hypothesis_id = ? AND hypothesis_group_id IS ?',
  ),
  duplicatesOf: db
    .prepare<[number], number>(
      `SELECT other.id FROM code_mapping AS this JOIN code_mapping AS other
         ON other.code_id = this.code_id AND other.hypothesis_id = this.hypothesis_id
        AND other.hypothesis_group_id IS this.hypothesis_group_id AND other.id <> this.id
       WHERE this.id = ?`,
    )
    .pluck(),
  mappingsOfHypothesis: db.prepare<[number], MappingRow>(
    'SELECT * FROM code_mapping WHERE hypothesis_id = ? ORDER BY id',
  ),
  mappingsOfGroup: db.prepare<[number], MappingRow>(
    'SELECT * FROM code_mapping WHERE hypothesis_group_id = ?',
  ),
}));

const writes = prepareOnce((db) => ({
  add: db.prepare<[string, string, string, string]>(
    `INSERT INTO hypothesis (guid, position, label, title, statement)
     VALUES (?, (SELECT coalesce(max(position) + 1, 0) FROM hypothesis), ?, ?, ?)`,
  ),
  update: db.prepare<[string, string, string, number]>(
    'UPDATE hypothesis SET label = ?, title = ?, statement = ? WHERE id = ?',
  ),
  place: db.prepare<[number, number]>('UPDATE hypothesis SET position = ? WHERE id = ?'),
  remove: db.prepare<[number]>('DELETE FROM hypothesis WHERE id = ?'),
  addGroup: db.prepare<[string, number, number, string]>(
    `INSERT INTO hypothesis_group (guid, hypothesis_id, position, name)
     VALUES (?, ?, (SELECT coalesce(max(position) + 1, 0) FROM hypothesis_group WHERE hypothesis_id = ?), ?)`,
  ),
  renameGroup: db.prepare<[string, number]>('UPDATE hypothesis_group SET name = ? WHERE id = ?'),
  placeGroup: db.prepare<[number, number]>('UPDATE hypothesis_group SET position = ? WHERE id = ?'),
  removeGroup: db.prepare<[number]>('DELETE FROM hypothesis_group WHERE id = ?'),
  addMapping: db.prepare<[number, number, number | null, number]>(
    'INSERT INTO code_mapping (code_id, hypothesis_id, hypothesis_group_id, whole_branch) VALUES (?, ?, ?, ?)',
  ),
  moveMapping: db.prepare<[number, number | null, number]>(
    'UPDATE code_mapping SET hypothesis_id = ?, hypothesis_group_id = ? WHERE id = ?',
  ),
  setBranch: db.prepare<[number, number]>('UPDATE code_mapping SET whole_branch = ? WHERE id = ?'),
  removeMapping: db.prepare<[number]>('DELETE FROM code_mapping WHERE id = ?'),
}));

export function addHypothesis(db: Connection, label: string, title: string, statement: string): number {
  return Number(writes(db).add.run(randomUUID(), label, title, statement).lastInsertRowid);
}

export function updateHypothesis(
  db: Connection,
  hypothesisId: number,
  values: { readonly label: string; readonly title: string; readonly statement: string },
): void {
  writes(db).update.run(values.label, values.title, values.statement, hypothesisId);
}

export function placeHypothesis(db: Connection, hypothesisId: number, position: number): void {
  writes(db).place.run(position, hypothesisId);
}

export function removeHypothesis(db: Connection, hypothesisId: number): void {
  writes(db).remove.run(hypothesisId);
}

export function addGroup(db: Connection, hypothesisId: number, name: string): number {
  return Number(writes(db).addGroup.run(randomUUID(), hypothesisId, hypothesisId, name).lastInsertRowid);
}

export function renameGroup(db: Connection, groupId: number, name: string): void {
  writes(db).renameGroup.run(name, groupId);
}

export function placeGroup(db: Connection, groupId: number, position: number): void {
  writes(db).placeGroup.run(position, groupId);
}

/** Takes a group away; mappings that would then stand twice under the hypothesis are joined. */
export function removeGroup(db: Connection, groupId: number): void {
  for (const mapping of hypothesisReads(db).mappingsOfGroup.all(groupId)) {
    moveMapping(db, mapping.id, mapping.hypothesis_id, null);
  }
  writes(db).removeGroup.run(groupId);
}

/** One mapping of a code to one place; asked twice, it is the same one. */
export function addMapping(
  db: Connection,
  codeId: number,
  hypothesisId: number,
  groupId: number | null,
  wholeBranch: boolean,
): number {
  const known = hypothesisReads(db).mappingOf.get(codeId, hypothesisId, groupId);
  if (known === undefined) {
    return Number(
      writes(db).addMapping.run(codeId, hypothesisId, groupId, wholeBranch ? 1 : 0).lastInsertRowid,
    );
  }
  if (known.whole_branch !== Number(wholeBranch)) writes(db).setBranch.run(wholeBranch ? 1 : 0, known.id);
  return known.id;
}

export function moveMapping(
  db: Connection,
  mappingId: number,
  hypothesisId: number,
  groupId: number | null,
): void {
  writes(db).moveMapping.run(hypothesisId, groupId, mappingId);
  for (const duplicate of hypothesisReads(db).duplicatesOf.all(mappingId))
    writes(db).removeMapping.run(duplicate);
}

/** Puts all that is mapped to a hypothesis under another one; whole branches where either has them. */
export function giveMappings(db: Connection, fromHypothesisId: number, toHypothesisId: number): void {
  const reads = hypothesisReads(db);
  for (const mapping of reads.mappingsOfHypothesis.all(fromHypothesisId)) {
    const known = reads.mappingOf.get(mapping.code_id, toHypothesisId, null);
    const wholeBranch = mapping.whole_branch === 1 || known?.whole_branch === 1;
    addMapping(db, mapping.code_id, toHypothesisId, null, wholeBranch);
  }
}

/** Gives a code the mappings of another, whole branches where either has them. */
export function shareMappings(db: Connection, fromCodeId: number, toCodeId: number): void {
  for (const mapping of hypothesisReads(db).mappingsOfCode.all(fromCodeId)) {
    const { hypothesis_id: hypothesisId, hypothesis_group_id: groupId } = mapping;
    const known = hypothesisReads(db).mappingOf.get(toCodeId, hypothesisId, groupId);
    const wholeBranch = mapping.whole_branch === 1 || known?.whole_branch === 1;
    addMapping(db, toCodeId, hypothesisId, groupId, wholeBranch);
  }
}

export function removeMapping(db: Connection, mappingId: number): void {
  writes(db).removeMapping.run(mappingId);
}
