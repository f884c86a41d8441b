import { createStore, type StoreApi } from 'zustand';
import { client } from '../../app/client.ts';
import { isTableFile } from '../../app/file-kinds.ts';
import { runCommand } from '../../app/use-command.ts';
import type { IncomingFile } from '../../app/windows.ts';
import type { Inspected } from '../../../src/imports/contract.ts';
import { CallError } from '../../../src/contract/client.ts';
import { i18nNow } from '../../i18n/use-i18n.ts';
import {
  adoptRoles,
  initialChoices,
  othersToAdopt,
  toConfirm,
  undecided,
  type DraftChoices,
  type FileEntry,
  type FileState,
  type SpeakerChoice,
} from './import-model.ts';

export interface ImportState {
  readonly files: readonly FileEntry[];
  readonly selected: number | null;
  readonly importing: boolean;
}

/** Read at the same time: the core reads one after the other, while the next is handed over. */
const AT_ONCE = 2;

/** The import window's work: reads files as they come, keeps the person's choices, and brings them in. */
export class ImportSession {
  readonly store: StoreApi<ImportState> = createStore<ImportState>(() => ({
    files: [],
    selected: null,
    importing: false,
  }));
  readonly #running = new Map<number, AbortController>();
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
    this.#discard(this.#entry(key));
    this.store.setState(({ files, selected }) => {
      const rest = files.filter((entry) => entry.key !== key);
      return { files: rest, selected: selected === key ? firstDraft(rest) : selected };
    });
  }

  replace(key: number, file: IncomingFile): void {
    this.#update(key, { kind: 'waiting' }, file);
    this.#pump();
  }

  select(key: number): void {
    this.store.setState({ selected: key });
  }

  choose(key: number, change: Partial<DraftChoices>): void {
    const state = this.#entry(key)?.state;
    if (state?.kind !== 'draft') return;
    this.#update(key, { ...state, choices: { ...state.choices, ...change } });
  }

  chooseSpeaker(key: number, label: string, change: Partial<SpeakerChoice>): void {
    const state = this.#entry(key)?.state;
    if (state?.kind !== 'draft') return;
    const speakers = state.choices.speakers.map((speaker) =>
      speaker.label === label ? { ...speaker, ...change } : speaker,
    );
    this.choose(key, { speakers });
  }

  /** Gives the other files the roles chosen in this one. */
  spreadRoles(key: number): void {
    const source = this.#entry(key)?.state;
    if (source?.kind !== 'draft') return;
    for (const { key: other, state } of othersToAdopt(this.store.getState().files, key)) {
      if (state.kind === 'draft') this.choose(other, adoptRoles(state.choices, source.choices));
    }
  }

  /** Does with all other duplicates that wait for an answer what was chosen for one. */
  answerDuplicates(choice: 'skip' | 'keep'): void {
    for (const { key } of undecided(this.store.getState().files)) this.choose(key, { duplicate: choice });
  }

  /** Reads a file again with another encoding; the person's other choices stay where they still fit. */
  async reread(key: number, encoding: string): Promise<void> {
    const state = this.#entry(key)?.state;
    if (state?.kind !== 'draft') return;
    const tell = (share: number | null): void => {
      const now = this.#entry(key)?.state;
      if (now?.kind === 'draft') this.#update(key, { ...now, rereading: { share } });
    };
    tell(null);
    const read = await runCommand(
      'import.reread',
      { draftId: state.draft.draftId, encoding },
      { onProgress: (done, total) => tell(total > 1 ? done / total : null) },
    );
    const now = this.#entry(key)?.state;
    if (now?.kind !== 'draft') return;
    if (!read.ok) return this.#update(key, { ...now, rereading: null });
    const fresh = initialChoices(read.value);
    const choices = { ...adoptRoles(fresh, now.choices), duplicate: now.choices.duplicate };
    this.#update(key, { kind: 'draft', draft: read.value, choices, rereading: null });
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
    for (const abort of this.#running.values()) abort.abort();
    for (const entry of this.store.getState().files) this.#discard(entry);
    this.store.setState({ files: [], selected: null });
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
      if (state.kind === 'draft' && this.store.getState().selected === null) this.select(key);
    }
    this.#pump();
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
  return {
    kind: 'draft',
    draft: inspected.draft,
    choices: initialChoices(inspected.draft),
    rereading: null,
  };
}

function firstDraft(entries: readonly FileEntry[]): number | null {
  return entries.find(({ state }) => state.kind === 'draft')?.key ?? null;
}
