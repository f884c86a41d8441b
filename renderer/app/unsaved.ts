import { create } from 'zustand';
import type { UnsavedWords } from '../../src/unsaved/contract.ts';
import { noting, type Attempt, type Call } from './attempts.ts';
import { client } from './client.ts';
import { ofProject } from './per-project.ts';
import { currentProject, useSession } from './session.ts';
import { onItsWay } from './typed.ts';
import { browserId, forgetHere, keepHere, keptHere, randomName } from './unsaved-here.ts';

/** What was typed, and where, as the person reads it. */
export interface Words {
  readonly place: string;
  readonly text: string;
  readonly call?: Call | undefined;
}

/** This page, among all that ever were: its words are its own as long as it lives. */
const PAGE = `${browserId()}x${randomName()}`;
const LOCK = 'repere-page-';

interface Place {
  readonly id: string;
  readonly project: string;
  /** Tries to write again what the place still shows; `null`: it is not to be written by itself. */
  retry: (() => Promise<unknown>) | null;
}

/** The places in this page whose words wait, while the person can still see them there. */
const places = new Map<object, Place>();
/** A place keeps its name when it is gone: words of it that were still on their way are not offered twice. */
const names = new WeakMap<object, string>();
const gone = new WeakSet();
/** What was sent to be kept and is not answered yet: a page that goes keeps it by itself. */
const unanswered = new Map<string, { readonly project: string; readonly words: UnsavedWords }>();
let count = 0;

interface UnsavedState {
  /** Words that wait and that no page has in hand, oldest first. */
  readonly offered: readonly UnsavedWords[];
  readonly isOpen: boolean;
}

/** What was typed in the open project once and could not be written. */
export const useUnsaved = ofProject(create<UnsavedState>(() => ({ offered: [], isOpen: false })));

/** Refusals that the person meets where they type, and answers there. */
const ANSWERED_THERE =
  /^(?:call\.cancelled|(?:name|value|range|pattern|code|codings|search|speakers)\.|edit\.(?:loses|empties)$)/u;

/**
 * Writes what is typed in one place. What cannot be written is kept on this machine under its place, and tried again
 * when the connection is back; what was written is kept no more. Answers what `write` answers.
 */
export async function writeWords<T>(
  owner: object,
  words: Words,
  write: () => Promise<T>,
  again: () => Promise<unknown>,
): Promise<T> {
  const attempt: Attempt = { call: null, code: null };
  const answer = await noting(attempt, write);
  // Nothing was even sent: the place says what is wrong with the words.
  const isAnsweredThere = attempt.call === null || ANSWERED_THERE.test(attempt.code ?? '');
  if (!isRefused(answer) || isAnsweredThere) dropWords(owner);
  else {
    await keepWords(owner, { ...words, call: attempt.call ?? undefined });
    const place = places.get(owner);
    if (place !== undefined) place.retry = again;
  }
  return answer;
}

/** Keeps words on this machine, in the place of those that the same place had. */
export async function keepWords(owner: object, words: Words): Promise<void> {
  const project = currentProject()?.guid;
  const place = places.get(owner) ?? (project === undefined ? null : newPlace(owner, project));
  if (place === null) return;
  if (!gone.has(owner)) places.set(owner, place);
  const { place: where, text, call } = words;
  const kept = {
    id: place.id,
    place: where,
    text,
    at: new Date().toISOString(),
    ...(call === undefined ? {} : { call: { name: call.name, input: { ...call.input } } }),
  };
  await send(place.project, kept);
  if (gone.has(owner)) await refreshUnsaved();
}

/** The words of a place were written, or the person gave them up. */
export function dropWords(owner: object): void {
  const place = places.get(owner);
  const project = place?.project ?? currentProject()?.guid;
  const name = place?.id ?? (gone.has(owner) ? names.get(owner) : undefined);
  places.delete(owner);
  if (project !== undefined && name !== undefined) void drop(project, [name]);
}

/** A place goes that still holds words: they are offered from now on. */
export function leaveWords(owner: object): void {
  gone.add(owner);
  if (places.delete(owner)) void refreshUnsaved();
}

/** The project goes from under all places of this page: their words stay for it. */
export function leaveAllWords(): void {
  places.clear();
}

