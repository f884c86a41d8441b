import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { AnchorItem } from '../../../src/imports/contract.ts';
import type { TextRange } from '../../../src/text/range.ts';
import { undoToast } from '../../app/history.ts';
import { useCall } from '../../app/use-call.ts';
import { useCommand } from '../../app/use-command.ts';
import { i18nNow, useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import {
  FATES,
  keyOf,
  openItems,
  placeOf,
  toPlacements,
  type Decisions,
  type Fate,
} from './replacement-model.ts';
import { TextPane } from './text-pane.tsx';
import './replacement-dialog.css';

interface ReplacementDialogProps {
  readonly draftId: string;
  readonly fileName: string;
  readonly document: { readonly documentId: number; readonly name: string };
  readonly onClose: () => void;
  /** The text was replaced. */
  readonly onDone: () => void;
}

/** How a list of passages begins: with what needs the person most. */
function firstFate(counts: Readonly<Record<Fate, number>>): Fate {
  return FATES.find((fate) => counts[fate] > 0) ?? 'kept';
}

/** What becomes of everything coded when a file takes the place of a document's text, each passage to accept or to place. */
export function ReplacementDialog(props: ReplacementDialogProps): ReactNode {
  const { draftId, fileName, document, onClose, onDone } = props;
  const { t } = useI18n();
  const proposal = useCall('import.proposeReplacement', { draftId, documentId: document.documentId }).data;
  const [chosenFate, setFate] = useState<Fate | null>(null);
  const [chosenKey, setKey] = useState<string | null>(null);
  const [decisions, setDecisions] = useState<Decisions>(new Map());
  const replace = useCommand('import.replace');
  const items = proposal?.items ?? [];
  const fate = chosenFate ?? (proposal === undefined ? 'kept' : firstFate(proposal.counts));
  const shown = items.filter((item) => item.fate === fate);
  const current = shown.find((item) => keyOf(item) === chosenKey) ?? shown[0] ?? null;
  const open = openItems(items, decisions).length;
  const decide = (item: AnchorItem, place: TextRange | null | undefined): void => {
    const next = new Map(decisions);
    if (place === undefined) next.delete(keyOf(item));
    else next.set(keyOf(item), place);
    setDecisions(next);
  };
  const apply = async (): Promise<void> => {
    if (proposal === undefined) return;
    const { textVersionId } = proposal;
    const placements = toPlacements(items, decisions);
    const done = await replace.run({ draftId, documentId: document.documentId, textVersionId, placements });
    if (!done.ok) return;
    undoToast(i18nNow().t('import.replaceDone', { name: document.name }));
    onDone();
  };
  return (
    <Dialog
      title={t('import.replaceTitle', { name: document.name })}
      isOpen
      onClose={onClose}
      size="huge"
      flush
      holds={decisions.size > 0}
      hasWork={decisions.size > 0}
      footerStart={
        <span aria-live="polite">{open > 0 ? t('import.replaceOpen', { count: open }) : fileName}</span>
      }
      footer={
        <>
          <Button size="large" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            size="large"
            variant="primary"
            isDisabled={proposal === undefined || open > 0 || replace.pending}
            onPress={() => void apply()}
          >
            {t('import.replaceConfirm')}
          </Button>
        </>
      }
    >
      <div className="replacement">
        <div className="replacement-side">
          <Segmented
            label={t('import.replaceFates')}
            value={fate}
            fill
            options={FATES.map((each) => ({
              id: each,
              label: `${t(`import.fate_${each}`)} ${proposal?.counts[each] ?? 0}`,
            }))}
            onChange={(value) => value !== null && setFate(value)}
          />
          {open > 1 && fate === 'lost' && (
            <Button
              size="small"
              variant="quiet"
              onPress={() => setDecisions(new Map([...decisions, ...dropAll(openItems(items, decisions))]))}
            >
              {t('import.replaceDropAll', { count: open })}
            </Button>
          )}
          <ul className="replacement-list">
            {shown.slice(0, 500).map((item) => (
              <ItemRow
                key={keyOf(item)}
                item={item}
                place={placeOf(item, decisions)}
                isDecided={decisions.has(keyOf(item))}
                isSelected={item === current}
                onSelect={() => setKey(keyOf(item))}
                onDrop={() => decide(item, null)}
                onUndecide={() => decide(item, undefined)}
              />
            ))}
            {proposal !== undefined && shown.length === 0 && (
              <li className="replacement-none">
                {t(items.length === 0 ? 'import.replaceNothingCoded' : 'import.replaceNothing')}
              </li>
            )}
          </ul>
        </div>
        <div className="replacement-text">
          <TextPane
            text={proposal?.text ?? ''}
            range={current === null ? null : placeOf(current, decisions)}
            place={current === null ? null : (range) => decide(current, range)}
          />
        </div>
      </div>
    </Dialog>
  );
}

function dropAll(items: readonly AnchorItem[]): [string, null][] {
  return items.map((item) => [keyOf(item), null]);
}

interface ItemRowProps {
  readonly item: AnchorItem;
  readonly place: TextRange | null;
  readonly isDecided: boolean;
  readonly isSelected: boolean;
  readonly onSelect: () => void;
  readonly onDrop: () => void;
  readonly onUndecide: () => void;
}

function ItemRow({
  item,
  place,
  isDecided,
  isSelected,
  onSelect,
  onDrop,
  onUndecide,
}: ItemRowProps): ReactNode {
  const { t, quote } = useI18n();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isSelected) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);
  return (
    <li ref={row} className="replacement-item" data-selected={isSelected || undefined}>
      <button type="button" aria-pressed={isSelected} onClick={onSelect}>
        <strong>{item.name}</strong>
        <span>{quote(item.quotation)}</span>
        {item.found !== null && item.fate !== 'kept' && !isDecided && (
          <span className="replacement-found">→ {quote(item.found)}</span>
        )}
        {isDecided && <em>{place === null ? t('import.replaceDropped') : t('import.replacePlaced')}</em>}
      </button>
      {isDecided ? (
        <Button size="small" variant="quiet" onPress={onUndecide}>
          {t('common.undo')}
        </Button>
      ) : (
        <Button size="small" variant="quiet" onPress={onDrop}>
          {t('import.replaceDrop')}
        </Button>
      )}
    </li>
  );
}
