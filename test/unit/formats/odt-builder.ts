import { buildZip, type ZipEntry } from './zip-builder.ts';

const ODF = 'urn:oasis:names:tc:opendocument:xmlns:';
const NAMESPACES = [
  ['office', `${ODF}office:1.0`],
  ['text', `${ODF}text:1.0`],
  ['table', `${ODF}table:1.0`],
  ['draw', `${ODF}drawing:1.0`],
  ['style', `${ODF}style:1.0`],
  ['manifest', `${ODF}manifest:1.0`],
  ['dc', 'http://purl.org/dc/elements/1.1/'],
]
  .map(([prefix, space]) => `xmlns:${prefix}="${space}"`)
  .join(' ');

export function contentXml(body: string, styles = '', prologue = '<?xml version="1.0"?>'): string {
  return `${prologue}<office:document-content ${NAMESPACES}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
}

/** An OpenDocument package of these parts, its kind first as in every such file. */
export function buildOdtParts(entries: readonly ZipEntry[]): Uint8Array {
  const mimetype = { name: 'mimetype', data: 'application/vnd.oasis.opendocument.text', stored: true };
  return buildZip([mimetype, ...entries]);
}

/** The least that an OpenDocument text is made of. */
export function buildOdt(body: string, styles = '', more: readonly ZipEntry[] = []): Uint8Array {
  return buildOdtParts([{ name: 'content.xml', data: contentXml(body, styles) }, ...more]);
}

export function manifestXml(content: string): string {
  return `<manifest:manifest ${NAMESPACES}>${content}</manifest:manifest>`;
}
