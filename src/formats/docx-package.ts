import { posix } from 'node:path';
import { FormatError, type DocumentProperties } from './parsed-document.ts';
import { parseXml, type XmlElement } from './xml.ts';
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
  const root = await relations(archive, '', signal);
  const main = root.get('officeDocument') ?? 'word/document.xml';
  if (!archive.names.has(main)) throw new FormatError('format.unreadable', { reason: 'no-main-part' });
  const own = await relations(archive, main, signal);
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

/** Targets inside the package by the last part of their type, which is the same in strict and in transitional files. */
async function relations(
  archive: Archive,
  part: string,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const folder = posix.dirname(part);
  const file = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  const targets = new Map<string, string>();
  if (!archive.names.has(file)) return targets;
  await parseXml(archive.read(file, signal), {
    open(element) {
      const relation = relationOf(element, folder);
      if (relation !== null && !targets.has(relation.type)) targets.set(relation.type, relation.target);
    },
    close: () => undefined,
    text: () => undefined,
  });
  return targets;
}

function relationOf(
  element: XmlElement,
  folder: string,
): { readonly type: string; readonly target: string } | null {
  const target = element.attribute('Target');
  const type = element.attribute('Type')?.split('/').at(-1);
  if (target === null || type === undefined || element.attribute('TargetMode') === 'External') return null;
  return { type, target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target) };
}

function present(archive: Archive, name: string): string | null {
  return archive.names.has(name) ? name : null;
}
