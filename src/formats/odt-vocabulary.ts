import type { XmlElement } from './xml.ts';

const ODF = 'urn:oasis:names:tc:opendocument:xmlns:';
const PREFIXES: ReadonlyMap<string, string> = new Map([
  [`${ODF}office:1.0`, 'office:'],
  [`${ODF}text:1.0`, 'text:'],
  [`${ODF}table:1.0`, 'table:'],
  [`${ODF}drawing:1.0`, 'draw:'],
  [`${ODF}style:1.0`, 'style:'],
  [`${ODF}meta:1.0`, 'meta:'],
  [`${ODF}svg-compatible:1.0`, 'svg:'],
  [`${ODF}presentation:1.0`, 'presentation:'],
  [`${ODF}form:1.0`, 'form:'],
  [`${ODF}manifest:1.0`, 'manifest:'],
  ['http://purl.org/dc/elements/1.1/', 'dc:'],
]);

/** The name under which this reader knows an element, whatever prefix its writer chose. */
export function nameOf({ space, name }: XmlElement): string {
  return (PREFIXES.get(space) ?? 'other:') + name;
}

/** Drawings whose paragraphs are read behind the one that they are anchored to. */
export const SHAPES: ReadonlySet<string> = new Set([
  'draw:text-box', 'draw:custom-shape', 'draw:rect', 'draw:ellipse', 'draw:circle', 'draw:caption', 'draw:polygon',
  'draw:regular-polygon', 'draw:path', 'draw:polyline', 'draw:line', 'draw:connector', 'draw:measure', 'draw:control',
]); // prettier-ignore

/** Never part of the text: what was deleted, headers and footers, declarations, templates of indexes, readings. */
const SKIPPED: ReadonlySet<string> = new Set([
  'text:tracked-changes', 'text:note-citation', 'text:ruby-text', 'text:hidden-text', 'text:sequence-decls',
  'text:variable-decls', 'text:user-field-decls', 'text:dde-connection-decls', 'text:alphabetical-index-auto-mark-file',
  'text:table-of-content-source', 'text:illustration-index-source', 'text:table-index-source', 'text:object-index-source',
  'text:user-index-source', 'text:alphabetical-index-source', 'text:bibliography-source', 'text:meta-field-source',
  'office:master-styles', 'office:scripts', 'office:forms', 'office:event-listeners', 'office:dde-source',
  'office:font-face-decls', 'office:settings', 'office:binary-data', 'draw:object', 'svg:title', 'svg:desc', 'dc:date',
  'text:sender-initials', 'meta:creator-initials', 'draw:image-map', 'table:shapes', 'table:table-source',
]); // prettier-ignore

export function isSkipped(name: string): boolean {
  return SKIPPED.has(name) || name.startsWith('form:') || name.startsWith('presentation:');
}

/** Between the paragraphs of these, white space is layout of the file. */
const BLOCKS: ReadonlySet<string> = new Set([
  'text:note', 'text:note-body', 'text:list', 'text:list-item', 'text:list-header', 'text:section', 'text:ruby',
  'text:index-body', 'text:index-title',
]); // prettier-ignore

/** Whether characters directly inside this element are those of a paragraph. */
export function holdsText(name: string): boolean {
  return name.startsWith('text:') && !BLOCKS.has(name);
}
