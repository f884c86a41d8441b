import { useMemo, type ReactNode } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { Code } from '../../../src/codebook/contract.ts';
import { fold } from '../../../src/text/fold.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Mark } from '../../ui/mark.tsx';

export interface CodePickerProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly codes: readonly Code[];
  readonly value: number | null;
  readonly onChange: (codeId: number | null) => void;
  readonly autoFocus?: boolean;
}

/** One code of the codebook, found by typing a part of its name or path. */
export function CodePicker(props: CodePickerProps): ReactNode {
  const { label, hideLabel = false, codes, value, onChange, autoFocus = false } = props;
  const { t } = useI18n();
  const items = useMemo(() => codes.map((code) => ({ id: String(code.id), code })), [codes]);
  return (
    <ComboBox
      className="field codebook-picker"
      defaultItems={items}
      defaultFilter={(text, query) => fold(text).folded.includes(fold(query.trim()).folded)}
      selectedKey={value === null ? null : String(value)}
      onSelectionChange={(key) => onChange(typeof key === 'string' ? Number(key) : null)}
      menuTrigger="focus"
      autoFocus={autoFocus}
      {...(hideLabel ? { 'aria-label': label } : {})}
    >
      {!hideLabel && <Label className="field-label">{label}</Label>}
      <Input className="field-input" placeholder={t('codebook.pick')} />
      <Popover className="menu-popover" offset={4}>
        <ListBox className="menu">
          {({ id, code }: { readonly id: string; readonly code: Code }) => (
            <ListBoxItem key={id} id={id} textValue={code.path} className="menu-item">
              <Mark colour={code.colour} shape={code.shape} />
              <span className="menu-item-label">{code.path}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
