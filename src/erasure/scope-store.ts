import { prepareOnce, type Connection } from '../database/connection.ts';

/** Rows whose every trace goes; ids of documents, of participants and of pseudonyms. */
export interface Scope {
  readonly documents: readonly number[];
  readonly participants: readonly number[];
  readonly pseudonyms: readonly number[];
}

const IMAGES = `image AS (
  SELECT step_id, table_name, row_id, old_row AS row FROM history_change WHERE old_row IS NOT NULL
  UNION ALL SELECT step_id, table_name, row_id, new_row FROM history_change WHERE new_row IS NOT NULL)`;
const list = (name: string): string => `(SELECT value FROM json_each(@${name}))`;

interface Lists {
  readonly documents: string;
  readonly codings: string;
  readonly participants: string;
  readonly pseudonyms: string;
}

const statements = prepareOnce((db) => ({
  codings: db.prepare<[{ documents: string }], { id: number; guid: string }>(
    `WITH ${IMAGES} SELECT id, guid FROM coding WHERE document_id IN ${list('documents')}
     UNION SELECT row_id, row ->> 'guid' FROM image
       WHERE table_name = 'coding' AND row ->> 'document_id' IN ${list('documents')}`,
  ),
  memoGuids: db
    .prepare<[{ documents: string; codings: string; participants: string }], string>(
      `WITH ${IMAGES} SELECT guid FROM memo WHERE document_id IN ${list('documents')}
         OR coding_id IN ${list('codings')} OR participant_id IN ${list('participants')}
       UNION SELECT row ->> 'guid' FROM image WHERE table_name = 'memo'
         AND (row ->> 'document_id' IN ${list('documents')} OR row ->> 'coding_id' IN ${list('codings')}
           OR row ->> 'participant_id' IN ${list('participants')})`,
    )
    .pluck(),
  /** Whatever these documents and participants were called, with their GUIDs. */
  things: db.prepare<[{ documents: string; participants: string }], { guid: string; name: string }>(
    `WITH ${IMAGES} SELECT guid, name FROM document WHERE id IN ${list('documents')}
     UNION SELECT guid, file_name FROM document WHERE id IN ${list('documents')}
     UNION SELECT guid, name FROM participant WHERE id IN ${list('participants')}
     UNION SELECT row ->> 'guid', row ->> 'name' FROM image
       WHERE table_name = 'document' AND row_id IN ${list('documents')}
     UNION SELECT row ->> 'guid', row ->> 'file_name' FROM image
       WHERE table_name = 'document' AND row_id IN ${list('documents')}
     UNION SELECT row ->> 'guid', row ->> 'name' FROM image
       WHERE table_name = 'participant' AND row_id IN ${list('participants')}`,
  ),
  texts: db
    .prepare<[{ documents: string }], string>(
      `WITH ${IMAGES} SELECT text FROM text_version WHERE id IN (
         SELECT text_version_id FROM document WHERE id IN ${list('documents')}
         UNION SELECT row ->> 'text_version_id' FROM image
           WHERE table_name = 'document' AND row_id IN ${list('documents')})`,
    )
    .pluck(),
  otherTexts: db
    .prepare<[{ documents: string }], string>(
      `SELECT text FROM text_version WHERE id IN (
         SELECT text_version_id FROM document WHERE id NOT IN ${list('documents')})`,
    )
    .pluck(),
  emptyOriginals: db.prepare<[{ documents: string }]>(
    `WITH ${IMAGES} UPDATE original SET bytes = x'', byte_length = 0 WHERE byte_length > 0 AND id IN (
       SELECT original_id FROM document WHERE id IN ${list('documents')}
       UNION SELECT row ->> 'original_id' FROM image
         WHERE table_name = 'document' AND row_id IN ${list('documents')})`,
  ),
  removeDocuments: db.prepare<[{ documents: string }]>(
    `DELETE FROM document WHERE id IN ${list('documents')}`,
  ),
  removePatterns: db.prepare<[{ keys: string }]>(`DELETE FROM setting WHERE key IN ${list('keys')}`),
  /** Every step that keeps an image of something in the scope. */
  touching: db
    .prepare<[Lists & { keys: string }], number>(
      `WITH ${IMAGES} SELECT DISTINCT step_id FROM image WHERE
         (table_name = 'document' AND row_id IN ${list('documents')})
         OR row ->> 'document_id' IN ${list('documents')}
         OR (table_name = 'participant' AND row_id IN ${list('participants')})
         OR row ->> 'participant_id' IN ${list('participants')}
         OR row ->> 'coding_id' IN ${list('codings')}
         OR row ->> 'from_coding_id' IN ${list('codings')} OR row ->> 'to_coding_id' IN ${list('codings')}
         OR (table_name = 'pseudonym' AND row_id IN ${list('pseudonyms')})
         OR (table_name = 'setting' AND row ->> 'key' IN ${list('keys')})`,
    )
    .pluck(),
  /** Documents that were deleted, or whose import was undone, and whose words the history keeps; with their last names. */
  deleted: db.prepare<[], { id: number; name: string }>(
    `SELECT row_id AS id, coalesce(old_row, new_row) ->> 'name' AS name, max(id) FROM history_change
     WHERE table_name = 'document' AND row_id NOT IN (SELECT id FROM document)
     GROUP BY row_id ORDER BY row_id`,
  ),
}));

