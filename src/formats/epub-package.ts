import { posix } from 'node:path';
import { FormatError, type DocumentProperties } from './parsed-document.ts';
import { parseXml, type XmlHandler } from './xml.ts';
import type { Archive } from './zip.ts';

export interface EpubPackage {
  /** Names of the pages in the archive, in reading order. */
  readonly pages: readonly string[];
  readonly properties: DocumentProperties;
}

const CONTAINER = 'META-INF/container.xml';
const ENCRYPTION = 'META-INF/encryption.xml';
const PAGE_TYPES: ReadonlySet<string> = new Set([
  'application/xhtml+xml',
  'text/html',
  'text/x-oeb1-document',
]);

/** Whether more than fonts is encrypted (EPUB 3.3, 4.2.6.3.2): mangled fonts keep nobody from reading. */
export async function isLocked(archive: Archive, signal?: AbortSignal): Promise<boolean> {
  if (!archive.names.has(ENCRYPTION)) return false;
  const names: string[] = [];
  await parseXml(
    archive.read(ENCRYPTION, signal),
    handler((name, attribute) => {
      if (name === 'CipherReference') names.push(attribute('URI') ?? '');
    }),
  );
  return names.some((name) => !/\.(?:otf|ttf|ttc|woff2?)$/iu.test(name));
}

/** Follows container and package to the pages. Error: `format.unreadable` (`reason: 'no-main-part'`). */
export async function readPackage(archive: Archive, signal?: AbortSignal): Promise<EpubPackage> {
  const file = await packageFile(archive, signal);
  const items = new Map<string, string>();
  const spine: string[] = [];
  const values = new Map<string, string>();
  let open = '';
  await parseXml(archive.read(file, signal), {
    open({ name, attribute }) {
      open = name;
      const href = attribute('href');
      const id = attribute('id') ?? '';
      // The table of contents repeats the titles of the book.
      const isPage =
        PAGE_TYPES.has(attribute('media-type') ?? '') && !/\bnav\b/u.test(attribute('properties') ?? '');
      if (name === 'item' && href !== null && isPage)
        items.set(id, posix.join(posix.dirname(file), plainPath(href)));
      if (name === 'itemref' && attribute('linear') !== 'no') spine.push(attribute('idref') ?? '');
    },
    close: () => {
      open = '';
    },
    text: (value) => values.set(open, (values.get(open) ?? '') + value),
  });
  const pages = [...new Set(spine)]
    .map((id) => items.get(id) ?? '')
    .filter((name) => archive.names.has(name));
  if (pages.length === 0) throw new FormatError('format.unreadable', { reason: 'no-main-part' });
  const found = { title: values.get('title'), author: values.get('creator'), created: values.get('date') };
  const clean = Object.entries(found).map(([key, value]) => [key, (value ?? '').trim()] as const);
  return { pages, properties: Object.fromEntries(clean.filter(([, value]) => value !== '')) };
}

async function packageFile(archive: Archive, signal?: AbortSignal): Promise<string> {
  const files: string[] = [];
  if (archive.names.has(CONTAINER)) {
    await parseXml(
      archive.read(CONTAINER, signal),
      handler((name, attribute) => {
        if (name === 'rootfile') files.push(attribute('full-path') ?? '');
      }),
    );
  }
  const file = files.find((name) => archive.names.has(name));
  if (file === undefined) throw new FormatError('format.unreadable', { reason: 'no-main-part' });
  return file;
}

function handler(open: (name: string, attribute: (name: string) => string | null) => void): XmlHandler {
  return {
    open: (element) => open(element.name, (name) => element.attribute(name)),
    close: () => undefined,
    text: () => undefined,
  };
}

function plainPath(href: string): string {
  const [path = ''] = href.split('#');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
