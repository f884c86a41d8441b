import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeStep, parsePath } from '../../../src/codebook/paths.ts';

test('a path is its names with slashes between', () => {
  expect(parsePath('Entraide/Partage de ressources')).toEqual(['Entraide', 'Partage de ressources']);
  expect(parsePath(' A / B ')).toEqual(['A', 'B']);
});

test('a slash inside a name is written with a backslash', () => {
  expect(parsePath(String.raw`Mail \/ courriel/Suite`)).toEqual(['Mail / courriel', 'Suite']);
});

test('a path without a name in it is refused', () => {
  for (const path of ['', '/', 'A//B', 'A/', ' / '])
    expect(() => parsePath(path)).toThrow('code.path-invalid');
  expect(() => parsePath(`A/${'x'.repeat(201)}`)).toThrow('name.too-long');
});

test('what is written is what is read, whatever the names', () => {
  const name = fc
    .string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
    .map((raw) =>
      raw
        .toWellFormed()
        .replaceAll(/[\u0000-\u001f\u007f\u2028\u2029]+/gu, ' ')
        .trim(),
    )
    .filter((each) => each !== '');
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 5 }), (names) => {
      expect(parsePath(names.map(escapeStep).join('/'))).toEqual(names);
    }),
  );
});
