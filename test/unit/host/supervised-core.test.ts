import { describe, expect, test, vi } from 'vitest';
import type { CoreEvent } from '../../../src/contract/wire.ts';
import { superviseCore } from '../../../src/host/supervised-core.ts';
import { FakeCore } from '../../helpers/fake-core.ts';

async function supervised() {
  const cores: FakeCore[] = [];
  const onRestart = vi.fn<(reason: string, recovered: boolean) => void>();
  const core = await superviseCore({
    start: async () => {
      const next = new FakeCore().on('project.open', async (input) => {
        next.emit({ type: 'project', path: (input as { path: string }).path });
      });
      cores.push(next);
      return next;
    },
    onRestart,
  });
  const events: CoreEvent[] = [];
  core.subscribe((event) => events.push(event));
  return { core, cores, events, onRestart };
}

const lost = { type: 'lost', reason: 'exit 134' } as const;

describe('a supervised core', () => {
  test('passes calls, files and events on', async () => {
    const { core, cores, events } = await supervised();
    await core.call('project.open', { path: '/a.repere' }, { locale: 'fr' });
    expect(core.projectPath).toBe('/a.repere');
    expect(events).toEqual([{ type: 'project', path: '/a.repere' }]);
    expect(await core.stage('a.txt', new Uint8Array(1))).toBe('staged-1');
    await core.close();
    expect(cores[0]?.closed).toBe(true);
  });

  test('that dies is replaced, with its project open again, and says so', async () => {
    const { core, cores, events, onRestart } = await supervised();
    await core.call('project.open', { path: '/a.repere' }, { locale: 'fr' });
    cores[0]?.emit(lost);
    await core.call('project.recent', {}, { locale: 'fr' });
    expect(cores).toHaveLength(2);
    expect(cores[1]?.calls.map(({ name }) => name)).toEqual(['project.open', 'project.recent']);
    expect(events).toEqual([
      { type: 'project', path: '/a.repere' },
      lost,
      { type: 'project', path: '/a.repere' },
    ]);
    expect(onRestart.mock.calls).toEqual([['exit 134', true]]);
    cores[0]?.emit({ type: 'settings' });
    expect(events).toHaveLength(3);
  });

  test('tells that no project is open when it cannot be opened again', async () => {
    const { core, cores, events } = await supervised();
    cores[0]?.emit({ type: 'project', path: '/gone.repere' });
    const refuse = vi.spyOn(FakeCore.prototype, 'call').mockResolvedValue({
      ok: false,
      error: { code: 'project.missing', message: '', details: {} },
    });
    cores[0]?.emit(lost);
    await vi.waitFor(() => expect(events.at(-1)).toEqual({ type: 'project', path: null }));
    expect(core.projectPath).toBeNull();
    refuse.mockRestore();
  });

  test('that dies again and again is given up', async () => {
    const { cores, onRestart } = await supervised();
    for (let death = 0; death < 4; death += 1) {
      cores.at(-1)?.emit(lost);
      await vi.waitFor(() => expect(onRestart).toHaveBeenCalledTimes(death + 1));
    }
    expect(onRestart.mock.calls.map(([, recovered]) => recovered)).toEqual([true, true, true, false]);
    expect(cores).toHaveLength(4);
  });

  test('that is closed is not replaced when its thread ends', async () => {
    const { core, cores, onRestart } = await supervised();
    await core.close();
    cores[0]?.emit(lost);
    expect(cores).toHaveLength(1);
    expect(onRestart).not.toHaveBeenCalled();
  });
});
