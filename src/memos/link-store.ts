import { prepareOnce } from '../database/connection.ts';
import type { LinkKind } from '../text/memo-links.ts';

/** Something a memo can link to, as it is now. */
export interface LinkedRow {
  readonly id: number;
  readonly guid: string;
  readonly name: string;
}

/** Names by kind; a segment is named by its words, so its row has none and is completed by the reader. */
const NAMED: Readonly<Record<LinkKind, string>> = {
  code: 'SELECT id, guid, name FROM code',
  document: 'SELECT id, guid, name FROM document',
  coding: "SELECT id, guid, '' AS name FROM coding",
  participant: 'SELECT id, guid, name FROM participant',
  hypothesis: "SELECT id, guid, label || ' · ' || title AS name FROM hypothesis",
  memo: 'SELECT id, guid, title AS name FROM memo',
};

export const linkedReads = prepareOnce((db) => {
  const byGuid = (kind: LinkKind) => db.prepare<[string], LinkedRow>(`${NAMED[kind]} WHERE guid = ?`);
  const byId = (kind: LinkKind) => db.prepare<[number], LinkedRow>(`${NAMED[kind]} WHERE id = ?`);
  const all = (kind: Exclude<LinkKind, 'coding'>) => db.prepare<[], LinkedRow>(`${NAMED[kind]} ORDER BY id`);
  return {
    byGuid: {
      code: byGuid('code'),
      document: byGuid('document'),
      coding: byGuid('coding'),
      participant: byGuid('participant'),
      hypothesis: byGuid('hypothesis'),
      memo: byGuid('memo'),
    },
    byId: {
      code: byId('code'),
      document: byId('document'),
      coding: byId('coding'),
      participant: byId('participant'),
      hypothesis: byId('hypothesis'),
      memo: byId('memo'),
    },
    all: {
      code: all('code'),
      document: all('document'),
      participant: all('participant'),
      hypothesis: all('hypothesis'),
      memo: all('memo'),
    },
    /** The code into which a code went that is not there any more. */
    mergedInto: db
      .prepare<[string], string>(
        "SELECT into_guid FROM code_lineage WHERE kind = 'merge' AND from_guid = ? ORDER BY id DESC LIMIT 1",
      )
      .pluck(),
    /** Memos whose text holds a link's kind and GUID: the newest first. */
    mentioning: db
      .prepare<[{ key: string; limit: number }], number>(
        `SELECT id FROM memo WHERE instr(body, '[[' || @key || '|') > 0 ORDER BY modified_at DESC, id DESC LIMIT @limit`,
      )
      .pluck(),
  };
});
