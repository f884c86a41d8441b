import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messagesEn } from '../../../src/errors/messages-en.ts';
import { messagesFr } from '../../../src/errors/messages-fr.ts';
import { FormatError } from '../../../src/formats/parsed-document.ts';
import { readDocument } from '../../../src/formats/read.ts';
import { bytesOf, failure } from './documents.ts';
import { HOSTILE, epubOf } from './hostile-files.ts';

/** Nothing is asserted about seconds: this only tells what hangs from what ends. */
const HANGS = 10_000;
const MEBIBYTES = 300;
const CHILD = fileURLToPath(new URL('read-in-child.ts', import.meta.url));

const FILES = [
  'riche.docx',
  'riche.odt',
  'source/riche.fodt',
  'riche.rtf',
  'riche.html',
  'riche.md',
  'riche.epub',
  'riche.pdf',
  'riche.doc',
  'utf-16le.txt',
] as const;

/** How a file ends: as a text, or as one of the readers' own errors. Anything else is a failure of the reader. */
async function ending(bytes: Uint8Array, fileName: string): Promise<string> {
  try {
    const { text } = await readDocument(bytes, { fileName });
    expect(text.trim()).not.toBe('');
    return 'text';
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return error.code;
  }
}

describe('a hostile or broken file of any format', () => {
  it.each(FILES)(
    '%s ends in a text or an error of its own wherever it is cut off',
    async (name) => {
      const bytes = bytesOf(name);
      for (let part = 0; part < 24; part += 1) {
        const cut = bytes.subarray(0, Math.floor((bytes.length * part) / 24));
        expect(await ending(cut, name)).toMatch(/^(?:text|format\.)/u);
      }
      expect(await ending(new Uint8Array(), name)).toBe('format.empty');
    },
    HANGS,
  );

  it.each(FILES)(
    '%s ends so with bytes that were flipped',
    async (name) => {
      const original = bytesOf(name);
      const flips = fc.array(fc.tuple(fc.nat(original.length - 1), fc.integer({ min: 1, max: 255 })), {
        minLength: 1,
        maxLength: 12,
      });
      await fc.assert(
        fc.asyncProperty(flips, async (places) => {
          const bytes = Uint8Array.from(original);
          for (const [at, mask] of places) bytes[at] = (bytes[at] ?? 0) ^ mask;
          expect(await ending(bytes, name)).toMatch(/^(?:text|format\.)/u);
        }),
        { numRuns: 20 },
      );
    },
    HANGS,
  );

  it.each(['%PDF-1.7\n', '{\\rtf1', 'PK\x03\x04', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', '<!doctype html>', '<?xml version="1.0"?>', 'WEBVTT\n', '\x89PNG'])(
    'noise behind %j ends so, whatever it is called',
    async (magic) => {
      const noise = fc.uint8Array({ minLength: 1, maxLength: 3_000 });
      await fc.assert(
        fc.asyncProperty(noise, fc.constantFrom(...FILES), async (rest, name) => {
          const bytes = new Uint8Array(Buffer.concat([Buffer.from(magic, 'latin1'), rest]));
          expect(await ending(bytes, name)).toMatch(/^(?:text|format\.)/u);
        }),
        { numRuns: 30 },
      );
    },
    HANGS,
  ); // prettier-ignore

  it.each(FILES.slice(0, 7))('%s is read under any other name, or refused by its kind', async (name) => {
    for (const other of FILES) {
      expect(await ending(bytesOf(name), other.replace(/^.*\./u, 'a.'))).toMatch(/^(?:text|format\.)/u);
    }
  });

  it('a book that is locked says so; one with mangled fonts is read', async () => {
    const lock = (uri: string): { readonly name: string; readonly data: string } => ({
      name: 'META-INF/encryption.xml',
      data: `<encryption><EncryptedData><CipherData><CipherReference URI="${uri}"/></CipherData></EncryptedData></encryption>`,
    });
    const page = '<html><body><p>oui</p></body></html>';
    await failure(readDocument(epubOf([page], [lock('OPS/p0.xhtml')]), { fileName: 'a.epub' }), 'format.encrypted');
    const read = await readDocument(epubOf([page, page], [lock('OPS/a.otf')]), { fileName: 'a.epub' });
    expect(read.text).toBe('oui\noui');
  }); // prettier-ignore
});

/** The worst that were found; the table holds more, to be read by hand when a reader changes. */
const WORST = [
  'RTF with nothing but {\\footnote a}',
  'RTF with nothing but \\{',
  'RTF of 100,000 groups',
  'RTF of 10,000 nested tables',
  'HTML with nothing but a',
  'HTML with nothing but <i>a</i>',
  'HTML of 10,000 elements',
  'HTML of 100,000 elements',
  'Markdown with nothing but **a',
  'Word of 10,000 nested tables',
  'Word with nothing but paragraphs',
  'OpenDocument of 10,000 nested tables',
  'OpenDocument with nothing but paragraphs',
  'EPUB that is a bomb',
  'EPUB with a page that inflates',
  'EPUB with entities',
  'EPUB with a package of entities',
  'PDF whose page tree is its own child',
  'PDF that says to have a billion pages',
  'PDF of 100,000 pieces in one place',
  'text with nothing but a letter',
];

describe('the memory that a hostile file takes', () => {
  it.each(WORST)(
    'stays below 300 MB for %s',
    async (name) => {
      const at = HOSTILE.findIndex((file) => file.name === name);
      const { stdout } = await promisify(execFile)(process.execPath, [CHILD, String(at)]);
      const { outcome, mebibytes } = JSON.parse(stdout) as { outcome: string; mebibytes: number };
      expect(outcome).toMatch(/^(?:text|format\.)/u);
      expect(mebibytes).toBeLessThan(MEBIBYTES);
    },
    HANGS * 3,
  );
});

describe('what is said about a file that is not read', () => {
  const spoken = Object.entries({ ...prefixed('fr', messagesFr), ...prefixed('en', messagesEn) });

  it.each(spoken)('%s is at most one sentence and two suggestions', (_code, message) => {
    const sentences = message.replace(/[.!?]$/u, '').split(/[.!?](?=\s)/u);
    expect(sentences.length).toBeLessThanOrEqual(3);
  });
});

function prefixed(
  language: string,
  messages: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const own = Object.entries(messages).filter(([code]) => code.startsWith('format.'));
  return Object.fromEntries(own.map(([code, message]) => [`${language} ${code}`, message]));
}
