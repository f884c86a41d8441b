import { QueryClientProvider } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setTransport } from '../../../renderer/app/client.ts';
import { useIncoming } from '../../../renderer/app/incoming-files.ts';
import { queryClient } from '../../../renderer/app/query-client.ts';
import { useSession } from '../../../renderer/app/session.ts';
import type { IncomingFile } from '../../../renderer/app/windows.ts';
import { TablesDialog } from '../../../renderer/features/tables/tables-dialog.tsx';
import { useLocaleStore } from '../../../renderer/i18n/use-i18n.ts';
import { useToasts } from '../../../renderer/ui/toasts.ts';
import type { ProjectInfo } from '../../../src/project/contract.ts';
import type { ParticipantsOutcome } from '../../../src/tables/contract.ts';
import { FakeFailure, FakeTransport } from '../fake-transport.ts';
import { mount, settle, type Mounted } from '../ui/mount.ts';
import { tableOf } from './drafts.ts';

const file = (name: string): IncomingFile => ({
  name,
  size: 10,
  place: name,
  source: () => Promise.resolve({ kind: 'staged', stagedId: name, fileName: name }),
});
const FILES = [file('a.csv')];

const outcome = (more: Partial<ParticipantsOutcome> = {}): ParticipantsOutcome => ({
  created: 1,
  updated: 2,
  unchanged: 0,
  values: 5,
  cleared: 0,
  variables: 1,
  skipped: { count: 0, rows: [] },
  misfits: [],
  ...more,
});

let planned: () => ParticipantsOutcome | Promise<ParticipantsOutcome> = outcome;
let door: FakeTransport;
let mounted: Mounted | null = null;
const onClose = vi.fn<() => void>();

beforeEach(async () => {
  planned = outcome;
  onClose.mockReset();
  door = new FakeTransport({
    'tables.inspect': ({ source }) =>
      tableOf({ draftId: source.kind === 'staged' ? source.stagedId : 'again', purpose: 'participants' }),
    'tables.discard': () => ({}),
    'variables.list': () => [],
    'import.encodings': () => [{ name: 'utf-8', label: 'UTF-8' }],
    'participants.planTable': () => planned(),
    'participants.importTable': () => outcome(),
    'history.state': () => ({
      undo: {
        id: 1,
        command: 'participants.importTable',
        label: '',
        coderName: '',
        at: '2020-05-18T10:00:00.000Z',
        state: 'done',
        changes: 1,
      },
      redo: null,
      savedAt: null,
    }),
  });
  setTransport(door);
  queryClient.clear();
  useToasts.setState({ toasts: [] });
  useLocaleStore.setState({ locale: 'fr' });
  useSession.setState({ project: { path: '/a.repere', name: 'A' } as ProjectInfo });
});
afterEach(async () => {
  await mounted?.unmount();
  mounted = null;
});

const draw = async (): Promise<void> => {
  mounted = await mount(
    <QueryClientProvider client={queryClient}>
      <TablesDialog files={FILES} onClose={onClose} />
    </QueryClientProvider>,
  );
};
const text = (): string => document.body.textContent.replaceAll(/\s/gu, ' ');
async function says(words: string): Promise<void> {
  for (let turn = 0; turn < 200 && !text().includes(words); turn += 1) await settle();
  expect(text()).toContain(words);
}
const button = (name: string): HTMLButtonElement =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name) ??
  expect.fail(`no button ${name}`);

describe('the window for tables', () => {
  it('says what the import comes to, and does it in one call', async () => {
    await draw();
    await says('1 nouveau participant, 2 mis à jour, 5 valeurs, 1 nouvelle variable');
    await settle(() => button('Importer 3 participants').click());
    await settle();
    expect(door.inputs('participants.importTable')).toEqual(
      door.inputs('participants.planTable').slice(0, 1),
    );
    expect(onClose).toHaveBeenCalledOnce();
    expect(useToasts.getState().toasts[0]?.text).toContain('1 nouveau participant');
  });

  it('shows what does not fit beside its column, and which rows are left out', async () => {
    planned = () =>
      outcome({
        misfits: [{ column: 1, name: 'Âge', type: 'integer', count: 5, cells: [{ row: 3, value: 'vieux' }] }],
        skipped: { count: 1, rows: [{ row: 4, name: 'Cléa', reason: 'key-twice' }] },
      });
    await draw();
    await says(
      '5 cases ne sont pas du type « Nombre entier » et ne seront pas reprises : ligne 3, « vieux » et 4 autres.',
    );
    await says('1 ligne sera laissée de côté. 5 cases ne conviennent pas à leur colonne.');
    await settle(() => button('Voir pourquoi').click());
    await says('Laissée de côté : une ligne précédente porte le même nom.');
  });

  it('offers nothing to import where the plan fails or would change nothing', async () => {
    planned = () => outcome({ created: 0, updated: 0, values: 0, variables: 0 });
    await draw();
    await says('Ce tableau ne changerait rien au projet.');
    expect(button('Importer').disabled).toBe(true);
    planned = () => {
      throw new FakeFailure('draft.missing', 'Ce fichier n’est plus en attente.');
    };
    await settle(() => queryClient.resetQueries());
    await says('Ce fichier n’est plus en attente.');
    expect(button('Importer').disabled).toBe(true);
  });

  it('never shows what one table comes to beside another', async () => {
    await draw();
    await says('1 nouveau participant');
    planned = () => new Promise(() => undefined);
    await settle(() => useIncoming.getState().add([file('b.ods')]));
    const other = [...document.querySelectorAll('button')].find(({ textContent }) =>
      textContent.includes('b.ods'),
    );
    await settle(() => other?.click());
    expect(other?.getAttribute('aria-pressed')).toBe('true');
    for (let turn = 0; turn < 60; turn += 1) await settle();
    expect(door.inputs('participants.planTable')).toMatchObject([{ draftId: 'a.csv' }, { draftId: 'b.ods' }]);
    expect(text()).not.toContain('1 nouveau participant');
  });

  it('takes the tables that are dropped meanwhile, and leaves transcripts waiting', async () => {
    await draw();
    await says('a.csv');
    await settle(() => useIncoming.getState().add([file('b.ods'), file('c.docx')]));
    await says('b.ods');
    expect(
      useIncoming
        .getState()
        .take()
        .map(({ name }) => name),
    ).toEqual(['c.docx']);
  });
});
