import { memo, type ReactNode } from 'react';
import type { TableDelimiter, TableDraft } from '../../../src/tables/contract.ts';
import { useCall } from '../../app/use-call.ts';
import type { MessageKey } from '../../i18n/areas.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Select } from '../../ui/select.tsx';
import type { TableSession } from './table-store.ts';

export interface ReadingFormProps {
  readonly session: TableSession;
  readonly tableKey: number;
  readonly draft: TableDraft;
  readonly rereading: boolean;
}

const DELIMITERS = {
  ';': 'tables.semicolon',
  ',': 'tables.comma',
  '\t': 'tables.tab',
  '|': 'tables.bar',
} as const satisfies Record<TableDelimiter, MessageKey>;

const DELIMITER_IDS = Object.keys(DELIMITERS) as readonly TableDelimiter[];

/** So many first rows can be said to hold the titles. */
const TITLE_ROWS = 20;

/** Which part of the file is the table, and how its bytes are read; another choice reads it again. */
export const ReadingForm = memo(function ReadingForm(props: ReadingFormProps): ReactNode {
  const { session, tableKey, draft, rereading } = props;
  const { t } = useI18n();
  const sheetRows = draft.sheets[draft.sheet]?.rows ?? 0;
  const titleRows = Math.max(draft.headerRow, Math.min(TITLE_ROWS, sheetRows));
  return (
    <div className="tables-form tables-reading">
      {draft.sheets.length > 1 && (
        <Select
          label={t('tables.sheet')}
          className="tables-wide"
          options={draft.sheets.map(({ name, rows, isHidden }, index) => ({
            id: String(index),
            label: t(isHidden ? 'tables.sheetHidden' : 'tables.sheetNamed', {
              name,
              rows: t('tables.rowCount', { count: rows }),
            }),
          }))}
          value={String(draft.sheet)}
          isDisabled={rereading}
          onChange={(index) => void session.reread(tableKey, { sheet: Number(index) })}
        />
      )}
      <Select
        label={t('tables.headerRow')}
        {...(draft.encoding === null ? { className: 'tables-wide' } : {})}
        options={Array.from({ length: titleRows + 1 }, (_none, row) => ({
          id: String(row),
          label: row === 0 ? t('tables.noTitles') : t('tables.lineNumber', { row }),
        }))}
        value={String(draft.headerRow)}
        isDisabled={rereading}
        onChange={(row) => void session.reread(tableKey, { headerRow: Number(row) })}
      />
      {draft.delimiter !== null && (
        <Select
          label={t('tables.delimiter')}
          options={DELIMITER_IDS.map((id) => ({ id, label: t(DELIMITERS[id]) }))}
          value={draft.delimiter}
          isDisabled={rereading}
          onChange={(delimiter) => void session.reread(tableKey, { delimiter })}
        />
      )}
      {draft.encoding !== null && (
        <EncodingSelect
          encoding={draft.encoding}
          isDisabled={rereading}
          onChange={(encoding) => void session.reread(tableKey, { encoding })}
        />
      )}
      {draft.warnings.map(({ code, message }) => (
        <p key={code} className="tables-warning tables-wide">
          {message}
        </p>
      ))}
    </div>
  );
});

interface EncodingSelectProps {
  readonly encoding: NonNullable<TableDraft['encoding']>;
  readonly isDisabled: boolean;
  readonly onChange: (name: string) => void;
}

function EncodingSelect({ encoding, isDisabled, onChange }: EncodingSelectProps): ReactNode {
  const { t } = useI18n();
  const known = useCall('import.encodings', {}).data ?? [];
  const options = known.some(({ name }) => name === encoding.name) ? known : [encoding, ...known];
  return (
    <Select
      label={t('import.encoding')}
      className="tables-wide"
      options={options.map(({ name, label }) => ({ id: name, label }))}
      value={encoding.name}
      isDisabled={isDisabled}
      onChange={onChange}
    />
  );
}
