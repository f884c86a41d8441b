import { memo, type ReactNode } from 'react';
import type { TableColumn } from '../../../src/tables/contract.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Checkbox } from '../../ui/choices.tsx';
import { Field } from '../../ui/field.tsx';
import { Radios } from '../../ui/radios.tsx';
import { Select } from '../../ui/select.tsx';
import type { DraftState, TableChoices } from './table-model.ts';
import type { TableSession } from './table-store.ts';

export interface PurposeFormProps {
  readonly session: TableSession;
  readonly tableKey: number;
  readonly state: DraftState;
}

const NUMBERED = 'numbered';

/** What the table is for, whom its rows are about, and what happens to those who are there already. */
export function PurposeForm({ session, tableKey, state: { draft, choices } }: PurposeFormProps): ReactNode {
  const { t } = useI18n();
  const { purpose, keyColumn } = choices;
  const choose = (change: Partial<TableChoices>): void => session.choose(tableKey, change);
  const isSurvey = purpose === 'survey';
  return (
    <div className="tables-form">
      <Radios
        label={t('tables.purpose')}
        options={[
          {
            id: 'participants',
            label: t('tables.purposeParticipants'),
            hint: t('tables.purposeParticipantsHint'),
          },
          { id: 'survey', label: t('tables.purposeSurvey'), hint: t('tables.purposeSurveyHint') },
        ]}
        value={purpose}
        onChange={(chosen) => choose({ purpose: chosen })}
      />
      <KeySelect
        session={session}
        tableKey={tableKey}
        columns={draft.columns}
        isSurvey={isSurvey}
        keyColumn={keyColumn}
      />
      {isSurvey && keyColumn === null && (
        <Field
          label={t('tables.template')}
          description={t('tables.templateHint')}
          value={choices.template}
          maxLength={180}
          onChange={(template) => choose({ template })}
        />
      )}
      {!isSurvey && (
        <div className="tables-options">
          <Checkbox
            isSelected={choices.updateExisting}
            onChange={(updateExisting) => choose({ updateExisting })}
          >
            {t('tables.updateExisting')}
          </Checkbox>
          <Checkbox
            isSelected={choices.createMissing}
            onChange={(createMissing) => choose({ createMissing })}
          >
            {t('tables.createMissing')}
          </Checkbox>
          <Checkbox isSelected={choices.clearEmpty} onChange={(clearEmpty) => choose({ clearEmpty })}>
            {t('tables.clearEmpty')}
          </Checkbox>
        </div>
      )}
    </div>
  );
}

interface KeySelectProps {
  readonly session: TableSession;
  readonly tableKey: number;
  readonly columns: readonly TableColumn[];
  readonly isSurvey: boolean;
  readonly keyColumn: number | null;
}

/** Drawn again only when the key changes, not with each letter of a name: a table may have hundreds of columns. */
const KeySelect = memo(function KeySelect(props: KeySelectProps): ReactNode {
  const { session, tableKey, columns, isSurvey, keyColumn } = props;
  const { t } = useI18n();
  return (
    <Select
      label={t(isSurvey ? 'tables.keyRespondent' : 'tables.keyParticipant')}
      options={[
        ...columns.map(({ column, title }) => ({ id: String(column), label: title })),
        ...(isSurvey ? [{ id: NUMBERED, label: t('tables.numbered') }] : []),
      ]}
      value={keyColumn === null ? (isSurvey ? NUMBERED : null) : String(keyColumn)}
      placeholder={t('tables.chooseColumn')}
      onChange={(id) => session.choose(tableKey, { keyColumn: id === NUMBERED ? null : Number(id) })}
    />
  );
});
