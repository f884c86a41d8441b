import type { Form } from './match.ts';

export interface CountedForm extends Form {
  readonly count: number;
}

/** Forms listed at most; a search for nearly everything has too many to look through. */
const LISTED = 500;

/** Counts what open phrases stood for. */
export class FormCounts {
  readonly #counts = new Map<string, { readonly written: string; count: number }>();

  add(forms: readonly Form[]): void {
    for (const { key, written } of forms) {
      const known = this.#counts.get(key);
      if (known === undefined) this.#counts.set(key, { written, count: 1 });
      else known.count += 1;
    }
  }

  /** Most frequent first, each as it was first met. */
  list(): CountedForm[] {
    return Array.from(this.#counts, ([key, form]) => ({ key, ...form }))
      .toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
      .slice(0, LISTED);
  }
}
