import { useId, type ReactNode } from 'react';
import { runCommand } from '../../app/use-command.ts';
import type { Variable } from '../../../src/participants/contract.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { TextCell } from './text-cell.tsx';
import type { GridRow } from './value-grid.tsx';
import { keptValue, shownValue } from './value-text.ts';

export interface ValueCellProps {
  readonly variable: Variable;
  readonly row: GridRow;
}

/** The value of a variable, in the form of its type. */
export function ValueCell({ variable, row }: ValueCellProps): ReactNode {
  const { t, locale } = useI18n();
  const listId = useId();
  const value = row.values[String(variable.id)] ?? '';
  const label = t('settings.cell', { variable: variable.name, participant: row.name });
  const save = async (text: string): Promise<boolean> =>
    (
      await runCommand('variables.setValue', {
        variableId: variable.id,
        targetId: row.id,
        value: text === '' ? null : text,
      })
    ).ok;
  switch (variable.type) {
    case 'boolean':
      return (
        <select
          className="text-cell"
          aria-label={label}
          value={value}
          onChange={(event) => void save(event.currentTarget.value)}
        >
          <option value="" />
          <option value="true">{t('settings.yes')}</option>
          <option value="false">{t('settings.no')}</option>
        </select>
      );
    case 'date':
    case 'integer':
    case 'float':
    case 'text':
      return (
        <TextCell
          label={label}
          value={shownValue(value, variable.type, locale)}
          numeric={variable.type === 'integer' || variable.type === 'float'}
          {...(variable.type === 'date' ? { placeholder: t('settings.datePlaceholder') } : {})}
          onSave={(text) => save(keptValue(text, variable.type))}
        />
      );
    case 'category':
      return (
        <>
          <TextCell label={label} value={value} list={listId} onSave={save} />
          <datalist id={listId}>
            {variable.values.map((known) => (
              <option key={known} value={known} />
            ))}
          </datalist>
        </>
      );
  }
}
