import { expect, test } from 'vitest';
import { firstShape, nextMark } from '../../../src/codebook/colours.ts';

test('the first 24 codes get 24 colours, each with its own shape', () => {
  const marks: { colour: number; shape: 'round' | 'square' | 'diamond' }[] = [];
  for (let index = 0; index < 24; index += 1) marks.push(nextMark(marks));
  expect(new Set(marks.map((mark) => mark.colour)).size).toBe(24);
  for (const mark of marks) expect(mark.shape).toBe(firstShape(mark.colour));
});

test('past 24 a colour comes back with its next shape, and no mark is given twice before 72', () => {
  const marks: { colour: number; shape: 'round' | 'square' | 'diamond' }[] = [];
  for (let index = 0; index < 72; index += 1) marks.push(nextMark(marks));
  expect(new Set(marks.map((mark) => `${mark.colour} ${mark.shape}`)).size).toBe(72);
});

test('a new code is far from the colour in use', () => {
  const [first, second] = [
    nextMark([{ colour: 9, shape: 'square' }]),
    nextMark([{ colour: 22, shape: 'diamond' }]),
  ];
  expect([9, 10, 17, 19]).not.toContain(first.colour);
  expect([22, 6, 14]).not.toContain(second.colour);
});
