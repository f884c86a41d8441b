import { posix } from 'node:path';
import { readRelations } from './opc-relations.ts';
import { mainPart } from './opening.ts';
import type { DocumentProperties } from './parsed-document.ts';
import { parseXml } from './xml.ts';
import type { Archive } from './zip.ts';

/** Where the parts of a Word file are; only `main` must be there. */
export interface DocxParts {
  readonly main: string;
  readonly styles: string | null;
  readonly properties: string | null;
  readonly numbering: string | null;
  readonly footnotes: string | null;
  readonly endnotes: string | null;
  readonly comments: string | null;
}

/**
 * Follows the relationships of the package, since not every program calls the parts `word/document.xml`. Error:
 * `format.unreadable` (`reason: 'no-main-part'`).
 */
export async function locateParts(archive: Archive, signal?: AbortSignal): Promise<DocxParts> {
  const root = await targetsByType(archive, '', signal);
  const main = mainPart(archive, root.get('officeDocument') ?? 'word/document.xml');
  const own = await targetsByType(archive, main, signal);
  const beside = (type: string): string | null =>
    present(archive, own.get(type) ?? posix.join(posix.dirname(main), `${type}.xml`));
  return {
    main,
    styles: beside('styles'),
    numbering: beside('numbering'),
    footnotes: beside('footnotes'),
    endnotes: beside('endnotes'),
    comments: beside('comments'),
    properties: present(archive, root.get('core-properties') ?? 'docProps/core.xml'),
  };
}

/** Title, author and date of creation, as Dublin Core. Empty values are left out. */
export async function readProperties(
  archive: Archive,
  part: string | null,
  signal?: AbortSignal,
): Promise<DocumentProperties> {
  if (part === null) return {};
  const values = new Map<string, string>();
  const path: string[] = [];
  await parseXml(archive.read(part, signal), {
    open: ({ name }) => path.push(name),
    close: () => path.pop(),
    text(value) {
      const name = path.at(-1) ?? '';
      if (path.length === 2) values.set(name, (values.get(name) ?? '') + value);
    },
  });
  const clean = (name: string): string => (values.get(name) ?? '').replaceAll(/\s+/gu, ' ').trim();
  const found = { title: clean('title'), author: clean('creator'), created: clean('created') };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== ''));
}

/** Of several targets of one type the first. */
async function targetsByType(
  archive: Archive,
  part: string,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const relations = await readRelations(archive, part, signal);
  return new Map(relations.toReversed().map(({ type, target }) => [type, target]));
}

function present(archive: Archive, name: string): string | null {
  return archive.names.has(name) ? name : null;
}
