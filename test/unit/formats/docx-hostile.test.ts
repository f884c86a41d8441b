import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/formats/limits.ts';
import { readDocument } from '../../../src/formats/read.ts';
import { readDocx } from '../../../src/formats/docx.ts';
import { bytesOf, failure } from './documents.ts';
import { buildDocx, buildZip, documentXml, paragraph } from './zip-builder.ts';

const docx = { fileName: 'entretien.docx' };

describe('a hostile or broken Word document', () => {
  it('is not inflated when it would grow beyond measure', async () => {
    const bomb = buildDocx(paragraph('oui'), [
      { name: 'word/media/a.png', data: new Uint8Array(64 * 1024 * 1024) },
    ]);
    expect(bomb.byteLength).toBeLessThan(100_000);
    expect(await failure(readDocument(bomb, docx), 'format.too-large')).toMatchObject({ what: 'ratio' });
  });
  it('is refused when its files together would', async () => {
    const part = { data: '', stored: true, claimedSize: 0 };
    const many = Array.from({ length: LIMITS.archiveEntries + 1 }, (_none, at) => ({
      ...part,
      name: `a${at}`,
    }));
    expect(await failure(readDocument(buildZip(many), docx), 'format.too-large')).toMatchObject({
      what: 'entries',
    });
    const huge = Array.from({ length: 20 }, (_none, at) => ({
      name: `b${at}`,
      data: 'x'.repeat(2e5),
      claimedSize: 31 * 1024 * 1024,
    }));
    expect(await failure(readDocument(buildZip(huge), docx), 'format.too-large')).toMatchObject({
      what: 'inflated-bytes',
    });
  });
  it('is held to the size it announces', async () => {
    const xml = documentXml(paragraph('oui'.repeat(1_000)));
    const lying = buildZip([{ name: 'word/document.xml', data: xml, claimedSize: 100 }]);
    expect(await failure(readDocument(lying, docx), 'format.unreadable')).toEqual({ reason: 'zip' });
  });
  it('may nest, but not without end', async () => {
    const nested = (depth: number): string =>
      `${'<w:tbl><w:tr><w:tc>'.repeat(depth)}${paragraph('fond')}${'</w:tc></w:tr></w:tbl>'.repeat(depth)}`;
    expect((await readDocx(buildDocx(nested(50)))).text).toBe('fond');
    expect(await failure(readDocx(buildDocx(nested(10_000))), 'format.too-deep')).toEqual({
      limit: LIMITS.xmlDepth,
    });
  });
  it.each([
    ['a billion laughs', '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>', '&b;', 'dtd'],
    ['a file of this machine', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>', '&a;', 'dtd'],
    ['an entity from nowhere', '', '&a;', 'xml'],
    ['an element that is never closed', '', '</w:t><w:t', 'xml'],
  ])('does not get %s', async (_what, doctype, content, reason) => {
    const xml = documentXml(paragraph(content), `<?xml version="1.0"?>${doctype}`);
    const bytes = buildZip([{ name: 'word/document.xml', data: xml }]);
    expect(await failure(readDocx(bytes), 'format.unreadable')).toEqual({ reason });
  });
  it('is damaged when it was cut off, anywhere', async () => {
    const whole = bytesOf('libreoffice.docx');
    for (const share of [0.1, 0.5, 0.9, 0.999]) {
      const cut = whole.subarray(0, Math.floor(whole.byteLength * share));
      expect(await failure(readDocument(cut, docx), 'format.unreadable')).toEqual({ reason: 'zip' });
    }
  });
  it('never brings anything but its own errors when bytes are flipped', async () => {
    const whole = bytesOf('pandoc.docx');
    for (let at = 7; at < whole.byteLength; at += 97) {
      const broken = Uint8Array.from(whole);
      broken[at] = (broken[at]! + 101) % 256;
      const outcome = await readDocument(broken, docx).then(
        () => 'read',
        (error: unknown) => (error instanceof Error ? error.name : 'odd'),
      );
      expect(['read', 'FormatError']).toContain(outcome);
    }
  });
  it('says what is missing', async () => {
    const empty = buildZip([{ name: 'word/styles.xml', data: '<a/>' }]);
    expect(await failure(readDocx(empty), 'format.unreadable')).toEqual({ reason: 'no-main-part' });
    expect(await failure(readDocx(buildDocx('<w:p/>')), 'format.empty')).toEqual({ reason: 'no-text' });
    expect(await failure(readDocx(new Uint8Array()), 'format.empty')).toEqual({ reason: 'no-bytes' });
    const locked = readDocx(buildZip([{ name: 'word/document.xml', data: 'x', encrypted: true }]));
    expect(await failure(locked, 'format.encrypted')).toEqual({});
  });
  it('stops when asked to, before and while reading', async () => {
    const aborted = readDocument(bytesOf('pandoc.docx'), { ...docx, signal: AbortSignal.abort() });
    expect(await failure(aborted, 'format.cancelled')).toEqual({});
    const controller = new AbortController();
    const long = buildDocx(
      Array.from({ length: 20_000 }, (_none, at) => paragraph(`Ligne ${at} ${at * 7919}`)).join(''),
    );
    const reading = readDocx(long, { signal: controller.signal, onProgress: () => controller.abort() });
    expect(await failure(reading, 'format.cancelled')).toEqual({});
  });
});
