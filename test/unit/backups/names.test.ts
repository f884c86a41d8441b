import { expect, test } from 'vitest';
import { chooseCopy } from '../../../src/backups/choose.ts';
import { copyIsDue, COPY_INTERVAL_MS, RETRY_INTERVAL_MS } from '../../../src/backups/due.ts';
import { copyName, fileSafe, folderName, readCopyName, readOldName } from '../../../src/backups/names.ts';

const NOON = new Date(2026, 10, 30, 12, 5, 33);

test('a folder is known by the name of the project, and is another one at another place', () => {
  const here = folderName('Étude référents', 'g', '/a/x.repere', NOON);
  expect(here).toMatch(/^Étude référents — 2026-11-30 [0-9a-f]{8}$/u);
  expect(folderName('Étude référents', 'g', '/b/x.repere', NOON)).not.toBe(here);
});

test.each(['Étude', 'a/b:c*?', '..', '', 'é'.repeat(300), 'un\u0000deux', '𝒳'.repeat(80), ' . '])(
  'a copy of « %s » has a name that every file system takes, and that says when and why',
  (name) => {
    const fileName = copyName(name, 12, NOON, 'closing');
    expect(Buffer.byteLength(fileName)).toBeLessThan(240);
    expect(fileName).not.toMatch(/[<>:"/\\|?*\u0000]/u);
    expect(fileSafe(name)).not.toMatch(/^\.|\.$|^$/u);
    expect(readCopyName(fileName)).toEqual({ number: 12, at: NOON.toISOString(), reason: 'closing' });
  },
);

test('other files are no copies', () => {
  for (const name of [
    'a.repere',
    'a 0001 2026-11-30 12-05-33 lunch.repere',
    'a 0001 2026-13-99 12-05-33 merge.repere',
  ])
    expect(readCopyName(name)).toBeNull();
});

test('names of the first versions are read', () => {
  expect(readOldName('Étude.x.2026-11-30T13-05-33-120Z.daily.repere')).toEqual({
    base: 'Étude.x',
    at: '2026-11-30T13:05:33.120Z',
    reason: 'opening',
  });
  expect(readOldName('Étude.repere')).toBeNull();
});

test('a copy is due when something changed and one of the clocks says so, wherever they jump', () => {
  const due = (changed: boolean, monotonicSinceMs: number, wallSinceMs: number, failed = false) =>
    copyIsDue({ changed, monotonicSinceMs, wallSinceMs, failed });
  expect(due(true, COPY_INTERVAL_MS, 0)).toBe(true);
  expect(due(true, 0, COPY_INTERVAL_MS)).toBe(true);
  // The last copy is dated in the future: the clock was wrong then, or is now.
  expect(due(true, 0, -1)).toBe(true);
  expect(due(true, 1, 1)).toBe(false);
  expect(due(false, Infinity, Infinity)).toBe(false);
  expect(due(true, RETRY_INTERVAL_MS, 1, true)).toBe(true);
});

test('--at: latest, a number, a name, a day, a moment', () => {
  const copies = [3, 2, 1].map((number) => ({
    number,
    file: `/b/c${number}.repere`,
    at: new Date(2026, 10, 27 + number, 9, 30).toISOString(),
  }));
  const at = (wish: string) => chooseCopy(copies, wish)?.number ?? null;
  expect(at('latest')).toBe(3);
  expect(at('2')).toBe(2);
  expect(at('c1.repere')).toBe(1);
  expect(at('/b/c1.repere')).toBe(1);
  expect(at('2026-11-29')).toBe(2);
  expect(at('2026-11-30T09:29')).toBe(2);
  expect(at('2026-11-30 09:30:00')).toBe(3);
  expect(at('2026-11-27')).toBeNull();
  expect(at('hier')).toBeNull();
});
