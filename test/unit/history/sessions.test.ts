import { expect, test } from 'vitest';
import { endOfLastSession } from '../../../src/history/sessions.ts';

const step = (at: string, name = 'Camille') => ({ at: `2021-03-${at}:00.000Z`, coder_name: name });
const last = (...steps: ReturnType<typeof step>[]) =>
  endOfLastSession(steps, 'Camille', '2021-03-05T10:00:00.000Z');

test('the sitting one is in now does not count, the one before does', () => {
  const now = [step('05T09:50'), step('05T09:10'), step('05T08:00')];
  expect(last(...now, step('04T17:30'), step('04T15:00'))).toBe('2021-03-04T17:30:00.000Z');
  expect(last(...now)).toBeNull();
});

test('before one begins again, it is the last step one made', () => {
  expect(last(step('04T17:30'), step('04T17:00'))).toBe('2021-03-04T17:30:00.000Z');
});

test('what others did is no sitting of one’s own', () => {
  expect(last(step('05T09:50', 'Alex'), step('04T17:30'), step('04T18:00', 'Alex'))).toBe(
    '2021-03-04T17:30:00.000Z',
  );
  expect(last(step('05T09:50', 'Alex'))).toBeNull();
});
