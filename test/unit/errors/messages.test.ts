import { expect, test } from 'vitest';
import { ERROR_CODES, RepereError } from '../../../src/errors/codes.ts';
import { describeError, fill } from '../../../src/errors/describe.ts';
import { messagesEn } from '../../../src/errors/messages-en.ts';
import { messagesFr } from '../../../src/errors/messages-fr.ts';

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
