import { useState, type ReactNode } from 'react';
import './text-cell.css';

export interface TextCellProps {
  readonly label: string;
  readonly value: string;
  readonly numeric?: boolean;
  readonly placeholder?: string;
  /** An empty text is not saved. */
  readonly required?: boolean;
  /** The id of a `datalist` of proposals. */
  readonly list?: string;
  /** Saves; `false` brings the old value back. */
  readonly onSave: (value: string) => Promise<boolean>;
}

/** A cell that one writes in: saved when it is left, Escape gives up. */
export function TextCell(props: TextCellProps): ReactNode {
  const { label, value, numeric = false, placeholder, required = false, list, onSave } = props;
  // While it is written in, the cell has its own text; otherwise it shows the project's.
  const [draft, setDraft] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    if (draft === null) return;
    const text = draft.trim();
    if (text !== value && !(required && text === '')) await onSave(text);
    setDraft(null);
  };
  return (
    <input
      className="text-cell"
      aria-label={label}
      type="text"
      inputMode={numeric ? 'decimal' : undefined}
      value={draft ?? value}
      title={draft ?? value}
      list={list}
      placeholder={placeholder}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || draft === null) return;
        event.stopPropagation();
        setDraft(null);
      }}
    />
  );
}
