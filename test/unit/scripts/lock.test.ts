import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { withLock } from '../../../scripts/lib/lock.mjs';
import { run } from '../../../scripts/lib/run.mjs';

let dir: string;
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'repere-lock-'))));
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('a lock', () => {
  test('lets one after the other', async () => {
    const steps: string[] = [];
    const onWait = vi.fn<() => void>();
    const work = (name: string) =>
      withLock(
        'x',
        async () => {
          steps.push(`${name} begins`);
          await sleep(50);
          steps.push(`${name} ends`);
        },
        { dir, onWait },
      );
    await Promise.all([work('one'), work('two')]);
    expect(steps).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
    expect(onWait).toHaveBeenCalledOnce();
  });

  test('is given back when the work fails', async () => {
    await expect(withLock('x', () => Promise.reject(new Error('no')), { dir })).rejects.toThrow('no');
    expect(existsSync(join(dir, 'x.lock'))).toBe(false);
  });

  test('of a process that is gone is nobody’s', async () => {
    mkdirSync(dir, { recursive: true });
    writeFileSync(join(dir, 'x.lock'), '999999999');
    expect(await withLock('x', async () => 'done', { dir })).toBe('done');
  });
});

describe('a program that is run', () => {
  test('gives its exit code and what it says', async () => {
    const script = "console.log('out'); console.error('err'); process.exitCode = 3";
    const ran = await run(process.execPath, ['-e', script], { output: 'collect' });
    expect(ran).toMatchObject({ code: 3, timedOut: false });
    expect(ran.output).toContain('out');
    expect(ran.output).toContain('err');
  });

  test('is ended when it takes too long, and missed when it is not there', async () => {
    const endless = await run(process.execPath, ['-e', 'setInterval(() => 0, 1000)'], {
      timeoutMs: 100,
      output: 'collect',
    });
    expect(endless).toMatchObject({ timedOut: true, code: 1 });
    expect(await run('/nowhere/program', [], { output: 'collect' })).toMatchObject({ code: 127 });
  });
});
