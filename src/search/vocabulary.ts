import { prepareOnce, type Connection } from '../database/connection.ts';
import { indexReads } from '../documents/index-store.ts';
import { indexWords } from '../text/index-words.ts';
import { splitParagraphs } from '../text/paragraphs.ts';
import { searchReads } from './store.ts';

/** Terms that are read in one go: about as long as another call may wait. */
const PORTION = 1_500;

/** So many texts that came since are read again themselves; beyond, reading all terms anew costs less. */
const FEW_TEXTS = 4;

/** Comes after every sign of a term. */
const LAST_SIGN = '~';

/**
 * The terms of the index, kept in memory: going through them in the file means going through every place of every
 * word, which takes longer than a search may. It may hold terms that are gone from the index; it never lacks one.
 */
export class Vocabulary {
  readonly #db: Connection;
  readonly #terms = new Set<string>();
  /** Texts of which every term is here, as soon as all is read. */
  #texts: ReadonlySet<number> = new Set();
  /** The last term that was read; `null`: all are. */
  #after: string | null = '';

  constructor(db: Connection) {
    this.#db = db;
    this.#start();
  }

  /** Whether all terms are here. Texts that came since it was last asked are read on the way. */
  isWhole(): boolean {
    const now = this.#indexed();
    const fresh = [...now].filter((id) => !this.#texts.has(id));
    if (this.#after !== null) {
      // A text that left the index while its terms are being read may be missed; one that came may be too.
      this.#texts = new Set([...this.#texts].filter((id) => now.has(id)));
      return false;
    }
    if (fresh.length > FEW_TEXTS) {
      this.#start();
      return false;
    }
    for (const id of fresh) this.#addText(id);
    this.#texts = new Set([...this.#texts, ...fresh]);
    return true;
  }

  /** Reads a portion of what is not read yet; answers whether there was one. */
  readMore(): boolean {
    if (this.isWhole()) return false;
    const portion = searchReads(this.#db).termsAfter.all(this.#after ?? '', PORTION);
    for (const term of portion) this.#terms.add(term);
    this.#after = portion.length < PORTION ? null : (portion.at(-1) ?? null);
    return true;
  }

  /** Terms that begin with a prefix; all of them where it is empty. */
  startingWith(prefix: string): Iterable<string> {
    if (prefix !== '' && !this.isWhole())
      return searchReads(this.#db).terms.iterate(prefix, `${prefix}${LAST_SIGN}`);
    while (this.readMore());
    return prefix === '' ? this.#terms : [...this.#terms].filter((term) => term.startsWith(prefix));
  }

  #start(): void {
    this.#terms.clear();
    this.#after = '';
    this.#texts = this.#indexed();
  }

  #indexed(): ReadonlySet<number> {
    return new Set(indexReads(this.#db).indexed.all());
  }

  #addText(textVersionId: number): void {
    const text = searchReads(this.#db).text.get(textVersionId) ?? '';
    for (const { start, end } of splitParagraphs(text))
      for (const term of indexWords(text.slice(start, end)).split(' '))
        if (term !== '') this.#terms.add(term);
  }
}

/** The vocabulary of an open project, to be asked of its connection for queries. */
export const vocabularyOf = prepareOnce((db) => new Vocabulary(db));
