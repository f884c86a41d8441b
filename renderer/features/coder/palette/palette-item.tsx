import { ListEnd, Plus } from 'lucide-react';
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
  /** Where a new code would go: `H2`. */
  readonly place: string | null;
  readonly onPoint: () => void;
  readonly onPress: (stay: boolean) => void;
}

/** One line of the palette. */
export function PaletteItemView(props: PaletteItemProps): ReactNode {
  const { item, id, isActive } = props;
  return (
    <div
      id={id}
      className="palette-item"
      role="option"
      aria-selected={isActive}
      onPointerMove={props.onPoint}
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => props.onPress(event.shiftKey)}
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
  count,
  total,
}: PaletteItemProps & { readonly item: CodeItem }): ReactNode {
  const { t } = useI18n();
  const { entry } = item;
  const match = item.kind === 'code' ? item.match : null;
  return (
    <>
      <Mark colour={entry.code.colour} shape={entry.code.shape} />
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

function MakeLine({ item, place }: PaletteItemProps & { readonly item: MakeItem }): ReactNode {
  const { t } = useI18n();
  const isNew = item.kind === 'create';
  return (
    <>
      {isNew ? <Plus size={14} aria-hidden /> : <ListEnd size={14} aria-hidden />}
      <span className="palette-name">{t(isNew ? 'coder.newCode' : 'coder.inVivo', { name: item.name })}</span>
      {isNew && place !== null && <span className="palette-hypothesis">{t('coder.within', { place })}</span>}
      <Kbd keys={isNew ? 'Mod+Enter' : 'Mod+I'} />
    </>
  );
}
