import { useEffect, useRef, useState, type RefObject } from 'react';

/** Keeps what is typed in a window, until it is saved or given up with the window. */
export interface FieldKeeper {
  /** Something was typed in a field. */
  readonly typed: (field: object, words: () => { readonly place: string; readonly text: string }) => void;
  /** The window is gone, and with it what was typed in the field. */
  readonly gone: (field: object) => void;
}

let keeper: FieldKeeper = { typed: () => undefined, gone: () => undefined };

/** Says who keeps what is typed in windows. Once, at the start. */
export function setFieldKeeper(own: FieldKeeper): void {
  keeper = own;
}

type TextField = HTMLInputElement | HTMLTextAreaElement;

/** Kinds of `<input>` that hold words; a search is no work. */
const WORDS: ReadonlySet<string> = new Set(['text', 'number', 'date', 'email', 'url']);

/** Fields that write what is typed in them by themselves are marked with `data-saves`. */
function textField(target: EventTarget | null): TextField | null {
  const isText =
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && WORDS.has(target.type) && !target.role?.includes('combobox'));
  return isText && target.closest('[data-saves]') === null ? target : null;
}

export interface TypedFields {
  /** Whether closing the window now would lose something that was typed in it. */
  readonly hasTyped: () => boolean;
}

/** Watches what is typed in the fields of a window while it is open. */
export function useTypedFields(
  isOpen: boolean,
  scrim: RefObject<HTMLElement | null>,
  title: string,
): TypedFields {
  /** What each field held before the first key, by field. */
  const before = useRef(new Map<TextField, string>());
  const last = useRef(new Map<TextField, string>());
  const name = useRef(title);
  useEffect(() => {
    if (title !== '') name.current = title;
  }, [title]);
  useEffect(() => {
    if (!isOpen) return undefined;
    const [first, now] = [before.current, last.current];
    const own = (event: Event): TextField | null => {
      const isOwn = event.target instanceof Node && scrim.current?.contains(event.target) === true;
      return isOwn ? textField(event.target) : null;
    };
    const begin = (event: Event): void => {
      const field = own(event);
      if (field !== null && !first.has(field)) first.set(field, field.value);
    };
    const typed = (event: Event): void => {
      const field = own(event);
      if (field === null) return;
      if (!first.has(field)) first.set(field, '');
      now.set(field, field.value);
      const place = `${name.current} · ${labelOf(field)}`;
      keeper.typed(field, () => ({ place, text: now.get(field) ?? '' }));
    };
    document.addEventListener('beforeinput', begin, true);
    document.addEventListener('input', typed, true);
    return () => {
      document.removeEventListener('beforeinput', begin, true);
      document.removeEventListener('input', typed, true);
      for (const field of now.keys()) keeper.gone(field);
      first.clear();
      now.clear();
    };
  }, [isOpen, scrim]);
  const [fields] = useState(() => ({
    hasTyped: () =>
      [...last.current].some(
        // A field that was emptied by what was done with its words has none to lose.
        ([field, typed]) => (field.isConnected ? field.value : typed) !== before.current.get(field),
      ),
  }));
  return fields;
}

function labelOf(field: TextField): string {
  const label = field.ariaLabel ?? field.labels?.[0]?.textContent ?? field.placeholder;
  return label.trim();
}
