import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { UnsavedWords } from '../../../src/unsaved/contract.ts';
import { setTransport } from '../../../renderer/app/client.ts';
import { useSession } from '../../../renderer/app/session.ts';
import { keptHere } from '../../../renderer/app/unsaved-here.ts';
import {
  forgetAllWords,
  hasUnsaved,
  leaveAllWords,
  leaveWords,
  refreshUnsaved,
  retryUnwritten,
  useUnsaved,
  writeWords,
} from '../../../renderer/app/unsaved.ts';
import { runCommand } from '../../../renderer/app/use-command.ts';
import { FakeFailure, FakeTransport } from '../fake-transport.ts';

const PROJECT = 'project-0001';
let refusal: string | null;
let kept: UnsavedWords[];
let door: FakeTransport;

beforeEach(() => {
  refusal = null;
  kept = [];
  door = new FakeTransport({
    'memos.update': () => {
      if (refusal !== null) throw new FakeFailure(refusal, 'Refusé.');
      return {};
    },
    'unsaved.keep': ({ project: _project, ...words }) => {
      kept = [...kept.filter(({ id }) => id !== words.id), { ...words, at: '2026-12-01T10:00:00.000Z' }];
      return {};
    },
    'unsaved.list': () => kept,
    'unsaved.drop': ({ ids }) => {
      kept = kept.filter(({ id }) => !ids.includes(id));
      return {};
    },
  });
  setTransport(door);
  // Of the project only its guid counts here.
  useSession.setState({ connection: 'connected', project: { guid: PROJECT } as never });
});
afterEach(() => {
  leaveAllWords();
  forgetAllWords();
  localStorage.clear();
  useSession.setState({ connection: 'connecting', project: null });
});

const write = (owner: object, text: string, again: () => Promise<unknown> = () => Promise.resolve()) =>
  writeWords(
    owner,
    { place: 'Mémo', text },
    async () => (await runCommand('memos.update', { memoId: 3, body: text }, { silent: true })).ok,
    again,
  );

test('what the disk refuses is kept with its command, offered once its place is gone, and dropped when written', async () => {
  const owner = {};
  refusal = 'disk.full';
  expect(await write(owner, 'un')).toBe(false);
  expect(kept).toMatchObject([
    { place: 'Mémo', text: 'un', call: { name: 'memos.update', input: { memoId: 3, body: 'un' } } },
  ]);
  await refreshUnsaved();
  // Its field still shows it.
  expect(useUnsaved.getState().offered).toEqual([]);
  refusal = null;
  expect(await write(owner, 'un, deux')).toBe(true);
  await vi.waitFor(() => expect(kept).toEqual([]));

  refusal = 'project.replaced';
  await write(owner, 'trois');
  leaveWords(owner);
  await vi.waitFor(() => expect(useUnsaved.getState().offered).toMatchObject([{ text: 'trois' }]));
});

test.each(['name.taken', 'edit.loses', 'call.cancelled', 'value.invalid'])(
  'what the person is told of where they type is not kept: %s',
  async (code) => {
    refusal = code;
    await write({}, 'un');
    expect(kept).toEqual([]);
    expect(hasUnsaved()).toBe(false);
  },
);

test('without a connection words stay in the browser, are tried again, and go to the core at the next look', async () => {
  const [owner, other] = [{}, {}];
  refusal = 'connection.lost';
  useSession.setState({ connection: 'lost' });
  const again = vi.fn<() => Promise<boolean>>(() => write(owner, 'un'));
  await write(owner, 'un', again);
  await write(other, 'deux');
  expect(keptHere(PROJECT)).toMatchObject([{ text: 'un' }, { text: 'deux' }]);
  expect(kept).toEqual([]);
  useSession.setState({ connection: 'connected' });
  refusal = null;
  await retryUnwritten();
  expect(again).toHaveBeenCalledTimes(1);
  leaveWords(other);
  await vi.waitFor(() => expect(useUnsaved.getState().offered).toMatchObject([{ text: 'deux' }]));
  expect(keptHere(PROJECT)).toEqual([]);
});

test('nothing stays in the browser of what was taken out for good', async () => {
  refusal = 'connection.lost';
  useSession.setState({ connection: 'lost' });
  await write({}, 'un nom');
  expect(localStorage.getItem('repere.unsaved')).toContain('un nom');
  forgetAllWords();
  expect(localStorage.getItem('repere.unsaved')).toBeNull();
});
