import type { KeyboardEvent, ReactNode } from 'react';
import { useDraft } from '../../app/use-draft.ts';

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
  const draft = useDraft({ place: label, value, onSave, required, whileTyping: lines });
  const keydown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (!lines || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.currentTarget.blur();
    } else if (event.key === 'Escape' && draft.isTyped) {
      event.stopPropagation();
      draft.giveUp();
    }
  };
  return (
    <textarea
      className={`in-place ${className}`}
      aria-label={label}
      rows={1}
      value={draft.shown}
      placeholder={props.placeholder ?? ''}
      maxLength={props.maxLength}
      readOnly={props.isReadOnly}
      spellCheck={lines}
      data-own-keys
      data-saves
      onChange={(event) =>
        draft.change(lines ? event.currentTarget.value : event.currentTarget.value.replaceAll('\n', ' '))
      }
      onBlur={() => void draft.save()}
      onKeyDown={keydown}
    />
  );
}
