import { Check, ChevronDown, ListEnd, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useI18n } from '../../../i18n/use-i18n.ts';
import { NOverN } from '../../../ui/figures.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { Mark } from '../../../ui/mark.tsx';
import type { CodeCount } from '../use-coding-data.ts';
import { Highlighted } from './highlighted.tsx';
import type { PaletteItem } from './items.ts';

export interface PaletteItemProps {
  readonly item: PaletteItem;
  readonly id: string;
  readonly isActive: boolean;
  /** Its code lies on this very passage already. */
  readonly isHere: boolean;
  readonly count: CodeCount | undefined;
  readonly total: number;
  /** Marked to be applied together with others. */
  readonly isMarked: boolean;
  /** Applied by Enter as things are now. */
  readonly isSelected: boolean;
  /** The digit that applies the code. */
  readonly digit: number | null;
  readonly newName: string;
  /** Where a new code would go: « dans H2 › Freins ». */
  readonly way: string;
  readonly onPoint: () => void;
  readonly onPress: (stay: boolean) => void;
  readonly onMark: () => void;
  /** Asks for another place for the new code. */
  readonly onPlace: () => void;
}

/** One line of the palette. */
export function PaletteItemView(props: PaletteItemProps): ReactNode {
  const { item, id, isActive } = props;
  return (
    <div
      id={id}
      className="palette-item"
      role="option"
      aria-selected={props.isSelected}
      data-active={isActive || undefined}
      data-marked={props.isMarked || undefined}
      onPointerMove={props.onPoint}
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        const isCode = item.kind === 'code' || item.kind === 'recent';
        if (isCode && (event.ctrlKey || event.metaKey)) props.onMark();
        else props.onPress(event.shiftKey);
      }}
    >
      {item.kind === 'code' || item.kind === 'recent' ? (
        <CodeLine {...props} item={item} />
      ) : (
        <MakeLine {...props} item={item} />
      )}
    </div>
  );
}

type CodeItem = Extract<PaletteItem, { kind: 'code' | 'recent' }>;

function CodeLine({
  item,
  isActive,
  isHere,
  isMarked,
  digit,
  count,
  total,
  onMark,
}: PaletteItemProps & { readonly item: CodeItem }): ReactNode {
  const { t } = useI18n();
  const { entry } = item;
  const match = item.kind === 'code' ? item.match : null;
  return (
    <>
      {/* For the pointer: the keyboard marks by its own key, and the option itself tells whether it is marked. */}
      <span
        className="palette-tick"
        aria-hidden
        title={t('coder.hintMark')}
        onClick={(event) => {
          event.stopPropagation();
          onMark();
        }}
      >
        <Mark colour={entry.code.colour} shape={entry.code.shape} />
        <span className="palette-box">{isMarked && <Check size={12} />}</span>
      </span>
      <span className="palette-name">
        <Highlighted text={entry.name} ranges={match?.nameRanges ?? []} />
        {match?.excerpt !== null && match?.excerpt !== undefined && (
          <span className="palette-excerpt">
            {' '}
            <Highlighted text={match.excerpt.text} ranges={match.excerpt.ranges} />
          </span>
        )}
        {isHere && <span className="palette-excerpt"> {t('coder.alreadyHere')}</span>}
      </span>
      {digit !== null && (
        <span title={t('codebook.quickHint', { digit })}>
          <Kbd keys={String(digit)} />
        </span>
      )}
      <span className="palette-hypothesis">{entry.hypotheses}</span>
      {item.kind === 'code' && (
        <NOverN className="palette-count" n={count?.participants ?? 0} total={total} />
      )}
      {item.kind === 'recent' ? (
        <Kbd keys={`Alt+${item.index + 1}`} />
      ) : (
        <span className="palette-key">{isActive && <Kbd keys="Enter" />}</span>
      )}
    </>
  );
}

type MakeItem = Extract<PaletteItem, { kind: 'create' | 'inVivo' }>;

function MakeLine({
  item,
  newName,
  way,
  onPlace,
}: PaletteItemProps & { readonly item: MakeItem }): ReactNode {
  const { t } = useI18n();
  const isNew = item.kind === 'create';
  const name = isNew ? newName : item.name;
  return (
    <>
      {isNew ? <Plus size={14} aria-hidden /> : <ListEnd size={14} aria-hidden />}
      <span className="palette-name">{t(isNew ? 'coder.newCode' : 'coder.inVivo', { name })}</span>
      <span
        className="palette-hypothesis palette-way"
        title={`${way} – ${t('coder.hintPlace')}`}
        onClick={(event) => {
          event.stopPropagation();
          onPlace();
        }}
      >
        {way}
        <ChevronDown size={12} aria-hidden />
      </span>
      <Kbd keys={isNew ? 'palette.create' : 'palette.inVivo'} />
    </>
  );
}
