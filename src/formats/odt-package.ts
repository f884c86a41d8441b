import { nameOf } from './odt-vocabulary.ts';
import { FormatError, type DocumentProperties } from './parsed-document.ts';
import { parseXml } from './xml.ts';
import type { Archive } from './zip.ts';

const MANIFEST = 'META-INF/manifest.xml';

/** Throws `format.encrypted` when the manifest says that a part is (OpenDocument 1.3 part 2, 4.4). */
export async function refuseEncrypted(archive: Archive, signal?: AbortSignal): Promise<void> {
  if (!archive.names.has(MANIFEST)) return;
  await parseXml(archive.read(MANIFEST, signal), {
    open(element) {
      if (nameOf(element) === 'manifest:encryption-data') throw new FormatError('format.encrypted');
    },
    close: () => undefined,
    text: () => undefined,
  });
}

/** Title, author and date of creation of `meta.xml`, or of a flat file. Empty values are left out. */
export async function readOdtProperties(source: AsyncIterable<Uint8Array>): Promise<DocumentProperties> {
  const values = new Map<string, string>();
  const path: string[] = [];
  await parseXml(source, {
    open: (element) => path.push(nameOf(element)),
    close: () => path.pop(),
    text(value) {
      const name = path.at(-1) ?? '';
      if (path.at(-2) === 'office:meta') values.set(name, (values.get(name) ?? '') + value);
    },
  });
  const clean = (name: string): string => (values.get(name) ?? '').replaceAll(/\s+/gu, ' ').trim();
  const found = {
    title: clean('dc:title'),
    author: clean('meta:initial-creator') || clean('dc:creator'),
    created: clean('meta:creation-date'),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== ''));
}
