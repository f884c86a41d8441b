import type { ReactNode } from 'react';
import { useDraft } from '../../app/use-draft.ts';
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
  const draft = useDraft({ place: label, value, onSave, required });
  return (
    <input
      className="text-cell"
      data-saves
      aria-label={label}
      type="text"
      inputMode={numeric ? 'decimal' : undefined}
      value={draft.shown}
      title={draft.shown}
      list={list}
      placeholder={placeholder}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => draft.change(event.currentTarget.value)}
      onBlur={() => void draft.save()}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !draft.isTyped) return;
        event.stopPropagation();
        draft.giveUp();
      }}
    />
  );
}
