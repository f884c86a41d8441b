import type { DocumentProperties } from './parsed-document.ts';

/** What the file says about itself. */
export class RtfInfo {
  readonly #values = new Map<string, string>();
  readonly #date = new Map<string, number>();

  set(key: 'title' | 'author', value: string): void {
    this.#values.set(key, value.replaceAll(/\s+/gu, ' '));
  }

  /** A part of the date of creation: `yr`, `mo`, `dy`, `hr`, `min`. */
  date(part: string, value: number): void {
    this.#date.set(part, value);
  }

  properties(): DocumentProperties {
    const two = (part: string): string => String(this.#date.get(part) ?? 0).padStart(2, '0');
    const year = this.#date.get('yr') ?? 0;
    const created = year === 0 ? '' : `${year}-${two('mo')}-${two('dy')}T${two('hr')}:${two('min')}:00`;
    const found = {
      title: this.#values.get('title') ?? '',
      author: this.#values.get('author') ?? '',
      created,
    };
    return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== ''));
  }
}
