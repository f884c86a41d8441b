import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/formats/limits.ts';
import { ENCODINGS, guessEncoding, readText } from '../../../src/formats/text.ts';
import { text as anyText } from '../text/arbitraries.ts';
import { bytesOf, failure } from './documents.ts';

const utf8 = new TextDecoder();
const original = utf8.decode(bytesOf('source/entretien.txt'));

describe('a text file', () => {
  it.each([
    ['utf-8-bom.txt', 'utf-8', true],
    ['utf-8-crlf.txt', 'utf-8', false],
    ['utf-8-cr.txt', 'utf-8', false],
    ['utf-8-u2028.txt', 'utf-8', false],
    ['utf-16le.txt', 'utf-16le', false],
    ['utf-16le-bom.txt', 'utf-16le', true],
    ['utf-16be.txt', 'utf-16be', false],
    ['utf-16be-bom.txt', 'utf-16be', true],
    ['utf-32le-bom.txt', 'utf-32le', true],
    ['windows-1252.txt', 'windows-1252', false],
    ['mac-roman.txt', 'macintosh', false],
  ])('is the same from %s, known as %s', (name, encoding, hadBom) => {
    const parsed = readText(bytesOf(name));
    expect(parsed.text).toBe(original);
    expect(parsed.encoding).toMatchObject({ name: encoding, hadBom });
    expect(parsed.encoding?.confidence).toBeGreaterThan(0.8);
    expect(parsed.warnings).toEqual([]);
  });
  it('keeps the euro and the œ of Latin-9, and is read from DOS', () => {
    const latin9 = readText(bytesOf('iso-8859-15.txt'));
    expect(latin9.text).toBe(utf8.decode(bytesOf('source/entretien-latin9.txt')));
    expect(latin9.encoding?.name).toBe('iso-8859-15');
    const dos = readText(bytesOf('cp850-crlf.txt'));
    expect(dos.text).toBe(utf8.decode(bytesOf('source/entretien-dos.txt')));
    expect(dos.encoding?.name).toBe('cp850');
  });
  it.each(['utf-32le', 'utf-32be'])('is the same from %s without a mark', (encoding) => {
    const parsed = readText(new Uint8Array(iconv.encode(original, encoding, { addBOM: false })));
    expect(parsed.text).toBe(original);
    expect(parsed.encoding).toMatchObject({ name: encoding, hadBom: false });
  });
  it('keeps its emoji', () => {
    expect(readText(bytesOf('utf-8.txt')).text).toContain('👩‍👩‍👧 et é…');
  });
  it('is guessed from very little', () => {
    const guess = (value: string, encoding: string): string | undefined =>
      guessEncoding(iconv.encode(value, encoding)).name;
    expect(guess('café', 'windows-1252')).toBe('windows-1252');
    expect(guess('Référent', 'macintosh')).toBe('macintosh');
    expect(guess('Hélène', 'utf-8')).toBe('utf-8');
    expect(guess('R3 : ok', 'ascii')).toBe('utf-8');
    expect(guess('le cœur', 'iso-8859-15')).toBe('iso-8859-15');
    expect(guess('l’école', 'windows-1252')).toBe('windows-1252');
  });
  it('in another alphabet is left to chardet', () => {
    const russian =
      'Интервьюер: Здравствуйте! Расскажите, пожалуйста, о себе и о своей работе в университете.\n'.repeat(5);
    expect(readText(new Uint8Array(iconv.encode(russian, 'windows-1251'))).text).toBe(russian);
    const japanese =
      '質問者：こんにちは。今日はよろしくお願いします。学校での仕事について教えてください。\n'.repeat(5);
    expect(readText(new Uint8Array(iconv.encode(japanese, 'shift_jis'))).text).toBe(japanese);
  });
  it('is read again with the encoding that a person chooses', async () => {
    const parsed = readText(bytesOf('windows-1252.txt'), { encoding: 'MACINTOSH' });
    expect(parsed.encoding).toEqual({ name: 'macintosh', label: 'Mac Roman', confidence: 1, hadBom: false });
    expect(parsed.text).toContain('RÈfÈrent');
    const wrong = readText(bytesOf('windows-1252.txt'), { encoding: 'utf-8' });
    expect(wrong.warnings).toEqual([
      { code: 'characters-replaced', details: { count: wrong.text.split('\uFFFD').length - 1 } },
    ]);
    expect(
      await failure(() => readText(bytesOf('utf-8.txt'), { encoding: 'ebcdic' }), 'encoding.unknown'),
    ).toEqual({ encoding: 'ebcdic' });
  });
  it('with a few broken bytes is still UTF-8, and says so', () => {
    const broken = Buffer.concat([
      Buffer.from('é'.repeat(50)),
      Buffer.from([0xe9, 0x20]),
      Buffer.from('à la fin'),
    ]);
    const parsed = readText(new Uint8Array(broken));
    expect(parsed.encoding).toMatchObject({ name: 'utf-8', confidence: 0.7 });
    expect(parsed.warnings).toEqual([{ code: 'characters-replaced', details: { count: 1 } }]);
  });
  it('is refused when it is empty, blank, binary or too large', async () => {
    expect(await failure(() => readText(new Uint8Array()), 'format.empty')).toEqual({ reason: 'no-bytes' });
    expect(await failure(() => readText(new TextEncoder().encode(' \n\u00A0')), 'format.empty')).toEqual({
      reason: 'no-text',
    });
    const noise = Uint8Array.from({ length: 4_000 }, (_none, at) => (at * 7919) % 251);
    expect(await failure(() => readText(noise), 'format.wrong-kind')).toEqual({ found: 'binary' });
    const large = new Uint8Array(LIMITS.fileBytes + 1).fill(0x61);
    expect(await failure(() => readText(large), 'format.too-large')).toEqual({
      what: 'bytes',
      limit: LIMITS.fileBytes,
      found: LIMITS.fileBytes + 1,
    });
  });
  it('loses stray NULs, and is not binary for them', () => {
    expect(readText(new TextEncoder().encode('R3 : oui\0 et non')).text).toBe('R3 : oui et non');
  });
  it('comes back from every Unicode encoding with a mark', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'),
        (value, encoding) => {
          const bytes = new Uint8Array(iconv.encode(`début ${value}`, encoding, { addBOM: true }));
          const parsed = readText(bytes);
          expect(parsed.text).toBe(`début ${value}`);
          expect(parsed.encoding).toMatchObject({ name: encoding, hadBom: true });
        },
      ),
    );
  });
  it('offers only encodings that it can read', () => {
    for (const { name } of ENCODINGS) expect([name, iconv.encodingExists(name)]).toEqual([name, true]);
    expect(new Set(ENCODINGS.map(({ name }) => name)).size).toBe(ENCODINGS.length);
  });
});
