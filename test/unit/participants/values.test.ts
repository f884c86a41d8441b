import { expect, test } from 'vitest';
import { canonicalValue } from '../../../src/participants/values.ts';

test.each([
  ['12', 'integer', '12'],
  ['1\u202f200', 'integer', '1200'],
  ['-3', 'integer', '-3'],
  ['1,5', 'float', '1.5'],
  ['.5', 'float', '0.5'],
  ['oui', 'boolean', 'true'],
  ['Faux', 'boolean', 'false'],
  ['2020-05-18', 'date', '2020-05-18'],
  ['18/05/2020', 'date', '2020-05-18'],
  ['1.3.2021', 'date', '2021-03-01'],
  ['  Sciences ', 'category', 'Sciences'],
  ['   ', 'text', null],
  ['', 'integer', null],
] as const)('%j as %s is kept as %j', (raw, type, expected) => {
  expect(canonicalValue(raw, type)).toBe(expected);
});

test.each([
  ['douze', 'integer'],
  ['1.5', 'integer'],
  ['un', 'float'],
  ['peut-être', 'boolean'],
  ['31/02/2020', 'date'],
  ['mai 2020', 'date'],
] as const)('%j is refused as %s', (raw, type) => {
  expect(() => canonicalValue(raw, type)).toThrow('value.invalid');
});
