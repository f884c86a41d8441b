/**
 * Writes the Word transcripts of the sample study from their plain sources: `node scripts/make-sample-study.ts`.
 * The same sources give the same bytes, so a change of a transcript shows in the history, and nothing else does.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';

interface SampleDocument {
  readonly name: string;
  readonly file: string;
  readonly source: string;
  readonly values: { readonly Date: string };
}

const folder = join(import.meta.dirname, '..', 'fixtures', 'sample-study');
const label = /^(?:Enquêtrice|Référent \d+)\u00a0:/;

const study = JSON.parse(readFileSync(join(folder, 'study.json'), 'utf8')) as {
  readonly documents: readonly SampleDocument[];
};
for (const document of study.documents) {
  const source = readFileSync(join(folder, document.source), 'utf8');
  writeFileSync(join(folder, document.file), await transcript(document, source));
}

async function transcript(document: SampleDocument, source: string): Promise<Buffer> {
  const lines = source.split('\n').filter((line) => line.length > 0);
  const file = new Document({
    title: document.name,
    creator: 'Repère',
    lastModifiedBy: 'Repère',
    styles: { default: { document: { run: { language: { value: 'fr-FR' } } } } },
    sections: [{ children: lines.map(paragraph) }],
  });
  const properties = [{ path: 'docProps/core.xml', data: coreProperties(document) }];
  return withFixedTimes(await Packer.toBuffer(file, false, properties));
}

function paragraph(line: string): Paragraph {
  if (line.startsWith('# ')) return new Paragraph({ text: line.slice(2), heading: HeadingLevel.HEADING_1 });
  const speaker = label.exec(line)?.[0] ?? '';
  const words = new TextRun(line.slice(speaker.length));
  return new Paragraph({
    children: speaker === '' ? [words] : [new TextRun({ text: speaker, bold: true }), words],
  });
}

/** The properties that `docx` would date with the present moment, dated with the interview's day. */
function coreProperties({ name, values }: SampleDocument): string {
  const date = (element: string) =>
    `<dcterms:${element} xsi:type="dcterms:W3CDTF">${values.Date}T18:00:00Z</dcterms:${element}>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${name}</dc:title><dc:creator>Repère</dc:creator><cp:lastModifiedBy>Repère</cp:lastModifiedBy>`,
    `${date('created')}${date('modified')}</cp:coreProperties>`,
  ].join('');
}

/** Sets the time of every entry of a zip to 1 January 2020: in its central directory and in its local headers. */
function withFixedTimes(zip: Buffer): Buffer {
  const dosTimeAndDate = (((2020 - 1980) << 25) | (1 << 21) | (1 << 16)) >>> 0;
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  let entry = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    zip.writeUInt32LE(dosTimeAndDate, entry + 12);
    zip.writeUInt32LE(dosTimeAndDate, zip.readUInt32LE(entry + 42) + 10);
    entry += 46 + zip.readUInt16LE(entry + 28) + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32);
  }
  return zip;
}
