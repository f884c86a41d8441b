import { describe, expect, it } from 'vitest';
import { detectKind } from '../../../src/formats/detect.ts';
import { readDocument } from '../../../src/formats/read.ts';
import { bytesOf, failure } from './documents.ts';
import { buildZip } from './zip-builder.ts';

function ascii(value: string): Uint8Array {
  return new Uint8Array(Buffer.from(value, 'latin1'));
}

const PNG = ascii('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0');

describe('what bytes are', () => {
  it.each([
    ['libreoffice.docx', 'docx'],
    ['libreoffice.odt', 'odt'],
    ['source/riche.fodt', 'fodt'],
    ['libreoffice.doc', 'doc97'],
    ['libreoffice.rtf', 'rtf'],
    ['libreoffice.pdf', 'pdf'],
    ['libreoffice.html', 'html'],
    ['encrypted.docx', 'encrypted-office'],
    ['utf-16be.txt', 'text'],
    ['mac-roman.txt', 'text'],
  ])('is seen in %s', async (name, kind) => {
    expect(await detectKind(bytesOf(name))).toBe(kind);
  });
  it.each([
    ['empty', new Uint8Array()],
    ['image', PNG],
    ['vtt', ascii('WEBVTT\n\n00:00.000 --> 00:01.000\n<v Anna>Oui')],
    ['srt', ascii('1\r\n00:00:01,000 --> 00:00:02,000\r\nOui')],
    ['xml', ascii('<?xml version="1.0"?><CodeBook/>')],
    ['html', ascii('\xef\xbb\xbf\n<!-- x -->\n<!DOCTYPE html><p>oui')],
    ['text', ascii('ID3 : oui')],
    ['binary', ascii('\0\x01\x02\x03\x04\x05\x06\x07\0\x01\x02\x03')],
    ['damaged-zip', ascii('PK\x03\x04 et puis rien')],
    ['zip', buildZip([{ name: 'a.txt', data: 'a' }])],
    ['xlsx', buildZip([{ name: 'xl/workbook.xml', data: '<a/>' }])],
    [
      'qdpx',
      buildZip([
        { name: 'project.qde', data: '<a/>' },
        { name: 'Sources/word/document.xml', data: '' },
      ]),
    ],
  ])('is %s', async (kind, bytes) => {
    expect(await detectKind(bytes)).toBe(kind);
  });
});

describe('reading a document', () => {
  it('goes by the content, and says so when the name promised another', async () => {
    const renamed = await readDocument(bytesOf('pandoc.docx'), { fileName: 'entretien.txt' });
    expect(renamed.format).toBe('docx');
    expect(renamed.warnings[0]).toEqual({ code: 'read-as', details: { extension: 'txt', found: 'docx' } });
    const text = await readDocument(bytesOf('windows-1252.txt'), { fileName: 'Entretien.DOCX' });
    expect(text.format).toBe('text');
    expect(text.warnings).toEqual([{ code: 'read-as', details: { extension: 'docx', found: 'text' } }]);
  });
  it.each(['entretien.txt', 'entretien', 'C:\\dossier.v2\\entretien', 'notes.xyz'])(
    'takes %s for what it is',
    async (fileName) => {
      const { format, warnings } = await readDocument(bytesOf('utf-8.txt'), { fileName });
      expect([format, warnings]).toEqual(['text', []]);
    },
  );
  it('shows as text what a person names so, and reads with the encoding asked for', async () => {
    expect((await readDocument(bytesOf('libreoffice.html'), { fileName: 'page.txt' })).format).toBe('text');
    const parsed = await readDocument(bytesOf('mac-roman.txt'), {
      fileName: 'a.txt',
      encoding: 'windows-1252',
    });
    expect(parsed.encoding?.name).toBe('windows-1252');
  });
  it.each([
    ['libreoffice.doc', 'a.doc', 'format.unsupported', 'doc97'],
    ['utf-8.txt', 'a.mht', 'format.unsupported', 'mht'],
    ['utf-8.txt', 'a.csv', 'format.is-table', 'csv'],
    ['libreoffice.doc', 'a.docx', 'format.wrong-kind', 'doc97'],
  ] as const)('of %s as %s fails with %s', async (file, fileName, code, found) => {
    expect(await failure(readDocument(bytesOf(file), { fileName }), code)).toMatchObject({ found });
  });
  it('of a picture, of nothing, of a locked or broken file fails', async () => {
    expect(await failure(readDocument(PNG, { fileName: 'a.txt' }), 'format.wrong-kind')).toMatchObject({
      found: 'image',
    });
    expect(await failure(readDocument(PNG, { fileName: 'a.png' }), 'format.unsupported')).toMatchObject({
      found: 'image',
    });
    const nothing = readDocument(new Uint8Array(), { fileName: 'a.txt' });
    expect(await failure(nothing, 'format.empty')).toEqual({ reason: 'no-bytes' });
    const locked = readDocument(bytesOf('encrypted.docx'), { fileName: 'a.docx' });
    expect(await failure(locked, 'format.encrypted')).toEqual({});
    const broken = readDocument(ascii('PK\x03\x04rien'), { fileName: 'a.docx' });
    expect(await failure(broken, 'format.unreadable')).toEqual({ reason: 'zip' });
  });
});
