import { beforeEach, describe, expect, it, vi } from 'vitest';
import { setTransport } from '../../../renderer/app/client.ts';
import type { IncomingFile } from '../../../renderer/app/windows.ts';
import { readingOf, statusOf } from '../../../renderer/features/import/import-model.ts';
import { ImportSession } from '../../../renderer/features/import/import-store.ts';
import type { InputOf } from '../../../src/contract/contract.ts';
import type { FileSource, Inspected } from '../../../src/imports/contract.ts';
import { FakeFailure, FakeTransport } from '../fake-transport.ts';
import { draftOf } from './drafts.ts';

const file = (name: string, folder = ''): IncomingFile => ({
  name,
  size: 10,
  place: `${folder}/${name}`,
  source: () => Promise.resolve({ kind: 'staged', stagedId: name, fileName: name }),
});

const nameOf = (source: FileSource | undefined): string => (source?.kind === 'staged' ? source.fileName : '');

function inspect({ files }: { readonly files: readonly FileSource[] }): Inspected[] {
  const fileName = nameOf(files[0]);
  if (fileName.startsWith('bad')) {
    return [{ ok: false, fileName, error: { code: 'format.empty', message: 'Ce fichier est vide.' } }];
  }
  if (fileName.startsWith('table')) {
    return [
      { ok: false, fileName, error: { code: 'format.is-table', message: 'Ce fichier est un tableau.' } },
    ];
  }
  return [{ ok: true, draft: draftOf({ draftId: fileName, fileName }) }];
}

let door: FakeTransport;
let session: ImportSession;
const use = (transport: FakeTransport): void => {
  door = transport;
  setTransport(transport);
};
const statuses = (): readonly string[] => session.store.getState().files.map(statusOf);
const settled = (): Promise<void> =>
  vi.waitFor(() => {
    if (statuses().some((status) => status === 'waiting' || status === 'reading'))
      throw new Error('still reading');
  });

beforeEach(() => {
  use(
    new FakeTransport({
      'import.inspect': inspect,
      'import.discard': () => ({}),
      'import.confirm': ({ drafts }) => ({ documentIds: drafts.map((_draft, index) => index + 1) }),
    }),
  );
  session = new ImportSession();
});

describe('reading files to import', () => {
  it('goes file by file; a failing one says why and stops no other', async () => {
    session.add([file('a.docx'), file('bad.txt'), file('c.docx')]);
    await settled();
    expect(statuses()).toEqual(['ready', 'failed', 'ready']);
    expect(session.store.getState().files[1]?.state).toEqual({
      kind: 'failed',
      message: 'Ce fichier est vide.',
    });
    expect(session.store.getState().selected).toBe(1);
  });

  it('leaves tables to their own window, by their name or by what they turn out to be', async () => {
    session.add([file('a.docx'), file('b.xlsx'), file('table.txt')]);
    await settled();
    expect(statuses()).toEqual(['ready', 'table', 'table']);
    expect(door.inputs('import.inspect')).toHaveLength(2);
  });

  it('leaves out a file that is listed already', async () => {
    session.add([file('a.docx')]);
    session.add([file('a.docx'), file('b.docx')]);
    await settled();
    expect(session.store.getState().files.map((entry) => entry.file.name)).toEqual(['a.docx', 'b.docx']);
  });

  it('takes files of one name and size in two folders for two files', async () => {
    session.add([file('R1.docx', 'vague 1'), file('R1.docx', 'vague 2')]);
    session.add([file('R1.docx', 'vague 3'), file('R1.docx', 'vague 1')]);
    await settled();
    expect(statuses()).toEqual(['ready', 'ready', 'ready']);
  });

  it('says so when a file cannot even be handed over', async () => {
    session.add([{ ...file('a.docx'), source: () => Promise.reject(new Error('Illisible.')) }]);
    await settled();
    expect(session.store.getState().files[0]?.state).toEqual({ kind: 'failed', message: 'Illisible.' });
  });

  it('is stopped by taking the file off the list, and lets go of what was read', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    use(
      new FakeTransport({
        'import.inspect': ({ files }, { signal }) => {
          signals.push(signal);
          return new Promise((answer) => {
            signal?.addEventListener('abort', () => answer(inspect({ files })));
          });
        },
        'import.discard': () => ({}),
      }),
    );
    session.add([file('a.docx')]);
    await vi.waitFor(() => expect(signals).toHaveLength(1));
    session.remove(1);
    expect(signals[0]?.aborted).toBe(true);
    expect(session.store.getState().files).toEqual([]);
    await vi.waitFor(() => expect(door.inputs('import.discard')).toEqual([{ draftIds: ['a.docx'] }]));
  });
});

