import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setTransport } from '../../../renderer/app/client.ts';
import { applyEvent, queryClient } from '../../../renderer/app/query-client.ts';
import { useSaving } from '../../../renderer/app/saving.ts';
import { useSession } from '../../../renderer/app/session.ts';
import { useCall } from '../../../renderer/app/use-call.ts';
import { runCommand } from '../../../renderer/app/use-command.ts';
import { useToasts } from '../../../renderer/ui/toasts.ts';
import type { ProjectInfo } from '../../../src/project/contract.ts';
import { FakeFailure, FakeTransport } from '../fake-transport.ts';
import { mount, settle, type Mounted } from '../ui/mount.ts';

const project = { path: '/a.repere', name: 'A' } as ProjectInfo;

function Topics(): ReactNode {
  const { data } = useCall('guide.list', {});
  return <p>{data === undefined ? '…' : data.map(({ title }) => title).join(', ')}</p>;
}

let mounted: Mounted | null = null;
let topics: readonly string[] = [];
let door: FakeTransport;

beforeEach(() => {
  topics = ['Partie 1'];
  door = new FakeTransport({
    'guide.list': () =>
      topics.map((title, index) => ({ id: index + 1, guid: `g${index}`, title, level: 1, position: index })),
    'codes.remove': () => {
      throw new FakeFailure('disk.full', 'Le disque est plein.');
    },
    'codes.create': () => ({ codeId: 1 }),
    'coders.rename': () => {
      throw new FakeFailure('call.cancelled', 'Interrompu.');
    },
  });
  setTransport(door);
  queryClient.clear();
  useToasts.setState({ toasts: [] });
  useSaving.setState({ failure: null, slow: false });
  useSession.setState({ project: null });
});
afterEach(async () => {
  await mounted?.unmount();
  mounted = null;
});

const draw = async (): Promise<HTMLElement> => {
  mounted = await mount(
    <QueryClientProvider client={queryClient}>
      <Topics />
    </QueryClientProvider>,
  );
  return mounted.container;
};

describe('a read', () => {
  it('waits until a project is open, then shows the answer', async () => {
    const page = await draw();
    expect(door.inputs('guide.list')).toEqual([]);
    await settle(() => useSession.setState({ project }));
    expect(page.textContent).toBe('Partie 1');
  });

  it('is asked again when an event touched what it rests on, and only then', async () => {
    useSession.setState({ project });
    const page = await draw();
    topics = ['Partie 1', 'Partie 2'];
    const event = {
      type: 'changed',
      origin: 'undo',
      command: 'x',
      stepId: 1,
      documents: [],
      codes: [],
    } as const;
    await settle(() => applyEvent({ ...event, tables: ['coding'] }));
    expect(page.textContent).toBe('Partie 1');
    await settle(() => applyEvent({ ...event, tables: ['guide_topic'] }));
    expect(page.textContent).toBe('Partie 1, Partie 2');
    expect(door.inputs('guide.list')).toHaveLength(2);
  });
});

describe('a command', () => {
  it('that fails says why in a toast, and tells its caller', async () => {
    const done = await runCommand('codes.remove', { codeIds: [1] });
    expect(done).toMatchObject({ ok: false, error: { code: 'disk.full' } });
    expect(useToasts.getState().toasts).toMatchObject([{ kind: 'error', text: 'Le disque est plein.' }]);
  });

  it('that could not be saved stays said in the status bar until something is saved', async () => {
    await runCommand('codes.remove', { codeIds: [1] });
    expect(useSaving.getState().failure).toBe('disk.full');
    await runCommand('codes.create', { name: 'A' });
    expect(useSaving.getState().failure).toBeNull();
  });

  it('that the person cancelled, or whose caller shows the error, makes no toast', async () => {
    await runCommand('coders.rename', { coderId: 1, name: 'B' });
    await runCommand('codes.remove', { codeIds: [1] }, { silent: true });
    expect(useToasts.getState().toasts).toEqual([]);
  });
});
