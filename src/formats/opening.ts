import { isEncryptedOffice } from './detect.ts';
import { refuseEncrypted } from './odt-package.ts';
import { FormatError, holdFile, type ReadOptions } from './parsed-document.ts';
import { parseXml, type XmlHandler } from './xml.ts';
import { openArchive, type Archive } from './zip.ts';

/** Opens the archive that a file is. Errors: those of `holdFile`; `format.encrypted`; `format.unreadable`. */
export async function openPackage(bytes: Uint8Array, signal?: AbortSignal): Promise<Archive> {
  holdFile(bytes, signal);
  if (isEncryptedOffice(bytes)) throw new FormatError('format.encrypted');
  return openArchive(bytes);
}

/** Where every file of OpenDocument keeps its content. */
export const ODF_CONTENT = 'content.xml';

/** Opens a text or a spreadsheet of OpenDocument that no password locks and that has its content. */
export async function openOpenDocument(bytes: Uint8Array, signal?: AbortSignal): Promise<Archive> {
  const archive = await openPackage(bytes, signal);
  await refuseEncrypted(archive, signal);
  mainPart(archive, ODF_CONTENT);
  return archive;
}

/** The name itself; `format.unreadable` (`reason: 'no-main-part'`) when the archive has no such part. */
export function mainPart(archive: Archive, name: string): string {
  if (!archive.names.has(name)) throw new FormatError('format.unreadable', { reason: 'no-main-part' });
  return name;
}

/** Walks the part that makes up most of a file, telling which share is done. */
export async function walkMainPart(
  archive: Archive,
  name: string,
  handler: XmlHandler,
  { onProgress, signal }: ReadOptions,
): Promise<void> {
  const size = Math.max(1, archive.size(name));
  await parseXml(archive.read(name, signal), handler, (done) => onProgress?.(Math.min(1, done / size)));
}
