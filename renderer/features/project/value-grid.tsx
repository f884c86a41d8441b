import { ArrowDown, ArrowUp, Ellipsis, Trash2, UserRoundX } from 'lucide-react';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { undoAction } from '../../app/history.ts';
import { runCommand } from '../../app/use-command.ts';
import type { Variable } from '../../../src/participants/contract.ts';
import { i18nNow, useI18n } from '../../i18n/use-i18n.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { MenuButton, MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import { toast } from '../../ui/toasts.ts';
import { TYPE_LABELS } from './new-variable.tsx';
import { TextCell } from './text-cell.tsx';
import { ValueCell } from './value-cell.tsx';
import { askToWithdraw } from './withdraw-state.ts';

export interface GridRow {
  readonly id: number;
  readonly name: string;
  /** The documents of a participant. */
  readonly note: string;
  /** By variable id. */
  readonly values: Readonly<Record<string, string>>;
}

export interface ValueGridProps {
  readonly scope: 'participant' | 'document';
  readonly rows: readonly GridRow[];
  readonly variables: readonly Variable[];
}

export function ValueGrid({ scope, rows, variables }: ValueGridProps): ReactNode {
  const { t } = useI18n();
  const table = useRef<HTMLTableElement>(null);
  const ofParticipants = scope === 'participant';
  return (
    <div className="value-grid-scroll">
      <table ref={table} className="value-grid" onKeyDown={(event) => moveInColumn(event, table.current)}>
        <thead>
          <tr>
            <th scope="col">
              {t(ofParticipants ? 'settings.participantColumn' : 'settings.documentColumn')}
            </th>
            {ofParticipants && <th scope="col">{t('settings.documentsColumn')}</th>}
            {variables.map((variable) => (
              <VariableHead key={variable.id} variable={variable} />
            ))}
            {ofParticipants && <td />}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.id}>
              <th scope="row">
                <TextCell
                  label={t(ofParticipants ? 'settings.participantColumn' : 'settings.documentColumn')}
                  value={row.name}
                  required
                  onSave={(name) => rename(scope, row.id, name)}
                />
              </th>
              {ofParticipants && (
                <td className="value-grid-note" title={row.note}>
                  {row.note}
                </td>
              )}
              {variables.map((variable) => (
                <td key={variable.id}>
                  <ValueCell variable={variable} row={row} />
                </td>
              ))}
              {ofParticipants && (
                <td>
                  <RowMenu row={row} index={index} count={rows.length} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="participants-hint">{t('settings.gridHint')}</p>
    </div>
  );
}

function VariableHead({ variable }: { readonly variable: Variable }): ReactNode {
  const { t } = useI18n();
  const { id, name } = variable;
  const remove = async (): Promise<void> => {
    if (!(await runCommand('variables.remove', { variableId: id })).ok) return;
    toast({ text: i18nNow().t('settings.variableRemoved', { name }), action: undoAction() });
  };
  return (
    <th scope="col">
      <span className="value-grid-head">
        <TextCell
          label={t('settings.variableName')}
          value={name}
          required
          onSave={async (text) => (await runCommand('variables.rename', { variableId: id, name: text })).ok}
        />
        <MenuButton
          label={t('common.moreNamed', { name })}
          placement="bottom end"
          trigger={<IconButton icon={Ellipsis} size="small" label={t('common.moreNamed', { name })} />}
        >
          <MenuItem label={t(TYPE_LABELS[variable.type])} isDisabled />
          <MenuSeparator />
          <MenuItem
            icon={Trash2}
            tone="danger"
            label={t('settings.removeVariable')}
            onAction={() => void remove()}
          />
        </MenuButton>
      </span>
    </th>
  );
}

interface RowMenuProps {
  readonly row: GridRow;
  readonly index: number;
  readonly count: number;
}

function RowMenu({ row: { id, name }, index, count }: RowMenuProps): ReactNode {
  const { t } = useI18n();
  const move = (position: number): void =>
    void runCommand('participants.move', { participantId: id, position });
  const remove = async (): Promise<void> => {
    if (!(await runCommand('participants.remove', { participantId: id })).ok) return;
    toast({ text: i18nNow().t('settings.participantRemoved', { name }), action: undoAction() });
  };
  return (
    <MenuButton
      label={t('common.moreNamed', { name })}
      placement="bottom end"
      trigger={<IconButton icon={Ellipsis} size="small" label={t('common.moreNamed', { name })} />}
    >
      <MenuItem
        icon={ArrowUp}
        label={t('settings.moveUp')}
        isDisabled={index === 0}
        onAction={() => move(index - 1)}
      />
      <MenuItem
        icon={ArrowDown}
        label={t('settings.moveDown')}
        isDisabled={index === count - 1}
        onAction={() => move(index + 1)}
      />
      <MenuSeparator />
      <MenuItem
        icon={Trash2}
        tone="danger"
        label={t('settings.removeParticipant')}
        onAction={() => void remove()}
      />
      <MenuItem
        icon={UserRoundX}
        tone="danger"
        label={t('settings.withdraw')}
        onAction={() => askToWithdraw({ id, name })}
      />
    </MenuButton>
  );
}

async function rename(scope: 'participant' | 'document', id: number, name: string): Promise<boolean> {
  const done =
    scope === 'participant'
      ? await runCommand('participants.rename', { participantId: id, name })
      : await runCommand('documents.rename', { documentId: id, name });
  return done.ok;
}

/** Up, down and Enter go to the cell above or below in the same column. */
function moveInColumn(event: KeyboardEvent, table: HTMLTableElement | null): void {
  const step = { ArrowDown: 1, Enter: 1, ArrowUp: -1 }[event.key];
  const cell = event.target instanceof HTMLElement ? event.target.closest('td,th') : null;
  const row = cell?.closest('tr');
  if (step === undefined || table === null || !(row instanceof HTMLTableRowElement)) return;
  if (event.target instanceof HTMLButtonElement) return;
  if (event.target instanceof HTMLSelectElement && event.key !== 'Enter') return;
  const column = [...row.children].findIndex((child) => child === cell);
  const next = table.rows[row.rowIndex + step]?.children[column]?.querySelector<HTMLElement>('input,select');
  event.preventDefault();
  if (next === null || next === undefined) (event.target as HTMLElement).blur();
  else next.focus();
}
