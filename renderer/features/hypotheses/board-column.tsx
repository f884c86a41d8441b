import { Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { runCommand } from '../../app/use-command.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { NameInput } from '../coder/name-input.tsx';
import { ColumnHead } from './board-head.tsx';
import { GroupPart } from './board-group.tsx';
import { PlaceList } from './board-place.tsx';
import type { BoardColumn } from './board-model.ts';
import type { OpenCardMenu } from './card-menu.tsx';
import { useColumnDrop } from './use-column-drag.ts';
import type { BoardData } from './use-board.ts';

export interface ColumnProps {
  readonly data: BoardData;
  readonly column: BoardColumn;
  readonly onMenu: OpenCardMenu;
}

/** A hypothesis: what it says, its figures, its codes, and its groups with theirs. */
export function Column({ data, column, onMenu }: ColumnProps): ReactNode {
  const { t } = useI18n();
  const [naming, setNaming] = useState(false);
  const { hypothesis } = column.row;
  const { readOnly } = data.book;
  const { side, handlers } = useColumnDrop(column.row);
  const start = (): void => setNaming(true);
  return (
    <section
      className="board-column"
      aria-label={t('hypotheses.column', { label: hypothesis.label, title: hypothesis.title })}
      data-hypothesis={hypothesis.id}
      data-drop={side ?? undefined}
      {...handlers}
    >
      <ColumnHead data={data} row={column.row} onNewGroup={start} />
      <div className="board-body">
        <PlaceList
          data={data}
          place={column.own}
          label={t('hypotheses.codesOf', { label: hypothesis.label })}
          empty={t('hypotheses.dropHere')}
          onMenu={onMenu}
        />
        {column.groups.map((group) => (
          <GroupPart key={group.row.key} data={data} group={group} onMenu={onMenu} />
        ))}
        {naming && (
          <div className="board-new-group">
            <NameInput
              label={t('hypotheses.groupName')}
              value=""
              placeholder={t('hypotheses.newGroup')}
              onDone={(name) => {
                setNaming(false);
                if (name !== null)
                  void runCommand('hypotheses.createGroup', { hypothesisId: hypothesis.id, name });
              }}
            />
          </div>
        )}
        {!readOnly && !naming && (
          <Button size="small" variant="quiet" icon={Plus} className="board-add-group" onPress={start}>
            {t('hypotheses.newGroup')}
          </Button>
        )}
      </div>
    </section>
  );
}
