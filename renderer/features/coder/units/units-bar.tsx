import { ChevronDown, ChevronUp, List, SlidersHorizontal, X } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { UNIT_KINDS } from '../../../../src/text/units.ts';
import { keysOf } from '../../../app/shortcut-list.ts';
import { useI18n } from '../../../i18n/use-i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/choices.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Popover } from '../../../ui/popover.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import type { ViewRef } from '../actions.ts';
import type { CodingData } from '../use-coding-data.ts';
import { beginHere, goToUncoded, goToUnit, stepUnit, toggleUnits } from './unit-actions.ts';
import { UnitsDialog } from './units-dialog.tsx';
import { useUnits } from './units-store.ts';
import { useDocumentUnits } from './use-document-units.ts';
import './units.css';

interface UnitsBarProps {
  readonly data: CodingData;
  readonly view: ViewRef;
}

/** Going through a transcript unit by unit: what a unit is, how many have no code, and the ways to the next. */
export function UnitsBar({ data, view }: UnitsBarProps): ReactNode {
  const { t, number } = useI18n();
  const { kind, participantsOnly, advances, isListOpen } = useUnits();
  const found = useDocumentUnits(data, view);
  const { units, uncoded, at } = found;
  useTakeFirst(units.length > 0, view);
  const hasOthers = data.content?.speakers.some(({ role }) => role !== 'participant') === true;
  return (
    <div className="units-bar" role="group" aria-label={t('units.title')}>
      <Segmented
        label={t('units.kind')}
        value={kind}
        options={UNIT_KINDS.map((id) => ({ id, label: t(`units.${id}`) }))}
        onChange={(next) => {
          if (next !== null) useUnits.setState({ kind: next });
        }}
      />
      <Popover
        trigger={<IconButton label={t('units.options')} icon={SlidersHorizontal} />}
        label={t('units.options')}
        placement="bottom start"
      >
        <div className="units-options">
          {hasOthers && (
            <Checkbox
              isSelected={participantsOnly}
              onChange={(next) => useUnits.setState({ participantsOnly: next })}
            >
              {t('units.participantsOnly')}
            </Checkbox>
          )}
          <Checkbox isSelected={advances} onChange={(next) => useUnits.setState({ advances: next })}>
            {t('units.advances')}
          </Checkbox>
        </div>
      </Popover>
      <p className="units-count">
        {at >= 0 && <span>{t('units.position', { at: number(at + 1), total: number(units.length) })}</span>}
        <span>
          {t('units.uncoded', { count: uncoded, shown: number(uncoded), total: number(units.length) })}
        </span>
      </p>
      <span className="units-ways">
        <IconButton
          label={t('units.previous')}
          icon={ChevronUp}
          shortcut={keysOf('units.previous')}
          isDisabled={units.length === 0}
          onPress={() => stepUnit(-1, view)}
        />
        <IconButton
          label={t('units.next')}
          icon={ChevronDown}
          shortcut={keysOf('units.next')}
          isDisabled={units.length === 0}
          onPress={() => stepUnit(1, view)}
        />
        <Button size="small" isDisabled={uncoded === 0} onPress={() => goToUncoded(1, view)}>
          {t('units.nextUncoded')}
        </Button>
        <IconButton
          label={t('units.list')}
          icon={List}
          isDisabled={units.length === 0}
          onPress={() => useUnits.setState({ isListOpen: true })}
        />
        <IconButton label={t('units.end')} icon={X} shortcut={keysOf('units.toggle')} onPress={toggleUnits} />
      </span>
      {isListOpen && (
        <UnitsDialog
          data={data}
          found={found}
          onGo={(index) => {
            goToUnit(index, view);
            requestAnimationFrame(() => view.current?.focus());
          }}
        />
      )}
    </div>
  );
}

/** It begins at the unit the caret stands in, or the first that is seen; a passage that is selected stays so. */
function useTakeFirst(isThere: boolean, view: ViewRef): void {
  useEffect(() => {
    if (isThere) beginHere(view);
  }, [isThere, view]);
}
