import type { Connection } from '../database/connection.ts';
import { prepareOnce } from '../database/connection.ts';
import { wordIndex, type WordIndex } from '../text/words.ts';

/** A normalised text with the positions of its words. */
export interface IndexedText {
  readonly text: string;
  readonly words: WordIndex;
}

/** How many characters of texts are kept in memory at most. */
const KEPT_CHARACTERS = 12_000_000;

const statements = prepareOnce((db) => ({
  text: db.prepare<[number], string>('SELECT text FROM text_version WHERE id = ?').pluck(),
}));

/** Texts by version id. A version never changes, so nothing here can become stale; the least recently used go first. */
export class TextCache {
  readonly #entries = new Map<number, IndexedText>();
  #characters = 0;

  /** Forgets all texts. */
  clear(): void {
    this.#entries.clear();
    this.#characters = 0;
  }

  get(db: Connection, textVersionId: number): IndexedText {
    const known = this.#entries.get(textVersionId);
    if (known !== undefined) {
      this.#entries.delete(textVersionId);
      this.#entries.set(textVersionId, known);
      return known;
    }
    const text = statements(db).text.get(textVersionId);
    if (text === undefined) throw new Error(`text version ${textVersionId} is missing`);
    const fresh = withWords(text);
    this.#entries.set(textVersionId, fresh);
    this.#characters += text.length;
    for (const [id, entry] of this.#entries) {
      if (this.#characters <= KEPT_CHARACTERS || id === textVersionId) break;
      this.#entries.delete(id);
      this.#characters -= entry.text.length;
    }
    return fresh;
  }
}

/** Words are counted when somebody asks: a search reads many texts of which it needs a few paragraphs. */
function withWords(text: string): IndexedText {
  let words: WordIndex | null = null;
  return {
    text,
    get words() {
      words ??= wordIndex(text);
      return words;
    },
  };
}