describe('importing', () => {
  it('brings in what is ready, and answers the documents', async () => {
    session.add([file('a.docx'), file('bad.txt')]);
    await settled();
    await expect(session.confirm()).resolves.toEqual([1]);
    expect(door.inputs('import.confirm')).toMatchObject([{ drafts: [{ draftId: 'a.docx' }] }]);
  });

  it('that fails keeps the window and its choices', async () => {
    use(
      new FakeTransport({
        'import.inspect': inspect,
        'import.confirm': () => {
          throw new FakeFailure('disk.full', 'Le disque est plein.');
        },
      }),
    );
    session.add([file('a.docx')]);
    await settled();
    await expect(session.confirm()).resolves.toBeNull();
    expect(statuses()).toEqual(['ready']);
    expect(session.store.getState().importing).toBe(false);
  });

  it('takes another encoding, telling how far it is, and keeps the roles chosen so far', async () => {
    const shares: unknown[] = [];
    use(
      new FakeTransport({
        'import.inspect': inspect,
        'import.reread': ({ draftId }, { onProgress }) => {
          onProgress?.(40, 100, 'a.txt');
          shares.push(session.store.getState().files.map(({ state: now }) => readingOf(now)?.share));
          return draftOf({ draftId, words: 9 });
        },
      }),
    );
    session.add([file('a.txt')]);
    await settled();
    session.chooseSpeaker(1, 'ENQ', { role: 'ignored' });
    await session.reread(1, 'windows-1252');
    const state = session.store.getState().files[0]?.state;
    expect(shares).toEqual([[0.4]]);
    expect(door.inputs('import.reread')).toEqual([{ draftId: 'a.txt', encoding: 'windows-1252' }]);
    expect(state).toMatchObject({ draft: { words: 9 }, rereading: null });
    expect(state?.kind === 'draft' && state.choices.speakers[0]?.role).toBe('ignored');
  });
});

describe('a pattern for speakers', () => {
  const found = (labels: readonly string[]) =>
    labels.map((label) => ({ label, turns: 2, roleGuess: 'participant' as const, sample: '' }));
  const draft = (key: number) => {
    const state = session.store.getState().files[key - 1]?.state;
    if (state?.kind !== 'draft') throw new Error('no draft');
    return state;
  };
  const tried = (): readonly string[] =>
    (door.inputs('import.redetect') as InputOf<'import.redetect'>[]).map(
      ({ draftIds, pattern }) => `${draftIds.join()} ${pattern ?? ''}`,
    );

  beforeEach(async () => {
    use(
      new FakeTransport({
        'import.inspect': inspect,
        'import.discard': () => ({}),
        'import.redetect': ({ draftIds, pattern }) => {
          if (pattern === 'E2 >') throw new FakeFailure('speakers.pattern', 'Rien n’y dit où est le nom.');
          const speakers = pattern === null ? [] : found(['E1', 'E2']);
          return draftIds.map((draftId) =>
            draftOf({ draftId, pattern, speakers: draftId === 'c.txt' ? [] : speakers }),
          );
        },
      }),
    );
    session.add([file('a.txt'), file('b.txt'), file('c.txt')]);
    await settled();
    vi.useFakeTimers();
    return () => vi.useRealTimers();
  });

  it('is tried once the person pauses; nothing is imported by half meanwhile', async () => {
    session.setPattern(1, '%NOM');
    await vi.advanceTimersByTimeAsync(200);
    session.setPattern(1, '%NOM% > ');
    expect(draft(1)).toMatchObject({ trying: true, choices: { pattern: '%NOM% > ' } });
    await vi.advanceTimersByTimeAsync(400);
    expect(tried()).toEqual(['a.txt %NOM% >']);
    expect(draft(1)).toMatchObject({ trying: false, choices: { pattern: '%NOM% > ' } });
    expect(draft(1).choices.speakers.map(({ label }) => label)).toEqual(['E1', 'E2']);
  });

  it('that cannot be used says why beside the field, and leaves the speakers as they were', async () => {
    session.setPattern(1, 'E2 >');
    await vi.advanceTimersByTimeAsync(400);
    expect(draft(1)).toMatchObject({ trying: false, patternError: 'Rien n’y dit où est le nom.' });
    expect(draft(1).choices.speakers.map(({ label }) => label)).toEqual(['ENQ', 'R5']);
    session.setPattern(1, '');
    await vi.advanceTimersByTimeAsync(400);
    expect(draft(1)).toMatchObject({ patternError: null, choices: { speakers: [] } });
  });

  it('goes to the other files at once, and tells how many have no speaker then', async () => {
    session.setPattern(1, '%NOM% >');
    await vi.advanceTimersByTimeAsync(400);
    expect(await session.spreadPattern(1)).toEqual({ files: 2, empty: 1 });
    expect(tried().at(-1)).toBe('b.txt,c.txt %NOM% >');
    expect(statuses()).toEqual(['ready', 'ready', 'no-speakers']);
    expect(draft(2)).toMatchObject({ trying: false, choices: { pattern: '%NOM% >' } });
    expect(await session.spreadPattern(1)).toBeNull();
  });

  it('is given up when its file is taken off the list', async () => {
    session.setPattern(1, '%NOM% >');
    session.remove(1);
    await vi.advanceTimersByTimeAsync(400);
    expect(tried()).toEqual([]);
  });
});
