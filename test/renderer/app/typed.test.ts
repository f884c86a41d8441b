import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  forgetTyped,
  hasTyped,
  LONGEST_WAIT_MS,
  onItsWay,
  typed,
  writeAllTyped,
  writeTyped,
} from '../../../renderer/app/typed.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const writer = () => vi.fn<() => Promise<void>>(() => Promise.resolve());

test('it is written when the keys rest', async () => {
  const write = writer();
  const place = {};
  typed(place, write, 400);
  await vi.advanceTimersByTimeAsync(399);
  expect(write).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(write).toHaveBeenCalledTimes(1);
  expect(hasTyped()).toBe(false);
});

test('it is written two seconds after the first key at the latest, however the keys go on', async () => {
  const write = writer();
  const place = {};
  for (let ms = 0; ms < LONGEST_WAIT_MS; ms += 100) {
    typed(place, write, 400);
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(write).toHaveBeenCalledTimes(1);
  // The next key begins a time of its own.
  typed(place, write, 400);
  await vi.advanceTimersByTimeAsync(400);
  expect(write).toHaveBeenCalledTimes(2);
});

test('places do not wait for each other, and each is written once', async () => {
  const [one, two] = [writer(), writer()];
  const [a, b] = [{}, {}];
  typed(a, one, 400);
  typed(b, two, 1_200);
  await writeTyped(a);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(one).toHaveBeenCalledTimes(1);
  expect(two).toHaveBeenCalledTimes(1);
});

test('what was taken back is not written', async () => {
  const write = writer();
  const place = {};
  typed(place, write, 400);
  forgetTyped(place);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(write).not.toHaveBeenCalled();
});

test('whoever closes waits for all of it, and for what it leads to, but not for ever', async () => {
  const order: string[] = [];
  typed(
    {},
    async () => {
      await new Promise((done) => setTimeout(done, 300));
      order.push('text');
      void onItsWay(
        new Promise<void>((done) => {
          setTimeout(() => {
            order.push('what follows');
            done();
          }, 300);
        }),
      );
    },
    1_200,
  );
  const all = writeAllTyped().then(() => order.push('closed'));
  await vi.advanceTimersByTimeAsync(1_000);
  await all;
  expect(order).toEqual(['text', 'what follows', 'closed']);

  void onItsWay(new Promise(() => undefined));
  const late = writeAllTyped();
  await vi.advanceTimersByTimeAsync(2_000);
  await late;
});

test('a field that is written when it is left is left for a moment, and keeps its caret', async () => {
  vi.useRealTimers();
  const field = document.createElement('input');
  document.body.append(field);
  const blurred = vi.fn<() => void>();
  field.addEventListener('blur', blurred);
  field.value = 'Camille';
  field.focus();
  field.setSelectionRange(3, 3);
  await Promise.race([writeAllTyped(), new Promise((done) => setTimeout(done, 50))]);
  expect(blurred).toHaveBeenCalledTimes(1);
  expect(document.activeElement).toBe(field);
  expect(field.selectionStart).toBe(3);
  field.remove();
});
