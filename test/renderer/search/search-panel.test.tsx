import { QueryClientProvider } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setTransport } from '../../../renderer/app/client.ts';
import { LoadingBar } from '../../../renderer/app/loading-bar.tsx';
import { queryClient } from '../../../renderer/app/query-client.ts';
import { useSession } from '../../../renderer/app/session.ts';
import { prepareSearch, usePreparing } from '../../../renderer/features/search/preparing.ts';
import { SearchPanel } from '../../../renderer/features/search/search-panel.tsx';
import { changeSearch, resetSearch, useSearch } from '../../../renderer/features/search/state.ts';
import { useLocaleStore } from '../../../renderer/i18n/use-i18n.ts';
import type { Plan } from '../../../src/auto-coding/contract.ts';
import type { CallOptions } from '../../../src/contract/client.ts';
import type { Found, SearchHit } from '../../../src/search/contract.ts';
import { FakeFailure, FakeTransport } from '../fake-transport.ts';
import { CODES } from '../frequencies/study.ts';
import { mount, settle, type Mounted } from '../ui/mount.ts';

const hit = (start: number) => ({
  documentId: 1,
  documentName: 'Référent 1',
  paragraph: 1,
  start,
  end: start + 3,
  snippet: 'le mot dit',
  snippetStart: 3,
  snippetEnd: 6,
  speakerName: 'Référent 1',
  participantName: 'Référent 1',
});
const found = (total: number, complete: boolean): Found => ({
  total,
  complete,
  hits: [hit(0)],
  documents: [{ documentId: 1, documentName: 'Référent 1', hits: total }],
  forms: [],
});

const planOf = (...hits: readonly SearchHit[]): Plan => ({
  total: hits.length,
  passages: hits.map(({ documentId, start, end }) => ({ documentId, start, end, coded: 'no' })),
  shown: [],
  documents: [{ documentId: 1, documentName: 'Référent 1', textVersionId: 4, passages: hits.length }],
});

/** A task under way: what it was given, and how to end it. */
interface Running<T> {
  readonly options: CallOptions;
  readonly end: (value: T) => void;
}

let mounted: Mounted;
let door: FakeTransport;
let searches: Running<Found>[];
let plans: Running<Plan>[];
let fillings: Running<{ indexed: number; documents: number }>[];
/** What a quick search answers. */
let quick: Found;

const running = <T,>(list: Running<T>[], options: CallOptions): Promise<T> =>
  new Promise<T>((end, fail) => {
    list.push({ options, end });
    options.signal?.addEventListener('abort', () => fail(new FakeFailure('call.cancelled', '')));
  });

beforeEach(async () => {
  [searches, plans, fillings, quick] = [[], [], [], found(1, true)];
  door = new FakeTransport({
    'search.find': () => quick,
    'search.all': (_input, options) => running(searches, options),
    'autoCoding.plan': (_input, options) => running(plans, options),
    'search.prepare': (_input, options) => running(fillings, options),
    'documents.list': () => [],
    'participants.list': () => [],
    'coders.list': () => [],
    'guide.list': () => [],
    'variables.list': () => [],
    'variables.documentValues': () => ({}),
    'speakers.list': () => [
      { id: 5, documentId: 1, label: 'ENQ', name: 'Enquêtrice', role: 'interviewer', participantId: null },
      { id: 6, documentId: 1, label: 'R1', name: 'Référent 1', role: 'participant', participantId: 1 },
    ],
    'codes.list': () => [...CODES],
    'codings.createMany': ({ passages }) => ({ codeId: 1, codings: passages.length, alreadyThere: 0 }),
  });
  queryClient.clear();
  setTransport(door);
  useLocaleStore.setState({ locale: 'fr' });
  useSession.setState({
    ready: true,
    connection: 'connected',
    project: {
      path: '/etude.repere',
      guid: 'g',
      name: 'Étude',
      description: '',
      contacted: null,
      createdAt: '',
      readOnly: false,
      warnings: [],
      coderName: 'Inès',
      counts: { documents: 3, participants: 3, codes: 6, codings: 7 },
    },
  });
  usePreparing.setState({ indexed: null, stop: null });
  resetSearch();
  changeSearch({ query: 'mot' });
  mounted = await mount(
    <QueryClientProvider client={queryClient}>
      <LoadingBar />
      <SearchPanel documentId={1} />
    </QueryClientProvider>,
  );
  await settle();
});
afterEach(() => mounted.unmount());

const text = (): string => mounted.container.textContent.replaceAll(/\s/gu, ' ');
const asked = () => door.inputs('search.find').at(-1) as { within: Record<string, unknown> };
const press = (selector: string, name: string): Promise<void> =>
  settle(() => {
    const all = [...document.querySelectorAll<HTMLElement>(selector)];
    const one = all.find((each) => each.textContent.trim().startsWith(name));
    if (one === undefined)
      throw new Error(`no ${selector} « ${name} » among ${all.map((each) => each.textContent).join(' | ')}`);
    one.click();
  });

