import { createStore, type StoreApi } from 'zustand';
import { client } from '../../app/client.ts';
import { isTableFile } from '../../app/file-kinds.ts';
import { runCommand } from '../../app/use-command.ts';
import type { IncomingFile } from '../../app/windows.ts';
import type { Draft, Inspected } from '../../../src/imports/contract.ts';
import { CallError } from '../../../src/contract/client.ts';
import { i18nNow } from '../../i18n/use-i18n.ts';
import {
  freshDraft,
  othersToAdopt,
  othersWithoutPattern,
  toConfirm,
  undecided,
  type DraftChoices,
  type DraftState,
  type FileEntry,
  type FileState,
} from './import-model.ts';
import { acceptLabel, adoptRoles, keepChoices, type SpeakerChoice } from './speaker-choices.ts';

export interface ImportState {
  readonly files: readonly FileEntry[];
  readonly selected: number | null;
  readonly importing: boolean;
  /** The person said something about the files: closing the window would lose it. */
  readonly touched: boolean;
}

/** Read at the same time: the core reads one after the other, while the next is handed over. */
const AT_ONCE = 2;
/** How long a person may pause while typing a pattern before it is tried. */
const TYPING_MS = 300;

/** The import window's work: reads files as they come, keeps the person's choices, and brings them in. */
export class ImportSession {
  readonly store: StoreApi<ImportState> = createStore<ImportState>(() => ({
    files: [],
    selected: null,
    importing: false,
    touched: false,
  }));
  readonly #running = new Map<number, AbortController>();
  /** Patterns that are being typed or tried, by file. */
  readonly #trying = new Map<number, AbortController>();
  #lastKey = 0;