/** Tries to write what could not be written while the connection was lost. */
export async function retryUnwritten(): Promise<void> {
  const project = currentProject()?.guid;
  for (const place of [...places.values()]) if (place.project === project) await place.retry?.();
}

/** Whether words wait that were typed in this page. */
export function hasUnsaved(): boolean {
  return places.size > 0;
}

/** Looks which words of the open project wait; `ask`: shows them when there are any. */
export async function refreshUnsaved(ask = false): Promise<void> {
  const project = currentProject()?.guid;
  if (project === undefined) return;
  try {
    const [alive, here] = [await livingPages(), keptHere(project)];
    for (const words of here) if (isNobodys(words, alive)) await send(project, words);
    const offered = (await client.unsaved.list({ project })).filter((words) => isNobodys(words, alive));
    if (currentProject()?.guid !== project) return;
    // A page of another browser may still show its words: nobody is interrupted for them, the banner tells.
    const isAsked = ask && offered.some(({ id }) => id.startsWith(`${browserId()}x`));
    useUnsaved.setState(({ isOpen }) => ({ offered, isOpen: offered.length > 0 && (isOpen || isAsked) }));
  } catch {
    // The connection is gone; it is looked again when it is back.
  }
}

/** Words that are no longer wanted, or were put back. */
export async function forgetWords(ids: readonly string[]): Promise<void> {
  const project = currentProject()?.guid;
  if (project === undefined) return;
  useUnsaved.setState(({ offered, isOpen }) => {
    const left = offered.filter(({ id }) => !ids.includes(id));
    return { offered: left, isOpen: isOpen && left.length > 0 };
  });
  await drop(project, ids);
}

/** Nothing of the open project is kept by this page any more: something was taken out of it for good. */
export function forgetAllWords(): void {
  const project = currentProject()?.guid;
  if (project === undefined) return;
  forgetHere(project, null);
  useUnsaved.setState({ offered: [], isOpen: false });
}

/** Says that this page lives, and keeps what is on its way when it goes. Once, at the start. */
export function watchWords(): void {
  // Where a browser knows no locks, words of another open window are offered too: said twice rather than lost.
  void navigator.locks?.request(
    LOCK + PAGE,
    () =>
      new Promise<void>((release) => {
        // A page that will never be heard again leaves its words to the next one.
        useSession.subscribe(({ connection }) => {
          if (connection === 'refused') release();
        });
      }),
  );
  window.addEventListener('pagehide', () => {
    for (const { project, words } of unanswered.values()) keepHere(project, words);
  });
}

function newPlace(owner: object, project: string): Place {
  const known = names.get(owner);
  if (known === undefined) count += 1;
  const id = known ?? `${PAGE}-${count}`;
  names.set(owner, id);
  return { id, project, retry: null };
}

async function send(project: string, words: UnsavedWords): Promise<void> {
  const { id, place, text, call } = words;
  unanswered.set(id, { project, words });
  try {
    if (useSession.getState().connection !== 'connected') throw new Error('not connected');
    await onItsWay(
      client.unsaved.keep({ project, id, place, text, ...(call === undefined ? {} : { call }) }),
    );
    forgetHere(project, [id]);
  } catch {
    keepHere(project, words);
  } finally {
    if (unanswered.get(id)?.words === words) unanswered.delete(id);
  }
}

async function drop(project: string, ids: readonly string[]): Promise<void> {
  forgetHere(project, ids);
  for (const id of ids) unanswered.delete(id);
  await onItsWay(client.unsaved.drop({ project, ids: [...ids] })).catch(() => undefined);
}

/** Whether no open page shows these words in their place. */
function isNobodys({ id }: UnsavedWords, alive: ReadonlySet<string>): boolean {
  const page = id.split('-')[0] ?? '';
  if (page === PAGE) return ![...places.values()].some((place) => place.id === id);
  return !alive.has(page);
}

async function livingPages(): Promise<ReadonlySet<string>> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  return new Set(held.map(({ name = '' }) => name.slice(LOCK.length)));
}

/** Commands answer whether they were done; other ways of writing answer nothing when they were. */
export function isRefused(answer: unknown): boolean {
  return (
    answer === false || (typeof answer === 'object' && answer !== null && Reflect.get(answer, 'ok') === false)
  );
}
