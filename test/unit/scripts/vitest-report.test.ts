import { expect, test } from 'vitest';
import { icns, ico } from '../../../scripts/lib/icon-files.mjs';
import { afterAgain, countTests, filesOf, lastLine, sum } from '../../../scripts/lib/vitest-report.mjs';

const run = { code: 0, what: 'unit', folder: '/r' };
const file = (name: string, status: string, tests: Record<string, string>) => ({
  name: `/r/test/${name}`,
  status,
  assertionResults: Object.entries(tests).map(([fullName, state]) => ({ fullName, status: state })),
});

test('passed, failed and skipped tests are counted, the last two by name', () => {
  const testResults = [
    file('a.test.ts', 'failed', { one: 'passed', two: 'failed', three: 'skipped', four: 'todo' }),
    file('b.test.ts', 'passed', { five: 'passed' }),
  ];
  const counts = countTests({ testResults }, { ...run, code: 1 });
  expect(counts).toEqual({
    passed: 2,
    failed: ['test/a.test.ts: two'],
    skipped: ['test/a.test.ts: three', 'test/a.test.ts: four'],
  });
  expect(lastLine(sum([counts, { passed: 1, failed: [], skipped: [] }]))).toBe(
    '3 passed, 1 failed, 2 skipped',
  );
});

test('a file that could not be loaded is a failure', () => {
  const testResults = [file('a.test.ts', 'failed', {})];
  expect(countTests({ testResults }, { ...run, code: 1 }).failed).toEqual([
    'test/a.test.ts: could not be run',
  ]);
});

test('so is a run that failed though no test did, or that left no report', () => {
  const testResults = [file('a.test.ts', 'passed', { one: 'passed' })];
  expect(countTests({ testResults }, { ...run, code: 1 }).failed).toEqual(['unit: ended with exit code 1']);
  expect(countTests(null, { ...run, code: 1 }).failed).toEqual(['unit: ended with exit code 1']);
});

test('a failure is unsteady only when its whole file passed the second time', () => {
  const first = {
    passed: 5,
    failed: ['test/a.test.ts: one: two', 'test/b.test.ts: three', 'e2e: ended with exit code 1'],
    skipped: ['test/c.test.ts: four'],
  };
  expect(filesOf(first.failed)).toEqual(['test/a.test.ts', 'test/b.test.ts']);
  const again = { passed: 7, failed: ['test/b.test.ts: another'], skipped: [] };
  expect(afterAgain(first, again)).toEqual({
    passed: 6,
    failed: ['test/b.test.ts: three', 'e2e: ended with exit code 1', 'test/b.test.ts: another'],
    skipped: first.skipped,
    unsteady: ['test/a.test.ts: one: two'],
  });
  expect(sum([afterAgain(first, again)]).unsteady).toEqual(['test/a.test.ts: one: two']);
});

test('icons are packed with their sizes', () => {
  const png = Buffer.from('png');
  const windows = ico([
    { size: 16, png },
    { size: 256, png },
  ]);
  expect([windows.readUInt16LE(2), windows.readUInt16LE(4), windows[6], windows[22]]).toEqual([1, 2, 16, 0]);
  expect(windows.subarray(windows.readUInt32LE(18), windows.readUInt32LE(18) + 3).toString()).toBe('png');
  const mac = icns([{ type: 'ic10', png }]);
  expect(mac.toString('latin1')).toMatch(/^icns/u);
  expect([mac.readUInt32BE(4), mac.length]).toEqual([19, 19]);
});
