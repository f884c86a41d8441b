import { useEffect, useRef, type ReactNode } from 'react';
import './name-input.css';

export interface NameInputProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  /** The new name, or `null` when the person gave up or changed nothing. */
  readonly onDone: (name: string | null) => void;
}

/** A name written in its own row: Enter and leaving keep it, Escape gives up. */
export function NameInput({ label, value, placeholder = '', onDone }: NameInputProps): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  const finished = useRef(false);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const finish = (keep: boolean): void => {
    if (finished.current) return;
    finished.current = true;
    const name = input.current?.value.trim() ?? '';
    onDone(keep && name !== '' && name !== value ? name : null);
  };
  return (
    <input
      ref={input}
      className="name-input"
      aria-label={label}
      defaultValue={value}
      placeholder={placeholder}
      maxLength={200}
      spellCheck={false}
      data-own-keys
      data-saves
      onClick={(event) => event.stopPropagation()}
      onBlur={() => finish(true)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') finish(true);
        else if (event.key === 'Escape') finish(false);
        else return;
        event.preventDefault();
      }}
    />
  );
}
