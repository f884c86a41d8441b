import { useState, type KeyboardEvent, type ReactNode } from 'react';

export interface InPlaceFieldProps {
  readonly label: string;
  readonly value: string;
  readonly className: string;
  readonly placeholder?: string;
  /** Enter begins a new line instead of keeping the text; Ctrl Enter keeps it then. */
  readonly lines?: boolean;
  /** An empty text is not kept. */
  readonly required?: boolean;
  readonly maxLength: number;
  readonly isReadOnly: boolean;
  readonly onSave: (value: string) => Promise<unknown>;
}

/** A text that is written where it is read: leaving it keeps it, Escape gives up. */
export function InPlaceField(props: InPlaceFieldProps): ReactNode {
  const { label, value, className, lines = false, required = false, onSave } = props;
  // While it is written in, the field has its own text; otherwise it shows the project's.
  const [draft, setDraft] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    if (draft === null) return;
    const text = draft.trim();
    if (text !== value && !(required && text === '')) await onSave(text);
    setDraft(null);
  };
  const keydown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (!lines || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.currentTarget.blur();
    } else if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation();
      setDraft(null);
    }
  };
  return (
    <textarea
      className={`in-place ${className}`}
      aria-label={label}
      rows={1}
      value={draft ?? value}
      placeholder={props.placeholder ?? ''}
      maxLength={props.maxLength}
      readOnly={props.isReadOnly}
      spellCheck={lines}
      data-own-keys
      onChange={(event) =>
        setDraft(lines ? event.currentTarget.value : event.currentTarget.value.replaceAll('\n', ' '))
      }
      onBlur={() => void save()}
      onKeyDown={keydown}
    />
  );
}
