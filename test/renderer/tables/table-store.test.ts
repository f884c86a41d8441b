import { beforeEach, describe, expect, it, vi } from 'vitest';
import { setTransport } from '../../../renderer/app/client.ts';
import type { IncomingFile } from '../../../renderer/app/windows.ts';
import { TableSession } from '../../../renderer/features/tables/table-store.ts';
import type { FileSource } from '../../../src/imports/contract.ts';
import { FakeFailure, FakeTransport } from '../fake-transport.ts';
import { tableOf } from './drafts.ts';

const file = (name: string): IncomingFile => ({
  name,
  size: 10,
  place: name,
  source: () => Promise.resolve({ kind: 'staged', stagedId: name, fileName: name }),
});

const nameOf = (source: FileSource | { readonly kind: 'draft' }): string =>
  source.kind === 'staged' ? source.fileName : 'again';

let door: FakeTransport;
let session: TableSession;
const shown = () =>
  session.store.getState().tables.map(({ file: { name }, state }) => `${name}: ${state.kind}`);
const becomes = (expected: readonly string[]): Promise<void> =>
  vi.waitFor(() => expect(shown()).toEqual(expected));
const keyAt = (index: number): number => session.store.getState().tables[index]?.key ?? -1;

beforeEach(() => {
  door = new FakeTransport({
    'tables.inspect': ({ source }) => {
      const name = nameOf(source);
      if (name.startsWith('bad')) throw new FakeFailure('format.empty', 'Ce fichier est vide.');
      return tableOf({
        draftId: name === 'again' ? 'a.csv' : name,
        fileName: name,
        rows: name === 'again' ? 9 : 3,
      });
    },
    'tables.discard': () => ({}),
    'surveys.import': () => ({
      documents: 2,
      documentIds: [8, 9],
      created: 2,
      answers: 2,
      topics: 1,
      values: 3,
      cleared: 0,
      variables: 1,
      skipped: { count: 0, rows: [] },
      misfits: [],
    }),
  });
  setTransport(door);
  session = new TableSession();
});

describe('tables on their way into the project', () => {
  it('are read one at a time, each when its turn comes, and listed once', async () => {
    session.add([file('a.csv'), file('b.xlsx')]);
    await becomes(['a.csv: draft', 'b.xlsx: waiting']);
    session.add([file('a.csv')]);
    session.select(keyAt(1));
    await becomes(['a.csv: draft', 'b.xlsx: draft']);
  });

  it('say why they cannot be read; the others are not concerned', async () => {
    session.add([file('bad.csv'), file('b.xlsx')]);
    await becomes(['bad.csv: failed', 'b.xlsx: waiting']);
    expect(session.store.getState().tables[0]?.state).toMatchObject({ message: 'Ce fichier est vide.' });
    session.remove(keyAt(0));
    await becomes(['b.xlsx: draft']);
  });

  it('say so when they cannot even be handed over', async () => {
    session.add([{ ...file('a.csv'), source: () => Promise.reject(new Error('Illisible.')) }]);
    await becomes(['a.csv: failed']);
  });

  it('are let go of when they are taken off the list while being read', async () => {
    session.add([file('a.csv')]);
    session.remove(keyAt(0));
    await vi.waitFor(() => expect(door.inputs('tables.discard')).toEqual([{ draftIds: ['a.csv'] }]));
    expect(shown()).toEqual([]);
  });

  it('are read again with the other choices about their bytes left as they are', async () => {
    session.add([file('a.csv')]);
    await becomes(['a.csv: draft']);
    session.chooseColumn(keyAt(0), 1, { name: 'Années' });
    await session.reread(keyAt(0), { delimiter: ',' });
    expect(door.inputs('tables.inspect')[1]).toEqual({
      source: { kind: 'draft', draftId: 'a.csv' },
      sheet: 0,
      encoding: 'utf-8',
      delimiter: ',',
    });
    await session.reread(keyAt(0), { headerRow: 2 });
    expect(door.inputs('tables.inspect')[2]).toEqual({
      source: { kind: 'draft', draftId: 'a.csv' },
      sheet: 0,
      headerRow: 2,
    });
    const state = session.store.getState().tables[0]?.state;
    expect(state).toMatchObject({ draft: { rows: 9 }, rereading: false });
    expect(state?.kind === 'draft' && state.choices.columns[1]?.name).toBe('Années');
  });

  it('give way to the next one once they are in', async () => {
    session.add([file('a.csv'), file('b.xlsx')]);
    await becomes(['a.csv: draft', 'b.xlsx: waiting']);
    const done = await session.confirm(keyAt(0));
    expect(done).toMatchObject({ purpose: 'survey', documents: 2, documentIds: [8, 9] });
    await becomes(['b.xlsx: draft']);
    expect(door.inputs('tables.discard')).toEqual([{ draftIds: ['a.csv'] }]);
  });

  it('stay with their choices when the import fails', async () => {
    session.add([file('a.csv')]);
    await becomes(['a.csv: draft']);
    session.choose(keyAt(0), { purpose: 'participants' });
    session.chooseUse(keyAt(0), 'all', 'ignore');
    expect(await session.confirm(keyAt(0))).toBeNull();
    expect(shown()).toEqual(['a.csv: draft']);
    expect(session.store.getState().importing).toBe(false);
    expect(door.inputs('participants.importTable')).toMatchObject([{ keyColumn: 0, columns: [] }]);
  });
});
