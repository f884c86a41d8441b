import type { Connection } from '../database/connection.ts';
import type { ReaderPool } from '../readers/pool.ts';
import type { NameFinder } from '../text/name-finder.ts';
import type { KeptOriginal } from './contract.ts';
import { originalReads, type OriginalRow } from './originals-store.ts';

/** Looks for names in the imported files that the project keeps: each is read as it was when it was imported. */
export async function namesInOriginals(
  db: Connection,
  readers: ReaderPool,
  finder: NameFinder,
  isOpen: () => boolean,
): Promise<KeptOriginal[]> {
  const kept: KeptOriginal[] = [];
  for (const row of originalReads(db).kept.all()) {
    if (!isOpen()) break;
    const content = await contentOf(
      readers,
      row,
      originalReads(db).bytes.get(row.original_id) ?? new Uint8Array(),
    );
    kept.push({
      documentId: row.document_id,
      title: row.name,
      fileName: row.file_name,
      names: content === null ? null : finder.find(content).length,
    });
  }
  return kept;
}

/** All words of a file that a reader gets at; `null` where none can read it. */
async function contentOf(readers: ReaderPool, row: OriginalRow, bytes: Uint8Array): Promise<string | null> {
  const options = { fileName: row.file_name, encoding: row.encoding ?? undefined };
  try {
    const { text, properties, comments = [] } = await readers.read('document', bytes, options);
    const remarks = comments.flatMap((comment) => [comment.author, comment.text]);
    return [text, properties.title ?? '', properties.author ?? '', ...remarks].join('\n');
  } catch {
    // What is no interview may be the table of a survey.
    return tableContent(readers, bytes, options);
  }
}

async function tableContent(
  readers: ReaderPool,
  bytes: Uint8Array,
  options: { readonly fileName: string; readonly encoding: string | undefined },
): Promise<string | null> {
  try {
    const { sheets } = await readers.read('table', bytes, options);
    return sheets.flatMap(({ name, rows }) => [name, ...rows.flat()]).join('\n');
  } catch {
    return null;
  }
}
