import type { UnsavedWords } from '../../src/unsaved/contract.ts';

// The last resort: what cannot even be handed to the core stays in this browser until it can.

const KEY = 'repere.unsaved';
type Kept = Readonly<Record<string, readonly UnsavedWords[]>>;

const BROWSER = 'repere.browser';
let ownBrowser: string | null = null;

/** This browser among those of this person: its pages know of each other. */
export function browserId(): string {
  ownBrowser ??= storedBrowser();
  return ownBrowser;
}

export function randomName(): string {
  return crypto.randomUUID().replaceAll('-', '');
}

function storedBrowser(): string {
  try {
    const known = localStorage.getItem(BROWSER) ?? randomName();
    localStorage.setItem(BROWSER, known);
    return known;
  } catch {
    return randomName();
  }
}

/** The words of a project that wait in this browser. */
export function keptHere(project: string): readonly UnsavedWords[] {
  return read()[project] ?? [];
}

export function keepHere(project: string, words: UnsavedWords): void {
  const others = keptHere(project).filter(({ id }) => id !== words.id);
  write({ ...read(), [project]: [...others, words] });
}

/** Forgets words of a project, or all of them (`null`). */
export function forgetHere(project: string, ids: readonly string[] | null): void {
  const before = read();
  const all = before[project];
  if (all === undefined) return;
  const left = ids === null ? [] : all.filter(({ id }) => !ids.includes(id));
  if (left.length === all.length) return;
  const others = Object.fromEntries(Object.entries(before).filter(([name]) => name !== project));
  write(left.length === 0 ? others : { ...others, [project]: left });
}

function read(): Kept {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(
      Object.entries(value).map(([project, all]) => [project, Array.isArray(all) ? all.filter(isWords) : []]),
    );
  } catch {
    return {};
  }
}

function write(kept: Kept): void {
  try {
    if (Object.keys(kept).length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing: the page still shows the words as long as it lives.
  }
}

function isWords(value: unknown): value is UnsavedWords {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['id', 'place', 'text', 'at'].every((key) => typeof Reflect.get(value, key) === 'string')
  );
}
