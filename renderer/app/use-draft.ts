import { useEffect, useState } from 'react';
import { forgetTyped, onItsWay, typed } from './typed.ts';
import { dropWords, isRefused, keepWords, leaveWords, writeWords } from './unsaved.ts';

/** After so long without a key a longer text is saved while one is still in it, in milliseconds. */
const PAUSE_MS = 1_200;

export interface Draft {
  /** What the field shows: what is being typed, else what the project has. */
  readonly shown: string;
  readonly isTyped: boolean;
  readonly change: (text: string) => void;
  /** To be called when the field is left. */
  readonly save: () => Promise<void>;
  /** Back to what the project has. */
  readonly giveUp: () => void;
}

interface DraftOptions {
  /** What the person reads of the field, where its words wait to be written. */
  readonly place: string;
  readonly value: string;
  readonly onSave: (text: string) => Promise<unknown>;
  /** An empty text is not kept. */
  readonly required?: boolean;
  /** Saved while one types too, as longer texts are; a name is saved whole, when it is left. */
  readonly whileTyping?: boolean;
}

/**
 * The text of a field that is written where it is read. What was refused stays in the field, and so does what was typed
 * while the last words were on their way. Within two seconds of the first key, and when the field goes, the words are in
 * the project or, a name that is not finished, kept on this machine.
 */
export function useDraft(options: DraftOptions): Draft {
  const [draft, setDraft] = useState<string | null>(null);
  const [field] = useState(() => new DraftField(options, setDraft));
  useEffect(() => field.take(options));
  useEffect(() => () => field.leave(), [field]);
  return {
    shown: draft ?? options.value,
    isTyped: draft !== null,
    change: (text) => field.change(text),
    save: () => field.save(),
    giveUp: () => field.giveUp(),
  };
}

/** What a field holds and when it is written, whether it is drawn or gone. */
class DraftField {
  readonly #show: (text: string | null) => void;
  #options: DraftOptions;
  #draft: string | null = null;
  #going: { readonly text: string; readonly done: Promise<boolean> } | null = null;

  constructor(options: DraftOptions, show: (text: string | null) => void) {
    this.#options = options;
    this.#show = show;
  }

  take(options: DraftOptions): void {
    this.#options = options;
  }

  change(text: string): void {
    this.#set(text);
    const write = this.#options.whileTyping === true ? () => this.#writeNow() : () => this.#keep();
    typed(this, write, PAUSE_MS);
  }

  async save(): Promise<void> {
    forgetTyped(this);
    const text = this.#draft;
    if ((await this.#writeNow()) && this.#draft === text) this.#set(null);
  }

  giveUp(): void {
    forgetTyped(this);
    dropWords(this);
    this.#set(null);
  }

  /** The field goes: what is in it is written, and what cannot be is offered elsewhere. */
  leave(): void {
    void onItsWay(this.save()).finally(() => leaveWords(this));
  }

  #set(text: string | null): void {
    this.#draft = text;
    this.#show(text);
  }

  #writeNow(): Promise<boolean> {
    const text = this.#draft;
    if (text === null) return Promise.resolve(true);
    // A field that is left and goes in the same moment is written once.
    if (this.#going?.text === text) return this.#going.done;
    const going = { text, done: this.#write(text) };
    this.#going = going;
    return going.done.finally(() => {
      if (this.#going === going) this.#going = null;
    });
  }

  async #write(text: string): Promise<boolean> {
    const { place, value, required = false, onSave } = this.#options;
    const trimmed = text.trim();
    if (trimmed === value || (required && trimmed === '')) {
      dropWords(this);
      return true;
    }
    return !isRefused(
      await writeWords(
        this,
        { place, text },
        () => onSave(trimmed),
        () => this.save(),
      ),
    );
  }

  async #keep(): Promise<void> {
    if (this.#draft !== null) await keepWords(this, { place: this.#options.place, text: this.#draft });
  }
}
