import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { syncToDisk } from '../database/verified-copy.ts';
import { readJson, writeJson } from '../settings/json-file.ts';
import { unsavedWords, type UnsavedWords } from './contract.ts';

const content = z.array(unsavedWords);

/** The words of one project that wait to be written, oldest first, in a file that this person alone can read. */
export class UnsavedFile {
  readonly #path: string;

  /** @param guid of the project; a copy of the project has the same, and is offered the same words. */
  constructor(dataDir: string, guid: string) {
    this.#path = join(dataDir, 'unsaved', `${guid}.json`);
  }

  list(): readonly UnsavedWords[] {
    const read = content.safeParse(readJson(this.#path));
    return read.success ? read.data : [];
  }

  /** Keeps words, in the place of those that were typed there before. Throws the system's error. */
  keep(words: UnsavedWords): void {
    this.#write([...this.list().filter(({ id }) => id !== words.id), words]);
  }

  drop(ids: readonly string[]): void {
    this.#write(this.list().filter(({ id }) => !ids.includes(id)));
  }

  /** Nothing of them is left, and no power failure brings them back. */
  forget(): void {
    if (!existsSync(this.#path)) return;
    rmSync(this.#path);
    syncToDisk(dirname(this.#path));
  }

  #write(all: readonly UnsavedWords[]): void {
    if (all.length === 0) this.forget();
    else writeJson(this.#path, all);
  }
}
