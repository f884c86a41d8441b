import { Search, X } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import {
  Button as AriaButton,
  FieldError,
  Input,
  Label,
  SearchField as AriaSearchField,
  Text,
  TextArea,
  TextField as AriaTextField,
} from 'react-aria-components';
import { useI18n } from '../i18n/use-i18n.ts';
import { Kbd } from './kbd.tsx';
import './field.css';

export interface FieldProps {
  readonly label: string;
  /** Only assistive technology gets the label. */
  readonly hideLabel?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly onSubmit?: () => void;
  readonly placeholder?: string;
  readonly description?: string;
  readonly error?: string | null;
  /** Several lines, growing with the text from this many rows. */
  readonly rows?: number;
  readonly type?: 'text' | 'number' | 'date';
  readonly autoFocus?: boolean;
  readonly isDisabled?: boolean;
  readonly isReadOnly?: boolean;
  readonly maxLength?: number;
  readonly className?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
  /** What is typed is written when the field is left: closing the window loses nothing of it. */
  readonly saves?: boolean;
}

/** A text field with its label, a hint and its error. */
export function Field(props: FieldProps): ReactNode {
  const { label, hideLabel = false, description, error = null, rows, className = '' } = props;
  return (
    <AriaTextField
      className={`field ${className}`}
      value={props.value}
      onChange={props.onChange}
      isInvalid={error !== null}
      isDisabled={props.isDisabled ?? false}
      isReadOnly={props.isReadOnly ?? false}
      {...(props.onBlur === undefined ? {} : { onBlur: props.onBlur })}
      {...(props.saves === true ? { 'data-saves': true } : {})}
      {...(props.maxLength === undefined ? {} : { maxLength: props.maxLength })}
      {...(props.autoFocus === true ? { autoFocus: true } : {})}
      {...(hideLabel ? { 'aria-label': label } : {})}
    >
      {!hideLabel && <Label className="field-label">{label}</Label>}
      {rows === undefined ? (
        <OneLine {...props} />
      ) : (
        <TextArea className="field-input field-area" rows={rows} placeholder={props.placeholder ?? ''} />
      )}
      {description !== undefined && error === null && (
        <Text slot="description" className="field-hint">
          {description}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  );
}

function OneLine({ onSubmit, placeholder = '', type = 'text', inputRef }: FieldProps): ReactNode {
  return (
    <Input
      className="field-input"
      type={type}
      placeholder={placeholder}
      {...(inputRef === undefined ? {} : { ref: inputRef })}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || onSubmit === undefined || event.nativeEvent.isComposing) return;
        event.preventDefault();
        onSubmit();
      }}
    />
  );
}

export interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  /** Shown at the end while the field is empty. */
  readonly shortcut?: string;
  readonly autoFocus?: boolean;
  readonly className?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A field that searches as one types; Escape empties it. */
export function SearchField(props: SearchFieldProps): ReactNode {
  const { t } = useI18n();
  const { label, value, onChange, placeholder = label, shortcut, className = '' } = props;
  return (
    <AriaSearchField
      className={`field search-field ${className}`}
      aria-label={label}
      value={value}
      onChange={onChange}
      {...(props.autoFocus === true ? { autoFocus: true } : {})}
    >
      <Search size={15} aria-hidden />
      <Input
        className="search-field-input"
        placeholder={placeholder}
        {...(props.inputRef === undefined ? {} : { ref: props.inputRef })}
      />
      {value === '' && shortcut !== undefined && <Kbd keys={shortcut} />}
      {value !== '' && (
        <AriaButton className="search-field-clear" aria-label={t('common.clear')}>
          <X size={14} aria-hidden />
        </AriaButton>
      )}
    </AriaSearchField>
  );
}
