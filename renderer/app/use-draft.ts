import { useEffect, useRef, useState } from 'react';
import { forgetTyped, typed } from './typed.ts';

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
  readonly value: string;
  readonly onSave: (text: string) => Promise<unknown>;
  /** An empty text is not kept. */
  readonly required?: boolean;
  /** Saved while one types too, as longer texts are; a name is saved whole, when it is left. */
  readonly whileTyping?: boolean;
}

/**
 * The text of a field that is written where it is read. What was refused stays in the field, and so does what was typed
 * while the last words were on their way.
 */
export function useDraft({ value, onSave, required = false, whileTyping = false }: DraftOptions): Draft {
  const [draft, setDraft] = useState<string | null>(null);
  const latest = useRef({ value, draft, onSave });
  useEffect(() => {
    latest.current = { value, draft, onSave };
  });
  const owner = useRef({});
  const write = async (): Promise<boolean> => {
    const { draft: text, value: before, onSave: keep } = latest.current;
    const trimmed = text?.trim() ?? '';
    if (text === null || trimmed === before || (required && trimmed === '')) return true;
    return !isRefused(await keep(trimmed));
  };
  return {
    shown: draft ?? value,
    isTyped: draft !== null,
    change: (text) => {
      setDraft(text);
      latest.current = { ...latest.current, draft: text };
      if (whileTyping) typed(owner.current, write, PAUSE_MS);
    },
    save: async () => {
      forgetTyped(owner.current);
      const { draft: text } = latest.current;
      if (text === null || !(await write())) return;
      setDraft((now) => (now === text ? null : now));
    },
    giveUp: () => {
      forgetTyped(owner.current);
      latest.current = { ...latest.current, draft: null };
      setDraft(null);
    },
  };
}

/** Commands answer whether they were done; other ways of saving answer nothing when they were. */
function isRefused(answer: unknown): boolean {
  return (
    answer === false || (typeof answer === 'object' && answer !== null && Reflect.get(answer, 'ok') === false)
  );
}
