import { Tag } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useI18n } from '../../../i18n/use-i18n.ts';
import { shownText } from '../../../transcript/model.ts';
import { Kbd } from '../../../ui/kbd.tsx';
import { placesOfCodes } from '../../hypotheses/code-places.ts';
import { placeName } from '../../hypotheses/place-name.ts';
import type { ViewRef } from '../actions.ts';
import { recentCodes, useRecents } from '../recents.ts';
import { useCoder, type CodePlace, type PaletteTarget } from '../state.ts';
import { stanceName } from '../transcript-words.ts';
import type { CodingData } from '../use-coding-data.ts';
import { inVivoName } from './in-vivo.ts';
import { inListOrder, paletteSections, type PaletteCode, type PaletteItem } from './items.ts';
import { prepare } from './match.ts';
import { PaletteList } from './palette-list.tsx';
import { nextStance, paletteActions } from './use-palette-actions.ts';
import { TALLEST, usePalettePlace } from './use-palette-place.ts';
import './palette.css';

interface PaletteProps {
  readonly data: CodingData;
  readonly view: ViewRef;
}

/** Type to find a code, Enter applies it to the passage it was opened for. */
export function Palette({ data, view }: PaletteProps): ReactNode {
  const target = useCoder((state) => state.palette);
  if (target === null || target.documentId !== data.documentId) return null;
  return (
    <OpenPalette key={`${target.range.start}-${target.range.end}`} target={target} data={data} view={view} />
  );
}

function OpenPalette({ target, data, view }: PaletteProps & { readonly target: PaletteTarget }): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const stance = useCoder((state) => state.stance);
  const newPlace = useCoder((state) => state.place);
  const { sections, items } = usePaletteItems(target, data, query);
  const actions = useMemo(() => paletteActions(target, data, view), [target, data, view]);
  const place = usePalettePlace(target.range, view, panel, items.length);
  const at = Math.min(active, items.length - 1);
  const current = items[at];

  useEffect(() => {
    const outside = (event: PointerEvent): void => {
      if (event.target instanceof Node && panel.current?.contains(event.target) === false)
        useCoder.setState({ palette: null });
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, []);

  const press = (item: PaletteItem | undefined, stay: boolean): void => {
    if (item === undefined) return;
    if (item.kind === 'code' || item.kind === 'recent') actions.apply(item.entry.id, stay);
    else actions.create(item.name);
  };
  const inVivo = items.find((item) => item.kind === 'inVivo');
  const keydown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const chord = event.ctrlKey || event.metaKey;
    const digit = /^(?:Digit|Numpad)([1-9])$/u.exec(event.code)?.[1];
    if (event.key === 'ArrowDown') setActive((at + 1) % Math.max(1, items.length));
    else if (event.key === 'ArrowUp') setActive((at - 1 + items.length) % Math.max(1, items.length));
    else if (event.key === 'Enter' && chord) {
      if (query.trim() !== '') actions.create(query.trim());
    } else if (event.key === 'Enter') press(current, event.shiftKey);
    else if (event.key === 'Escape') actions.close();
    else if (event.key === 'Tab') useCoder.setState({ stance: nextStance(stance, event.shiftKey ? -1 : 1) });
    else if (chord && event.key.toLowerCase() === 'i') press(inVivo, false);
    else if (event.altKey && digit !== undefined) {
      press(
        items.find((item) => item.kind === 'recent' && item.index === Number(digit) - 1),
        event.shiftKey,
      );
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={panel}
      className={`palette ${place.above ? 'palette-above' : ''}`}
      style={{ left: place.left, top: place.top, maxHeight: Math.min(TALLEST, place.maxHeight) }}
      data-own-keys
    >
      <div className="palette-head">
        <Tag size={16} aria-hidden />
        <input
          className="palette-input"
          role="combobox"
          aria-label={t('coder.paletteInput')}
          aria-expanded
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          {...(current === undefined ? {} : { 'aria-activedescendant': `${id}-${current.key}` })}
          value={query}
          autoFocus
          spellCheck={false}
          maxLength={200}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
          }}
          onKeyDown={keydown}
        />
        <span className="palette-hint">{t('coder.palette')}</span>
        <Kbd keys="Escape" />
      </div>
      <PaletteList
        id={id}
        sections={sections}
        query={query}
        activeKey={current?.key ?? null}
        data={data}
        target={target}
        place={newCodePlace(newPlace, data, t)}
        onPoint={(item) => setActive(items.indexOf(item))}
        onPress={press}
      />
      <div className="palette-foot">
        <Kbd keys="ArrowUp" />
        <Kbd keys="ArrowDown" />
        <span>{t('coder.hintChoose')}</span>
        <Kbd keys="Shift+Enter" />
        <span>{t('coder.hintStay')}</span>
        <span className="panel-space" />
        <Kbd keys="Tab" />
        <span className={stance === null ? '' : 'palette-stance'} aria-live="polite">
          {stance === null ? t('coder.hintStance') : stanceName(stance, i18n)}
        </span>
      </div>
    </div>
  );
}

function newCodePlace(place: CodePlace, data: CodingData, t: ReturnType<typeof useI18n>['t']): string | null {
  const parent = place.parentId === null ? undefined : data.codeOf.get(place.parentId);
  const hypothesis = placeName(data.hypotheses, place.hypothesisId, place.groupId, t);
  return parent?.name ?? hypothesis;
}

function usePaletteItems(target: PaletteTarget, data: CodingData, query: string) {
  const { codes, hypotheses, codings, model, codeOf } = data;
  const entries = useMemo(() => {
    const places = placesOfCodes(codes, hypotheses);
    return codes.flatMap((code): PaletteCode[] => {
      if (code.isFolder) return [];
      const labels = (places.get(code.id) ?? []).map(({ hypothesis }) => hypothesis.label).join(', ');
      return [{ id: code.id, name: code.name, definition: code.briefDefinition, code, hypotheses: labels }];
    });
  }, [codes, hypotheses]);
  const search = useMemo(() => prepare(entries), [entries]);
  const recent = useRecents((state) => state.codeIds);
  const inVivo = useMemo(
    () => (model === null ? '' : inVivoName(shownText(model, target.range))),
    [model, target],
  );
  return useMemo(() => {
    const recentIds = recentCodes(recent, (codeId) => codeOf.has(codeId), codings);
    const sections = paletteSections({ query, codes: entries, matches: search(query), recentIds, inVivo });
    return { sections, items: inListOrder(sections, query) };
  }, [query, entries, search, recent, codeOf, codings, inVivo]);
}
