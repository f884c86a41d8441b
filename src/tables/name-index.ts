import { keyOf } from '../text/name-key.ts';

/** Finds things by their name: as written, else with case, accents and spaces aside where that means one thing only. */
export class NameIndex<T> {
  readonly #exact = new Map<string, T>();
  readonly #folded = new Map<string, T | null>();

  constructor(items: Iterable<readonly [name: string, item: T]>) {
    for (const [name, item] of items) this.add(name, item);
  }

  add(name: string, item: T): void {
    this.#exact.set(name, item);
    const key = keyOf(name);
    this.#folded.set(key, this.#folded.has(key) ? null : item);
  }

  find(name: string): T | undefined {
    return this.#exact.get(name) ?? this.#folded.get(keyOf(name)) ?? undefined;
  }
}
