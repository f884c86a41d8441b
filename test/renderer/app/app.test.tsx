import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { App } from '../../../renderer/app/app.tsx';
import { boot } from '../../../renderer/app/boot.ts';
import { setTransport } from '../../../renderer/app/client.ts';
import { queryClient } from '../../../renderer/app/query-client.ts';
import { useSession } from '../../../renderer/app/session.ts';
import { setShell } from '../../../renderer/app/shell.ts';
import { useWindows } from '../../../renderer/app/windows.ts';
import type { AppSettings } from '../../../src/settings/contract.ts';
import { FakeTransport } from '../fake-transport.ts';
import { mount, settle, type Mounted } from '../ui/mount.ts';

let mounted: Mounted | null = null;
let settings: AppSettings;
let door: FakeTransport;

beforeEach(async () => {
  settings = {
    language: 'fr',
    theme: 'dark',
    coderName: 'Camille Renaud',
    readingSize: 19,
    readingMeasure: 'normal',
    fills: 'all',
    patterns: false,
    csvDelimiter: ';',
    backupDir: '',
    earlierBackupDirs: [],
    backupLimitMb: 2_048,
    shortcuts: {},
  };
  door = new FakeTransport({
    'settings.app': () => settings,
    'settings.setApp': (change) => {
      settings = { ...settings, ...change };
      queueMicrotask(() => door.emit({ type: 'settings' }));
      return settings;
    },
    'project.recent': () => [
      {
        path: '/home/camille/Documents/these.repere',
        name: 'Thèse',
        openedAt: '2026-03-01T10:00:00.000Z',
        documents: 8,
        codes: 25,
        profile: [1, 0.5],
        exists: true,
      },
    ],
  });
  queryClient.clear();
  setTransport(door);
  setShell({
    kind: 'browser',
    bridge: null,
    stage: () => Promise.reject(new Error('none')),
    openWindow: () => undefined,
    pickImportFiles: () => Promise.resolve([]),
    pickTableFiles: () => Promise.resolve([]),
    pickProject: () => Promise.resolve(null),
    pickNewProjectPath: () => Promise.resolve(null),
    pathOf: () => null,
    saveReport: () => Promise.resolve(false),
  });
  useSession.setState({ project: null, ready: false, connection: 'connected' });
  boot();
  mounted = await mount(<App />);
  await settle();
});
afterEach(async () => {
  act(() => useWindows.setState({ open: null }));
  await mounted?.unmount();
  mounted = null;
});

const text = (): string => document.body.textContent;

describe('the window without a project', () => {
  it('shows the first screen with the recent projects and the sample study', () => {
    expect(text()).toContain('Projets récents');
    expect(text()).toContain('Thèse');
    expect(text()).toContain('~/Documents/these.repere');
    expect(text()).toContain('8 documents, 25 codes');
    expect(text()).toContain('Ouvrir l’étude exemple');
  });

  it('follows the settings: language, theme, size of the transcript', () => {
    const page = document.documentElement;
    expect([page.lang, page.dataset['theme'], page.style.getPropertyValue('--fs-read')]).toEqual([
      'fr',
      'dark',
      '19px',
    ]);
  });

  it('changes language at once', async () => {
    settings = { ...settings, language: 'en' };
    await settle(() => door.emit({ type: 'settings' }));
    await settle();
    expect(document.documentElement.lang).toBe('en');
    expect(text()).toContain('Recent projects');
    expect(text()).not.toContain('Projets récents');
  });

  it('says so when the connection is lost', async () => {
    await settle(() => useSession.setState({ connection: 'lost' }));
    expect(document.querySelector('[role=alert]')?.textContent).toMatch(/Liaison perdue/u);
  });

  it('opens the new project window by its key, and leaves typing alone', async () => {
    const field = document.querySelector<HTMLInputElement>('.search-field-input');
    const key = { key: 'F1', bubbles: true, cancelable: true };
    await settle(() => field?.dispatchEvent(new KeyboardEvent('keydown', { ...key, key: 'f' })));
    expect(useWindows.getState().open).toBeNull();
    await settle(() => window.dispatchEvent(new KeyboardEvent('keydown', key)));
    expect(useWindows.getState().open).toEqual({ kind: 'help' });
  });
});
