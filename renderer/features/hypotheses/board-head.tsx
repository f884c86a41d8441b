import { ArrowLeft, ArrowRight, Ellipsis, GripVertical, Plus, Quote, Trash2 } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useNavigation } from '../../app/navigation.ts';
import { runCommand } from '../../app/use-command.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { MenuButton, MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import type { HypothesisRow } from '../codebook/tree-rows.ts';
import { HypothesisFigures } from './board-figures.tsx';
import { InPlaceField } from './in-place-field.tsx';
import { askToRemove } from './remove-hypothesis.ts';
import { moveColumn, useColumnDrag } from './use-column-drag.ts';
import type { BoardData } from './use-board.ts';

const MAX_LABEL = 20;
const MAX_TITLE = 200;
const MAX_STATEMENT = 200_000;

interface HeadProps {
  readonly data: BoardData;
  readonly row: HypothesisRow;
  readonly onNewGroup: () => void;
}

/** Label, title and statement of a hypothesis, each written where it stands; its menu and its figures. */
export function ColumnHead({ data, row, onNewGroup }: HeadProps): ReactNode {
  const { t } = useI18n();
  const { hypothesis } = row;
  const { readOnly } = data.book;
  const drag = useColumnDrag(row);
  const save = (change: { label?: string; title?: string; statement?: string }): Promise<unknown> =>
    runCommand('hypotheses.update', { hypothesisId: hypothesis.id, ...change });
  const keydown = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
    event.preventDefault();
    event.stopPropagation();
    void moveColumn(row, event.key === 'ArrowLeft' ? -1 : 1);
  };
  return (
    <header className="board-head">
      <VisuallyHidden elementType="h2">{`${hypothesis.label} ${hypothesis.title}`}</VisuallyHidden>
      <div className="board-head-line">
        <InPlaceField
          className="board-label"
          label={t('hypotheses.labelOf', { label: hypothesis.label })}
          value={hypothesis.label}
          maxLength={MAX_LABEL}
          required
          isReadOnly={readOnly}
          onSave={(label) => save({ label })}
        />
        {!readOnly && (
          <button
            type="button"
            className="board-grip board-column-grip"
            aria-label={t('hypotheses.dragColumn', { label: hypothesis.label })}
            title={t('hypotheses.dragColumn', { label: hypothesis.label })}
            onKeyDown={keydown}
            {...drag}
          >
            <GripVertical size={14} aria-hidden />
          </button>
        )}
        <ColumnMenu data={data} row={row} onNewGroup={onNewGroup} />
      </div>
      <InPlaceField
        className="board-title"
        label={t('hypotheses.titleOf', { label: hypothesis.label })}
        value={hypothesis.title}
        maxLength={MAX_TITLE}
        required
        isReadOnly={readOnly}
        onSave={(title) => save({ title })}
      />
      <InPlaceField
        className="board-statement"
        label={t('hypotheses.readStatement', { label: hypothesis.label })}
        value={hypothesis.statement}
        placeholder={t('hypotheses.writeStatement')}
        maxLength={MAX_STATEMENT}
        lines
        isReadOnly={readOnly}
        onSave={(statement) => save({ statement })}
      />
      <HypothesisFigures figures={data.figures(row)} total={data.participants.length} />
    </header>
  );
}

function ColumnMenu({ data, row, onNewGroup }: HeadProps): ReactNode {
  const { t } = useI18n();
  const openQuotations = useNavigation((state) => state.openQuotations);
  const { hypothesis, position } = row;
  const { readOnly, hypotheses } = data.book;
  const label = t('codebook.actions', { name: hypothesis.label });
  return (
    <MenuButton
      trigger={<IconButton label={label} icon={Ellipsis} size="small" />}
      label={label}
      placement="bottom end"
    >
      <MenuItem
        label={t('codebook.quotations')}
        icon={Quote}
        onAction={() => openQuotations({ hypothesisId: hypothesis.id })}
      />
      <MenuSeparator />
      <MenuItem label={t('hypotheses.newGroup')} icon={Plus} isDisabled={readOnly} onAction={onNewGroup} />
      <MenuItem
        label={t('hypotheses.toLeft')}
        icon={ArrowLeft}
        shortcut="Alt+ArrowLeft"
        isDisabled={readOnly || position === 0}
        onAction={() => void moveColumn(row, -1)}
      />
      <MenuItem
        label={t('hypotheses.toRight')}
        icon={ArrowRight}
        shortcut="Alt+ArrowRight"
        isDisabled={readOnly || position >= hypotheses.length - 1}
        onAction={() => void moveColumn(row, 1)}
      />
      <MenuSeparator />
      <MenuItem
        label={t('hypotheses.removeAsk')}
        icon={Trash2}
        tone="danger"
        isDisabled={readOnly}
        onAction={() => askToRemove(hypothesis)}
      />
    </MenuButton>
  );
}