  /** Adds files; one that was listed before is left out. Files of one name in several folders are several files. */
  add(files: readonly IncomingFile[]): void {
    const known = new Set(this.store.getState().files.map(({ file }) => file.place));
    const fresh = files.filter(({ place }) => !known.has(place));
    const entries = fresh.map((file): FileEntry => {
      this.#lastKey += 1;
      return { key: this.#lastKey, file, state: { kind: isTableFile(file.name) ? 'table' : 'waiting' } };
    });
    this.store.setState((state) => ({ files: [...state.files, ...entries] }));
    this.#pump();
  }

  /** Takes a file off the list, stopping its reading; nothing of it stays. */
  remove(key: number): void {
    this.#running.get(key)?.abort();
    this.#stopTrying(key);
    this.#discard(this.#entry(key));
    this.store.setState(({ files, selected }) => {
      const rest = files.filter((entry) => entry.key !== key);
      return { files: rest, selected: selected === key ? firstDraft(rest) : selected };
    });
    this.#selectFirst();
  }

  replace(key: number, file: IncomingFile): void {
    this.#update(key, { kind: 'waiting' }, file);
    this.#pump();
  }

  select(key: number): void {
    this.store.setState({ selected: key });
  }

  choose(key: number, change: Partial<DraftChoices>): void {
    this.#touch();
    const state = this.#entry(key)?.state;
    if (state?.kind !== 'draft') return;
    this.#update(key, { ...state, choices: { ...state.choices, ...change } });
  }

  chooseSpeaker(key: number, label: string, change: Partial<SpeakerChoice>): void {
    this.#touch();
    const state = this.#entry(key)?.state;
    if (state?.kind !== 'draft') return;
    const speakers = state.choices.speakers.map((speaker) =>
      speaker.label === label ? { ...speaker, ...change } : speaker,
    );
    this.choose(key, { speakers });
  }

  /** Takes a label that was not sure enough as a speaker, or not. */
  acceptLabel(key: number, label: string, accepted: boolean): void {
    this.#touch();
    const state = this.#entry(key)?.state;
    if (state?.kind !== 'draft') return;
    this.choose(key, { speakers: acceptLabel(state.choices.speakers, state.draft, label, accepted) });
  }

  /** Gives the other files the roles chosen in this one. */
  spreadRoles(key: number): void {
    this.#touch();
    const source = this.#entry(key)?.state;
    if (source?.kind !== 'draft') return;
    for (const { key: other, state } of othersToAdopt(this.store.getState().files, key)) {
      if (state.kind !== 'draft') continue;
      this.choose(other, { speakers: adoptRoles(state.choices.speakers, source.choices.speakers) });
    }
  }

  /** Tries how speakers are marked as the person types; what was tried before is given up. */
  setPattern(key: number, pattern: string): void {
    this.#touch();
    const state = this.#entry(key)?.state;
    if (state?.kind !== 'draft') return;
    this.#stopTrying(key);
    this.#update(key, { ...state, choices: { ...state.choices, pattern }, trying: true });
    const stop = new AbortController();
    this.#trying.set(key, stop);
    const timer = setTimeout(() => void this.#try(key, pattern.trim(), stop.signal), TYPING_MS);
    stop.signal.addEventListener('abort', () => clearTimeout(timer));
  }

  /** Looks for the speakers of all other files by the pattern of this one; answers how many have none then. */
  async spreadPattern(key: number): Promise<{ readonly files: number; readonly empty: number } | null> {
    const source = this.#entry(key)?.state;
    const others = othersWithoutPattern(this.store.getState().files, key);
    if (source?.kind !== 'draft' || others.length === 0) return null;
    for (const { key: other } of others) {
      this.#stopTrying(other);
      this.#change(other, { trying: true });
    }
    const draftIds = others.flatMap(({ state }) => (state.kind === 'draft' ? [state.draft.draftId] : []));
    const done = await runCommand('import.redetect', { draftIds, pattern: source.draft.pattern });
    for (const { key: other } of others) this.#change(other, { trying: false });
    if (!done.ok) return null;
    for (const [index, { key: other }] of others.entries()) this.#take(other, done.value[index]);
    const empty = done.value.filter(({ speakers }) => speakers.length === 0).length;
    return { files: done.value.length, empty };
  }

  /** Does with all other duplicates that wait for an answer what was chosen for one. */
  answerDuplicates(choice: 'skip' | 'keep'): void {
    this.#touch();
    for (const { key } of undecided(this.store.getState().files)) this.choose(key, { duplicate: choice });
  }

  /** Reads a file again with another encoding; the person's other choices stay where they still fit. */
  async reread(key: number, encoding: string): Promise<void> {
    this.#touch();
    const state = this.#entry(key)?.state;
    if (state?.kind !== 'draft') return;
    const tell = (share: number | null): void => this.#change(key, { rereading: { share } });
    tell(null);
    const read = await runCommand(
      'import.reread',
      { draftId: state.draft.draftId, encoding },
      { onProgress: (done, total) => tell(total > 1 ? done / total : null) },
    );
    this.#change(key, { rereading: null });
    if (read.ok) this.#take(key, read.value);
  }

  /** Brings in what is ready. Answers the new documents, or `null` when it failed (and nothing was brought in). */
  async confirm(): Promise<readonly number[] | null> {
    this.store.setState({ importing: true });
    const done = await runCommand('import.confirm', toConfirm(this.store.getState().files));
    this.store.setState({ importing: false });
    return done.ok ? done.value.documentIds : null;
  }

  /** Stops everything under way and lets go of what was read. */
  close(): void {
    for (const abort of [...this.#running.values(), ...this.#trying.values()]) abort.abort();
    for (const entry of this.store.getState().files) this.#discard(entry);
    this.store.setState({ files: [], selected: null });
  }

  #touch(): void {
    this.store.setState({ touched: true });
  }

  #pump(): void {
    for (const entry of this.store.getState().files) {
      if (this.#running.size >= AT_ONCE) return;
      if (entry.state.kind === 'waiting' && !this.#running.has(entry.key)) void this.#read(entry);
    }
  }

  async #read({ key, file }: FileEntry): Promise<void> {
    const abort = new AbortController();
    this.#running.set(key, abort);
    this.#update(key, { kind: 'reading', share: null });
    const state = await this.#inspect(key, file, abort.signal);
    this.#running.delete(key);
    const gone = this.#entry(key) === undefined;
    if (gone && state.kind === 'draft')
      void client.import.discard({ draftIds: [state.draft.draftId] }).catch(ignore);
    if (!gone) {
      this.#update(key, state);
      this.#selectFirst();
    }
    this.#pump();
  }

  /** Files are read at once and come as they come: what is shown first is the first of the list that can be. */
  #selectFirst(): void {
    const { files, selected } = this.store.getState();
    if (selected !== null) return;
    const first = files.find(({ state }) => state.kind !== 'failed' && state.kind !== 'table');
    if (first?.state.kind === 'draft') this.select(first.key);
  }

  async #inspect(key: number, file: IncomingFile, signal: AbortSignal): Promise<FileState> {
    try {
      const source = await file.source();
      const [inspected] = await client.import.inspect(
        { files: [source] },
        {
          signal,
          onProgress: (done, total) =>
            this.#update(key, { kind: 'reading', share: total > 1 ? done / total : null }),
        },
      );
      return stateOf(inspected);
    } catch (error) {
      if (error instanceof CallError && error.code === 'call.cancelled') return { kind: 'waiting' };
      return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
    }
  }

  async #try(key: number, pattern: string, signal: AbortSignal): Promise<void> {
    const state = this.#entry(key)?.state;
    if (state?.kind !== 'draft') return;
    const { draftId } = state.draft;
    const input = { draftIds: [draftId], pattern: pattern === '' ? null : pattern };
    const done = await runCommand('import.redetect', input, { signal, silent: true });
    if (signal.aborted) return;
    this.#trying.delete(key);
    if (done.ok) this.#take(key, done.value[0]);
    else this.#change(key, { trying: false, patternError: done.error.message });
  }

