import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { ERROR_CODES, RepereError } from '../../../src/errors/codes.ts';
import { describeError, fill } from '../../../src/errors/describe.ts';
import { messagesEn } from '../../../src/errors/messages-en.ts';
import { messagesFr } from '../../../src/errors/messages-fr.ts';
import { inWords } from '../../../src/errors/terms.ts';

test.each([...ERROR_CODES])('%s says the same things in both languages', (code) => {
  const names = (sentence: string) =>
    [...sentence.matchAll(/\{(\w+)\}/gu)].map((match) => match[1]).toSorted();
  expect(names(messagesFr[code])).toEqual(names(messagesEn[code]));
});

test.each(Object.entries(messagesFr))('%s follows French typography', (_code, sentence) => {
  expect(sentence).not.toMatch(/'| [:;!?»]|« /u);
});

test('a sentence is filled from data, and what is missing leaves a mark', () => {
  expect(fill('{a} et {b}, {c}', { a: 'x', b: 3 })).toBe('x et 3, …');
});

test('whatever is thrown becomes an answer without a stack', () => {
  expect(describeError(new RepereError('name.taken', { name: 'A' }), 'en')).toEqual({
    code: 'name.taken',
    message: 'The name “A” is already taken in this place. Choose another.',
    details: { name: 'A' },
  });
  expect(describeError(new TypeError('x is undefined'), 'fr')).toMatchObject({ code: 'internal' });
  expect(describeError('rien', 'fr').message).toContain('rien');
  expect(describeError(Object.assign(new Error('full'), { code: 'SQLITE_FULL' }), 'fr').code).toBe(
    'disk.full',
  );
  expect(describeError(Object.assign(new Error('io'), { code: 'SQLITE_IOERR_WRITE' }), 'fr').code).toBe(
    'disk.error',
  );
  expect(describeError(Object.assign(new Error('no'), { code: 'ENOSPC' }), 'fr').code).toBe('disk.full');
});

test('kinds of files, types of values and things are named in the person’s language', () => {
  const wrong = new RepereError('format.wrong-kind', { found: 'pdf', extension: 'docx' });
  expect(describeError(wrong, 'fr').message).toContain('PDF');
  expect(describeError(new RepereError('format.unsupported', { found: 'doc97' }), 'fr').message).toContain(
    'Word 97',
  );
  const value = new RepereError('value.invalid', { value: 'x', type: 'integer' });
  expect(describeError(value, 'fr').message).toContain('nombre entier');
  expect(describeError(value, 'en').message).toContain('whole number');
  expect(describeError(new RepereError('not-found', { kind: 'coding', id: 3 }), 'fr').message).toContain(
    'segment codé 3',
  );
});

test('every kind of content that detection can name has a name', () => {
  const source = readFileSync(resolve(import.meta.dirname, '../../../src/formats/detect.ts'), 'utf8');
  const union = /export type DetectedKind =(?<kinds>[^;]+);/u.exec(source)?.groups?.['kinds'] ?? '';
  const kinds = [...union.matchAll(/'(?<kind>[^']+)'/gu)].map((match) => match.groups?.['kind'] ?? '');
  expect(kinds.length).toBeGreaterThan(20);
  const nameless = kinds.filter(
    (kind) => kind !== 'empty' && inWords({ found: kind }, 'fr')['found'] === kind,
  );
  // These are called the same in French.
  expect(nameless.filter((kind) => !['image', 'archive'].includes(kind))).toEqual([]);
});
