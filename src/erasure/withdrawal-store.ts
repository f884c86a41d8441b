import { prepareOnce, type Connection } from '../database/connection.ts';

export interface SpokenDocument {
  readonly id: number;
  readonly name: string;
  /** Turns of the participant, and turns of other people who take part. */
  readonly turns: number;
  readonly otherTurns: number;
  /** 1 when the document is another participant's. */
  readonly isOthers: number;
}

const statements = prepareOnce((db) => ({
  documents: db.prepare<[{ participant: number }], SpokenDocument>(
    `SELECT document.id, document.name,
       count(CASE WHEN speaker.participant_id = @participant THEN turn.id END) AS turns,
       count(CASE WHEN speaker.role = 'participant' AND speaker.participant_id IS NOT @participant
                  THEN turn.id END) AS otherTurns,
       document.participant_id IS NOT NULL AND document.participant_id <> @participant AS isOthers
     FROM document LEFT JOIN speaker ON speaker.document_id = document.id LEFT JOIN turn ON turn.speaker_id = speaker.id
     WHERE document.participant_id = @participant
       OR document.id IN (SELECT document_id FROM speaker WHERE participant_id = @participant)
     GROUP BY document.id ORDER BY document.position, document.id`,
  ),
  /** Whatever the participant and their speakers were called, now and as far as the history knows. */
  names: db
    .prepare<[{ participant: number }], string>(
      `SELECT name FROM participant WHERE id = @participant
       UNION SELECT name FROM speaker WHERE participant_id = @participant
       UNION SELECT label FROM speaker WHERE participant_id = @participant
       UNION SELECT old_row ->> 'name' FROM history_change
         WHERE table_name = 'participant' AND row_id = @participant AND old_row IS NOT NULL`,
    )
    .pluck(),
  memos: db
    .prepare<[{ participant: number; documents: string; codings: string }], number>(
      `SELECT id FROM memo WHERE participant_id = @participant
         OR document_id IN (SELECT value FROM json_each(@documents))
         OR coding_id IN (SELECT value FROM json_each(@codings))
         OR coding_id IN (SELECT id FROM coding WHERE document_id IN (SELECT value FROM json_each(@documents)))`,
    )
    .pluck(),
  values: db
    .prepare<[number], number>('SELECT count(*) FROM variable_value WHERE participant_id = ?')
    .pluck(),
  pseudonyms: db.prepare<[{ names: string }], { id: number; name: string; replacement: string }>(
    `SELECT id, name, replacement FROM pseudonym
     WHERE name IN (SELECT value FROM json_each(@names)) OR replacement IN (SELECT value FROM json_each(@names))`,
  ),
  openSteps: db
    .prepare<[], number>(`SELECT id FROM history_step WHERE state = 'done' AND sealed = 0 ORDER BY id`)
    .pluck(),
  speakers: db.prepare<[{ participant: number; document: number }], { id: number; label: string }>(
    'SELECT id, label FROM speaker WHERE document_id = @document AND participant_id = @participant ORDER BY id',
  ),
  hideSpeaker: db.prepare<[{ label: string; id: number }]>(
    `UPDATE speaker SET label = @label, name = @label, role = 'ignored', participant_id = NULL WHERE id = @id`,
  ),
  takenLabels: db.prepare<[number], string>('SELECT label FROM speaker WHERE document_id = ?').pluck(),
  removeParticipant: db.prepare<[number]>('DELETE FROM participant WHERE id = ?'),
  removePseudonyms: db.prepare<[{ ids: string }]>(
    'DELETE FROM pseudonym WHERE id IN (SELECT value FROM json_each(@ids))',
  ),
}));

/** All documents that are a participant's, or in which they speak. */
export function documentsOf(db: Connection, participantId: number): readonly SpokenDocument[] {
  return statements(db).documents.all({ participant: participantId });
}

/** Every name of a participant, with those that the table of names knows for them. */
export function namesOf(
  db: Connection,
  participantId: number,
): { readonly names: readonly string[]; readonly pseudonyms: readonly number[] } {
  const own = statements(db).names.all({ participant: participantId });
  const entries = statements(db).pseudonyms.all({ names: JSON.stringify(own) });
  const names = new Set([...own, ...entries.flatMap(({ name, replacement }) => [name, replacement])]);
  return { names: [...names], pseudonyms: entries.map(({ id }) => id) };
}

/** Memos about a participant, those of documents that go whole with their segments, and those of other segments that go. */
export function memosOf(
  db: Connection,
  participantId: number,
  documentIds: readonly number[],
  codingIds: readonly number[],
): readonly number[] {
  const [documents, codings] = [JSON.stringify(documentIds), JSON.stringify(codingIds)];
  return statements(db).memos.all({ participant: participantId, documents, codings });
}

export function countValues(db: Connection, participantId: number): number {
  return statements(db).values.get(participantId) ?? 0;
}

/** Steps that can be undone, oldest first. */
export function openSteps(db: Connection): readonly number[] {
  return statements(db).openSteps.all();
}

/** Which speakers of a document are this participant. */
export function speakersOf(
  db: Connection,
  participantId: number,
  documentId: number,
): readonly { readonly id: number; readonly label: string }[] {
  return statements(db).speakers.all({ participant: participantId, document: documentId });
}

/** Gives a speaker a name that says nothing, counted for nobody; answers the label, unlike all others of the document. */
export function hideSpeaker(db: Connection, documentId: number, speakerId: number, name: string): string {
  const taken = new Set(statements(db).takenLabels.all(documentId));
  let label = name;
  for (let number = 2; taken.has(label); number += 1) label = `${name} ${number}`;
  statements(db).hideSpeaker.run({ label, id: speakerId });
  return label;
}

export function removeParticipant(
  db: Connection,
  participantId: number,
  pseudonyms: readonly number[],
): void {
  statements(db).removeParticipant.run(participantId);
  statements(db).removePseudonyms.run({ ids: JSON.stringify(pseudonyms) });
}