  /** Shows a draft as it was read again; what the person chose stays where it still fits. */
  #take(key: number, draft: Draft | undefined): void {
    const state = this.#entry(key)?.state;
    if (state?.kind !== 'draft' || draft === undefined) return;
    const { choices } = state;
    const used = draft.pattern ?? '';
    const isTyping = this.#trying.has(key);
    const fresh = {
      ...choices,
      speakers: keepChoices(draft, choices.speakers, state.draft),
      // The field keeps what is being typed, and every space.
      pattern: isTyping || choices.pattern.trim() === used ? choices.pattern : used,
    };
    this.#update(key, { ...freshDraft(draft), choices: fresh, rereading: state.rereading, trying: isTyping });
  }

  #stopTrying(key: number): void {
    this.#trying.get(key)?.abort();
    this.#trying.delete(key);
  }

  #change(key: number, change: Partial<Pick<DraftState, 'rereading' | 'trying' | 'patternError'>>): void {
    const state = this.#entry(key)?.state;
    if (state?.kind === 'draft') this.#update(key, { ...state, ...change });
  }

  #entry(key: number): FileEntry | undefined {
    return this.store.getState().files.find((entry) => entry.key === key);
  }

  #update(key: number, state: FileState, file?: IncomingFile): void {
    this.store.setState(({ files }) => ({
      files: files.map((entry) =>
        entry.key === key ? { ...entry, state, file: file ?? entry.file } : entry,
      ),
    }));
  }

  #discard(entry: FileEntry | undefined): void {
    if (entry?.state.kind !== 'draft') return;
    void client.import.discard({ draftIds: [entry.state.draft.draftId] }).catch(ignore);
  }
}

/** A draft that is not let go of now goes when the project is closed. */
function ignore(): void {}

function stateOf(inspected: Inspected | undefined): FileState {
  if (inspected === undefined) return { kind: 'failed', message: i18nNow().t('errors.connectionLost') };
  // A table under another name.
  if (!inspected.ok && inspected.error.code === 'format.is-table') return { kind: 'table' };
  if (!inspected.ok) return { kind: 'failed', message: inspected.error.message };
  return freshDraft(inspected.draft);
}

function firstDraft(entries: readonly FileEntry[]): number | null {
  return entries.find(({ state }) => state.kind === 'draft')?.key ?? null;
}
