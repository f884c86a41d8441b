import { QueryClientProvider } from '@tanstack/react-query';
import { I18nProvider } from 'react-aria-components';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { setTransport } from '../../renderer/app/client.ts';
import { applyEvent, queryClient } from '../../renderer/app/query-client.ts';
import { useSession } from '../../renderer/app/session.ts';
import { BackupsDialog } from '../../renderer/features/backups/backups-dialog.tsx';
import { openBackups } from '../../renderer/features/backups/backups-store.ts';
import { limitBytes } from '../../renderer/features/backups/limit-bytes.ts';
import { useLocaleStore } from '../../renderer/i18n/use-i18n.ts';
import { ConfirmHost } from '../../renderer/ui/confirm.tsx';
import type { OutputOf } from '../../src/contract/contract.ts';
import { FakeTransport } from './fake-transport.ts';
import { mount, settle, type Mounted } from './ui/mount.ts';

const PATH = '/home/camille/Étude.repere';
const LIST: OutputOf<'backups.list'> = {
  path: PATH,
  name: 'Étude',
  exists: true,
  folder: '/data/backups/Étude — 2026-11-30 a1b2c3d4',
  place: '/data/backups',
  placeIsThere: true,
  limitMb: 2_048,
  bytes: 3_000_000,
  copies: [
    {
      file: '/b/2',
      number: 2,
      at: '2026-11-30T14:05:00Z',
      reason: 'merge',
      bytes: 2_000_000,
      documents: 3,
      codings: 40,
    },
    {
      file: '/b/1',
      number: 1,
      at: '2026-11-29T14:05:00Z',
      reason: 'closing',
      bytes: 1_000_000,
      documents: null,
      codings: null,
    },
  ],
};

let mounted: Mounted;
let door: FakeTransport;
let list = LIST;
beforeEach(async () => {
  list = LIST;
  door = new FakeTransport({
    'backups.list': () => list,
    'backups.projects': () => [
      { path: PATH, name: 'Étude', exists: false, copies: 2, newestAt: '2026-11-30T14:05:00Z' },
    ],
    'backups.restore': () => ({ path: PATH, kept: null }),
    'project.open': () => {
      throw new Error('not here');
    },
  });
  setTransport(door);
  queryClient.clear();
  useSession.setState({ project: null, ready: true, connection: 'connected' });
  useLocaleStore.setState({ locale: 'fr' });
  openBackups(null);
  mounted = await mount(
    <QueryClientProvider client={queryClient}>
      <I18nProvider locale="fr-FR">
        <BackupsDialog />
        <ConfirmHost />
      </I18nProvider>
    </QueryClientProvider>,
  );
  await settle();
});
afterEach(() => mounted.unmount());

const text = (): string => document.body.textContent.replaceAll(/[\u00a0\u202f]/gu, ' ');
const button = (name: string): HTMLElement =>
  [...document.querySelectorAll('button')].filter((each) => each.textContent.includes(name)).at(-1)!;
const press = (name: string): Promise<void> => settle(() => button(name).click());

it('leads from the projects that have backups to those of one, also when its file is gone', async () => {
  expect(text()).toContain('2 sauvegardes');
  expect(text()).toContain('Fichier introuvable');
  await press('Étude');
  expect(text()).toContain('Sauvegardes de Étude');
  expect(text()).toContain('avant une réunion de codes3 documents, 40 segments2 Mo');
  expect(text()).toContain('contenu illisible');
  expect(text()).toContain('limite : 2 Go');
  expect([...document.querySelectorAll('input')].map(({ checked }) => checked)).toEqual([true, false]);
});

it('puts the chosen one in the place of the project only once that was agreed to', async () => {
  await settle(() => openBackups({ path: PATH }));
  await settle(() => [...document.querySelectorAll('input')].at(-1)?.click());
  await press('Remettre à la place du projet…');
  expect(text()).toContain('avant restauration');
  await press('Annuler');
  expect(door.inputs('backups.restore')).toEqual([]);
  await press('Remettre à la place du projet…');
  await press('Remettre à la place');
  expect(door.inputs('backups.restore')).toEqual([{ path: PATH, file: '/b/1', to: 'in-place' }]);
});

it('says that a chosen folder is not there, and that there is nothing to take back', async () => {
  list = { ...LIST, placeIsThere: false, copies: [], folder: null };
  await settle(() => openBackups({ path: PATH }));
  expect(text()).toContain('Le dossier des sauvegardes est introuvable : /data/backups.');
  expect(text()).toContain('Aucune sauvegarde de ce projet n’a été trouvée');
  expect(button('Regarder').hasAttribute('disabled')).toBe(true);
});

it('shows a backup that was made meanwhile', async () => {
  await settle(() => openBackups({ path: PATH }));
  list = { ...LIST, copies: LIST.copies.slice(0, 1) };
  await settle(() => applyEvent({ type: 'backups' }));
  expect(document.querySelectorAll('input')).toHaveLength(1);
});

it('says the size limit as people do', () => {
  expect([512, 1_024, 2_048, 10_240].map(limitBytes)).toEqual([5e8, 1e9, 2e9, 1e10]);
});