/** Documents that are deleted but kept in the history, oldest first. */
export function deletedDocuments(db: Connection): readonly { readonly id: number; readonly name: string }[] {
  return statements(db)
    .deleted.all()
    .map(({ id, name }) => ({ id, name }));
}

/** What a scope comprises, now and in the history. */
export interface Traces {
  /** GUIDs of all that a memo may link to. */
  readonly guids: ReadonlySet<string>;
  /** Names of documents, files and participants. */
  readonly names: readonly string[];
  /** All texts that the documents ever had, as far as they are known. */
  readonly texts: readonly string[];
  /** Steps of the history that keep something of it. */
  readonly steps: readonly number[];
}

export function tracesOf(db: Connection, scope: Scope): Traces {
  const { codings, memoGuids, things, texts, touching } = statements(db);
  const documents = JSON.stringify(scope.documents);
  const participants = JSON.stringify(scope.participants);
  const codingRows = codings.all({ documents });
  const codingIds = JSON.stringify(codingRows.map(({ id }) => id));
  const named = things.all({ documents, participants });
  const guids = new Set([
    ...codingRows.map(({ guid }) => guid),
    ...memoGuids.all({ documents, codings: codingIds, participants }),
    ...named.map(({ guid }) => guid),
  ]);
  return {
    guids,
    names: [...new Set(named.map(({ name }) => name))],
    texts: texts.all({ documents }),
    steps: touching.all({
      documents,
      codings: codingIds,
      participants,
      pseudonyms: JSON.stringify(scope.pseudonyms),
      keys: patternKeys(guids),
    }),
  };
}

/** The texts of all documents but these. */
export function otherTexts(db: Connection, documentIds: readonly number[]): readonly string[] {
  return statements(db).otherTexts.all({ documents: JSON.stringify(documentIds) });
}

/** Empties the imported files that these documents ever came from, also where others came from them too. */
export function emptyOriginalsOf(db: Connection, documentIds: readonly number[]): number {
  return statements(db).emptyOriginals.run({ documents: JSON.stringify(documentIds) }).changes;
}

/** Removes documents with all that hangs on them, and the patterns of their speakers. */
export function removeDocuments(
  db: Connection,
  documentIds: readonly number[],
  guids: ReadonlySet<string>,
): void {
  statements(db).removeDocuments.run({ documents: JSON.stringify(documentIds) });
  statements(db).removePatterns.run({ keys: patternKeys(guids) });
}

function patternKeys(guids: ReadonlySet<string>): string {
  return JSON.stringify(Array.from(guids, (guid) => `speakers.pattern.${guid}`));
}
