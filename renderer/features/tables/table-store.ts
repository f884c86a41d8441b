import { createStore, type StoreApi } from 'zustand';
import type { FileSource } from '../../../src/imports/contract.ts';
import type { TableDelimiter } from '../../../src/tables/contract.ts';
import { queryClient } from '../../app/query-client.ts';
import { runCommand } from '../../app/use-command.ts';
import type { IncomingFile } from '../../app/windows.ts';
import { i18nNow } from '../../i18n/use-i18n.ts';
import type { Outcome } from './outcome-words.ts';
import {
  carryOver,
  initialChoices,
  wishOf,
  type ColumnChoice,
  type ColumnUse,
  type DraftState,
  type TableChoices,
  type TableEntry,
  type TableState,
  type TableWish,
} from './table-model.ts';

export interface TablesState {
  readonly tables: readonly TableEntry[];
  readonly selected: number | null;
  readonly importing: boolean;
  /** The person chose something: closing the window would lose it. */
  readonly touched: boolean;
}

/** How a table is to be read instead. */
export interface Reading {
  readonly sheet?: number;
  readonly headerRow?: number;
  readonly encoding?: string;
  readonly delimiter?: TableDelimiter;
}

/** The work of the window for tables: reads them when their turn comes, keeps the person's choices, brings them in. */
export class TableSession {
  readonly store: StoreApi<TablesState> = createStore<TablesState>(() => ({
    tables: [],
    selected: null,
    importing: false,
    touched: false,
  }));
  #reading: { readonly key: number; readonly abort: AbortController } | null = null;
  #lastKey = 0;

