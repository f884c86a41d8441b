import { useEffect, useRef, type ReactNode } from 'react';
import type { QuickCodes } from '../../../../src/settings/quick-codes.ts';
import { useI18n } from '../../../i18n/use-i18n.ts';
import { digitOfCode } from '../quick-codes.ts';
import type { PaletteTarget } from '../state.ts';
import type { CodingData } from '../use-coding-data.ts';
import { codeIn, type PaletteItem, type PaletteSections } from './items.ts';
import { PaletteItemView } from './palette-item.tsx';

interface PaletteListProps {
  readonly id: string;
  readonly sections: PaletteSections;
  readonly query: string;
  readonly activeKey: string | null;
  readonly data: CodingData;
  readonly target: PaletteTarget;
  /** The codes that were marked to be applied together. */
  readonly marked: readonly number[];
  readonly quick: QuickCodes;
  /** What a new code would be called, and the ways to where it would be made. */
  readonly newName: string;
  readonly newWay: string;
  readonly inVivoWay: string;
  readonly onPoint: (item: PaletteItem) => void;
  readonly onPress: (item: PaletteItem, stay: boolean) => void;
  readonly onMark: (codeId: number) => void;
  readonly onPlace: () => void;
}

/** The sections of the palette with their lines. */
export function PaletteList(props: PaletteListProps): ReactNode {
  const { id, sections, query, activeKey, data, target, marked } = props;
  const { t } = useI18n();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  }, [activeKey]);
  const here = new Set(
    data.codings
      .filter((coding) => coding.start === target.range.start && coding.end === target.range.end)
      .map((coding) => coding.codeId),
  );
  const lines = (items: readonly PaletteItem[]): ReactNode =>
    items.map((item) => {
      const codeId = codeIn(item);
      return (
        <PaletteItemView
          key={item.key}
          item={item}
          id={`${id}-${item.key}`}
          isActive={item.key === activeKey}
          isHere={codeId !== null && here.has(codeId)}
          count={codeId === null ? undefined : data.counts.get(codeId)}
          total={data.participants}
          isMarked={codeId !== null && marked.includes(codeId)}
          isSelected={
            marked.length === 0 ? item.key === activeKey : codeId !== null && marked.includes(codeId)
          }
          digit={codeId === null ? null : digitOfCode(props.quick, codeId)}
          newName={props.newName}
          way={item.kind === 'inVivo' ? props.inVivoWay : props.newWay}
          onPoint={() => props.onPoint(item)}
          onPress={(stay) => props.onPress(item, stay)}
          onMark={() => {
            if (codeId !== null) props.onMark(codeId);
          }}
          onPlace={props.onPlace}
        />
      );
    });
  const typed = query.trim() !== '';
  const section = (key: string, title: string, items: readonly PaletteItem[], quiet = false): ReactNode =>
    items.length === 0 ? null : (
      <div key={key} role="group" aria-label={title} className="palette-section">
        {!quiet && (
          <div className="palette-heading" aria-hidden>
            {title}
          </div>
        )}
        {lines(items)}
      </div>
    );
  const create = section('create', t('coder.create'), sections.create);
  const recents = section('recents', t('coder.recent'), sections.recents);
  return (
    <div
      ref={list}
      className="palette-list"
      id={`${id}-list`}
      role="listbox"
      aria-multiselectable
      aria-label={t('coder.paletteInput')}
    >
      {typed ? (
        <>
          {section('matches', t('coder.matches'), sections.codes, true)}
          {sections.codes.length === 0 && <p className="palette-none">{t('coder.noMatch')}</p>}
          {create}
          {recents}
        </>
      ) : (
        <>
          {recents}
          {create}
          {section('all', t('coder.allCodes'), sections.codes)}
        </>
      )}
    </div>
  );
}
