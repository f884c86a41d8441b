import type { Connection } from '../database/connection.ts';
import { indexReads, indexText } from '../documents/index-store.ts';
import { documentReads } from '../documents/store.ts';
import type { ProjectSession } from '../project/session.ts';

/**
 * Brings texts of an older project into the index, once. Answers whether all texts stand in it: where the project is
 * open read-only they may not, and their paragraphs are all looked at.
 */
export function fillIndex(db: Connection, session: ProjectSession): boolean {
  const missing = indexReads(db).missing.all();
  const { writer } = session;
  if (missing.length === 0) return true;
  if (writer === null) return false;
  writer
    .transaction(() => {
      for (const textVersionId of missing) {
        const { text } = session.texts.get(writer, textVersionId);
        indexText(writer, textVersionId, text, documentReads(writer).paragraphs.all(textVersionId));
      }
    })
    .immediate();
  return true;
}