  /** Adds files that are not listed already, and reads the first when none is shown. */
  add(files: readonly IncomingFile[]): void {
    const known = new Set(this.store.getState().tables.map(({ file }) => file.place));
    const fresh = files.filter(({ place }) => !known.has(place));
    const entries = fresh.map((file): TableEntry => {
      this.#lastKey += 1;
      return { key: this.#lastKey, file, state: { kind: 'waiting' } };
    });
    this.store.setState(({ tables }) => ({ tables: [...tables, ...entries] }));
    const first = entries[0];
    if (this.store.getState().selected === null && first !== undefined) this.select(first.key);
  }

  select(key: number): void {
    this.store.setState({ selected: key });
    const entry = this.#entry(key);
    if (entry?.state.kind === 'waiting') void this.#read(entry);
  }

  /** Takes a table off the list, stopping its reading; the next one is shown. */
  remove(key: number): void {
    if (this.#reading?.key === key) this.#reading.abort.abort();
    this.#discard(this.#entry(key));
    this.store.setState(({ tables }) => ({ tables: tables.filter((entry) => entry.key !== key) }));
    const { tables, selected } = this.store.getState();
    if (selected !== key) return;
    this.store.setState({ selected: null });
    const next = tables[0];
    if (next !== undefined) this.select(next.key);
  }

  choose(key: number, change: Partial<TableChoices>): void {
    this.store.setState({ touched: true });
    const state = this.#draft(key);
    if (state !== null) this.#update(key, { ...state, choices: { ...state.choices, ...change } });
  }

  chooseColumn(key: number, column: number, change: Partial<Omit<ColumnChoice, 'use'>>): void {
    this.store.setState({ touched: true });
    this.#changeColumns(key, (choice) => (choice.column === column ? { ...choice, ...change } : choice));
  }

  /** Says what becomes of a column, or of every one. */
  chooseUse(key: number, column: number | 'all', use: ColumnUse): void {
    this.store.setState({ touched: true });
    const state = this.#draft(key);
    if (state === null) return;
    const { purpose } = state.choices;
    this.#changeColumns(key, (choice) =>
      column === 'all' || choice.column === column
        ? { ...choice, use: { ...choice.use, [purpose]: use } }
        : choice,
    );
  }

  /** Reads a table again in another way; what was chosen for columns of the same title stays. */
  async reread(key: number, how: Reading): Promise<void> {
    this.store.setState({ touched: true });
    const state = this.#draft(key);
    if (state === null || state.rereading) return;
    const { draftId, sheet, encoding, delimiter } = state.draft;
    this.#update(key, { ...state, rereading: true });
    const text = encoding === null || delimiter === null ? {} : { encoding: encoding.name, delimiter };
    const isBytes = how.encoding !== undefined || how.delimiter !== undefined;
    const read = await runCommand('tables.inspect', {
      source: { kind: 'draft', draftId },
      sheet,
      ...(isBytes ? text : {}),
      ...how,
    });
    const now = this.#draft(key);
    if (now === null) return;
    if (!read.ok) return this.#update(key, { ...now, rereading: false });
    // The draft keeps its name, so what was planned for its old form would be taken for an answer about the new one.
    for (const name of ['participants.planTable', 'surveys.plan'])
      void queryClient.resetQueries({ queryKey: [name] });
    this.#update(key, {
      kind: 'draft',
      draft: read.value,
      choices: carryOver(read.value, now),
      rereading: false,
    });
  }

  /** Brings a table in, in one step. Answers what was done, or `null` when it failed (and nothing was brought in). */
  async confirm(key: number): Promise<Outcome | null> {
    const state = this.#draft(key);
    const wish = state === null ? null : wishOf(state);
    if (wish === null) return null;
    this.store.setState({ importing: true });
    const outcome = await carryOut(wish);
    this.store.setState({ importing: false });
    if (outcome !== null) this.remove(key);
    return outcome;
  }

  /** Stops what is under way and lets go of what was read. */
  close(): void {
    this.#reading?.abort.abort();
    for (const entry of this.store.getState().tables) this.#discard(entry);
    this.store.setState({ tables: [], selected: null });
  }

  async #read({ key, file }: TableEntry): Promise<void> {
    const abort = new AbortController();
    this.#reading = { key, abort };
    this.#update(key, { kind: 'reading', share: null });
    const state = await this.#inspect(key, file, abort.signal);
    if (this.#reading?.abort === abort) this.#reading = null;
    if (this.#entry(key) !== undefined) this.#update(key, state);
    else if (state.kind === 'draft') discard(state.draft.draftId);
  }

  async #inspect(key: number, file: IncomingFile, signal: AbortSignal): Promise<TableState> {
    let source: FileSource;
    try {
      source = await file.source();
    } catch (error) {
      return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
    }
    const read = await runCommand(
      'tables.inspect',
      { source },
      {
        signal,
        silent: true,
        onProgress: (done, total) =>
          this.#update(key, { kind: 'reading', share: total > 1 ? done / total : null }),
      },
    );
    if (!read.ok) return { kind: 'failed', message: read.error.message };
    const choices = initialChoices(read.value, i18nNow().t('tables.templateDefault'));
    return { kind: 'draft', draft: read.value, choices, rereading: false };
  }

  #changeColumns(key: number, change: (choice: ColumnChoice) => ColumnChoice): void {
    const state = this.#draft(key);
    if (state !== null) this.choose(key, { columns: state.choices.columns.map(change) });
  }

  #entry(key: number): TableEntry | undefined {
    return this.store.getState().tables.find((entry) => entry.key === key);
  }

  #draft(key: number): DraftState | null {
    const state = this.#entry(key)?.state;
    return state?.kind === 'draft' ? state : null;
  }

  #update(key: number, state: TableState): void {
    this.store.setState(({ tables }) => ({
      tables: tables.map((entry) => (entry.key === key ? { ...entry, state } : entry)),
    }));
  }

  #discard(entry: TableEntry | undefined): void {
    if (entry?.state.kind === 'draft') discard(entry.state.draft.draftId);
  }
}

async function carryOut(wish: TableWish): Promise<Outcome | null> {
  if (wish.purpose === 'survey') {
    const done = await runCommand('surveys.import', wish.input);
    return done.ok ? { purpose: 'survey', ...done.value } : null;
  }
  const done = await runCommand('participants.importTable', wish.input);
  return done.ok ? { purpose: 'participants', ...done.value } : null;
}

function discard(draftId: string): void {
  // A table that is not let go of now goes when the project is closed.
  void runCommand('tables.discard', { draftIds: [draftId] }, { silent: true });
}