/** Adds a pill from the menu, opens it, and ticks only one of its choices. */
async function limitTo(pill: string, choice: string): Promise<void> {
  await press('button', 'Filtre');
  await press('[role=menuitem]', pill);
  await press('.filter-pill-face', pill);
  await press('button', 'Tout décocher');
  await press('.checklist-items label', choice);
}

describe('limits of a search', () => {
  it('by role', async () => {
    await limitTo('Rôle', 'Participant');
    expect(asked().within).toEqual({ speakerRoles: ['participant'] });
  });

  it('by speaker', async () => {
    await limitTo('Locuteur', 'Enquêtrice');
    expect(asked().within).toEqual({ speakerIds: [5] });
  });

  it('by code, and none any more when it is cleared', async () => {
    await limitTo('Code', CODES.at(0)!.path);
    expect(asked().within).toEqual({ codeIds: [CODES.at(0)!.id] });
    const pill = [...mounted.container.querySelectorAll('.filter-pill[data-set]')].at(-1)!;
    expect(pill.textContent).toContain(CODES.at(0)!.path);
    await settle(() => pill.querySelector<HTMLElement>('.filter-pill-clear')!.click());
    expect(useSearch.getState().codeIds).toBeNull();
    expect(pill.hasAttribute('data-set')).toBe(false);
  });
});

describe('a long search', () => {
  beforeEach(async () => {
    quick = found(12, false);
    await settle(() => changeSearch({ query: 'mots' }));
  });

  it('shows the first hits, how far it is, and then all', async () => {
    expect(text()).toContain('Au moins 12 occurrences');
    await settle(() => searches.at(0)!.options.onProgress?.(340, 1_000, ''));
    expect(text()).toContain('340 documents sur 1 000 parcourus');
    expect(mounted.container.querySelector('.search-progress [role=progressbar]')).not.toBeNull();
    await settle(() => searches.at(0)!.end(found(57, true)));
    expect(text()).toContain('57 occurrences, 1 document');
    expect(text()).not.toContain('Au moins');
    expect(mounted.container.querySelector('.search-progress')).toBeNull();
  });

  it('can be left at what is found', async () => {
    await press('.search-progress button', 'Arrêter');
    expect(searches.at(0)!.options.signal?.aborted).toBe(true);
    expect(text()).toContain('Au moins 12 occurrences');
    expect(mounted.container.querySelector('.search-progress')).toBeNull();
  });

  it('is left when other words are looked for', async () => {
    quick = found(2, true);
    await settle(() => changeSearch({ query: 'autre' }));
    expect(searches.at(0)!.options.signal?.aborted).toBe(true);
    expect(text()).toContain('2 occurrences');
  });
});

describe('coding all', () => {
  const codeAll = async (): Promise<void> => {
    const field = mounted.container.querySelector<HTMLInputElement>('.search-apply input')!;
    await settle(() => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(field, 'Zoom');
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await press('.search-apply button', 'Tout coder');
  };

  it('looks for all hits first and says how far it is', async () => {
    await codeAll();
    await settle(() => plans.at(0)!.options.onProgress?.(1, 8, ''));
    expect(text()).toContain('1 document sur 8 parcouru');
    await settle(() => plans.at(0)!.end(planOf(hit(0), hit(9))));
    expect(door.inputs('codings.createMany')).toMatchObject([
      { codePath: 'Zoom', passages: [{ start: 0 }, { start: 9 }] },
    ]);
  });

  it('codes nothing when it is stopped', async () => {
    await codeAll();
    await settle(() => plans.at(0)!.options.onProgress?.(1, 8, ''));
    await press('.search-foot .search-progress button', 'Arrêter');
    expect(plans.at(0)!.options.signal?.aborted).toBe(true);
    expect(door.inputs('codings.createMany')).toEqual([]);
    expect(mounted.container.querySelector('.search-foot .search-progress')).toBeNull();
  });
});

describe('texts that are not in the index yet', () => {
  const bar = () => mounted.container.querySelector<HTMLElement>('.loading-bar[data-known]');
  beforeEach(async () => {
    await settle(() => void prepareSearch());
    await settle(() => fillings.at(0)!.options.onProgress?.(340, 1_000, 'index'));
    await settle(() => new Promise((next) => setTimeout(next, 220)));
  });

  it('are told in the panel and by the bar of the window, until all are there', async () => {
    expect(text()).toContain('340 documents sur 1 000 indexés.');
    expect(bar()?.getAttribute('aria-valuenow')).toBe('340');
    expect(bar()?.getAttribute('aria-label')).toMatch(/^340 documents/u);
    await settle(() => fillings.at(0)!.end({ indexed: 1_000, documents: 1_000 }));
    expect(text()).not.toContain('indexés');
    expect(bar()).toBeNull();
  });

  it('can wait, and come in later', async () => {
    await press('.search-index button', 'Arrêter');
    expect(fillings.at(0)!.options.signal?.aborted).toBe(true);
    expect(text()).toContain('340 documents sur 1 000 indexés.');
    expect(bar()).toBeNull();
    await press('.search-index button', 'Reprendre');
    expect(fillings).toHaveLength(2);
  });
});
