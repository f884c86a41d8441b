import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/formats/limits.ts';
import { readOdt } from '../../../src/formats/odt.ts';
import { readDocument } from '../../../src/formats/read.ts';
import { bytesOf, failure } from './documents.ts';
import { buildOdt, buildOdtParts, contentXml, manifestXml } from './odt-builder.ts';

const odt = { fileName: 'entretien.odt' };
const paragraph = (text: string): string => `<text:p>${text}</text:p>`;

describe('a hostile or broken OpenDocument text', () => {
  it('is not inflated when it would grow beyond measure', async () => {
    const bomb = buildOdt(paragraph('oui'), '', [
      { name: 'Pictures/a.png', data: new Uint8Array(64 * 1024 * 1024) },
    ]);
    expect(await failure(readDocument(bomb, odt), 'format.too-large')).toMatchObject({ what: 'ratio' });
  });
  it.each(['table:table', 'text:list', 'text:section', 'draw:frame', 'text:span'])(
    'may nest %s, but not without end',
    async (name) => {
      const nested = buildOdt(`${`<${name}>`.repeat(10_000)}${`</${name}>`.repeat(10_000)}`);
      expect(await failure(readDocument(nested, odt), 'format.too-deep')).toEqual({ limit: LIMITS.xmlDepth });
    },
  );
  it.each([
    ['a billion laughs', '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>', '&b;', 'dtd'],
    ['a file of this machine', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>', '&a;', 'dtd'],
    ['an entity from nowhere', '', '&a;', 'xml'],
    ['an element that is never closed', '', '</text:p><text:p', 'xml'],
  ])('does not get %s', async (_what, doctype, content, reason) => {
    const data = contentXml(paragraph(content), '', `<?xml version="1.0"?>${doctype}`);
    const bytes = buildOdtParts([{ name: 'content.xml', data }]);
    expect(await failure(readDocument(bytes, odt), 'format.unreadable')).toEqual({ reason });
    const flat = new Uint8Array(Buffer.from(data.replaceAll('office:document-content', 'office:document')));
    if (reason === 'xml')
      expect(await failure(readDocument(flat, { fileName: 'a.fodt' }), 'format.unreadable')).toEqual({
        reason,
      });
  });
  it('is refused when it is encrypted', async () => {
    const manifest = manifestXml(
      '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>',
    );
    const locked = buildOdtParts([
      { name: 'content.xml', data: 'no xml' },
      { name: 'META-INF/manifest.xml', data: manifest },
    ]);
    expect(await failure(readDocument(locked, odt), 'format.encrypted')).toEqual({});
  });
  it('is damaged when it was cut off, and brings its own errors only when bytes are flipped', async () => {
    const whole = bytesOf('riche.odt');
    for (const share of [0.1, 0.5, 0.9, 0.999]) {
      const cut = whole.subarray(0, Math.floor(whole.byteLength * share));
      expect(await failure(readDocument(cut, odt), 'format.unreadable')).toEqual({ reason: 'zip' });
    }
    for (let at = 7; at < whole.byteLength; at += 211) {
      const broken = Uint8Array.from(whole);
      broken[at] = (broken[at]! + 101) % 256;
      const outcome = await readDocument(broken, odt).then(
        () => 'read',
        (error: unknown) => (error instanceof Error ? error.name : 'odd'),
      );
      expect(['read', 'FormatError']).toContain(outcome);
    }
  });
  it('may hold more lines in a text box than a call takes arguments', async () => {
    const box = `<draw:frame><draw:text-box>${'<text:p>x</text:p>'.repeat(200_000)}</draw:text-box></draw:frame>`;
    const { text } = await readOdt(buildOdt(`${paragraph(`a${box}`)}${box}`));
    expect(text.length).toBe('a'.length + 2 * 400_000);
  });
  it('says what is missing', async () => {
    const none = buildOdtParts([{ name: 'styles.xml', data: '<a/>' }]);
    expect(await failure(readOdt(none), 'format.unreadable')).toEqual({ reason: 'no-main-part' });
    expect(await failure(readOdt(buildOdt('<text:p/>')), 'format.empty')).toEqual({ reason: 'no-text' });
    expect(await failure(readOdt(new Uint8Array()), 'format.empty')).toEqual({ reason: 'no-bytes' });
  });
  it('stops when asked to while reading', async () => {
    const lines = Array.from({ length: 40_000 }, (_none, at) => paragraph(`Ligne ${at} ${at * 7919}`)).join(
      '',
    );
    for (const [bytes, fileName] of [
      [buildOdt(lines), 'a.odt'],
      [
        new Uint8Array(
          Buffer.from(contentXml(lines).replaceAll('office:document-content', 'office:document')),
        ),
        'a.fodt',
      ],
    ] as const) {
      const controller = new AbortController();
      const onProgress = (): void => controller.abort();
      const reading = readDocument(bytes, { fileName, signal: controller.signal, onProgress });
      expect(await failure(reading, 'format.cancelled')).toEqual({});
    }
  });
});
