import { Tag } from 'lucide-react';
import { useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { isShortcut } from '../../../app/shortcut-list.ts';
import { useI18n } from '../../../i18n/use-i18n.ts';
import { shownText } from '../../../transcript/model.ts';
import { Kbd } from '../../../ui/kbd.tsx';
import { placesOfCodes } from '../../hypotheses/code-places.ts';
import type { ViewRef } from '../actions.ts';
import { bindQuickCode, useQuickCodes } from '../quick-codes.ts';
import { recentCodes, useRecents } from '../recents.ts';
import { closePalette, useCoder, type PaletteTarget } from '../state.ts';
import { stanceName } from '../transcript-words.ts';
import type { CodingData } from '../use-coding-data.ts';
import { inVivoName } from './in-vivo.ts';
import { codeIn, inListOrder, paletteSections, type PaletteCode, type PaletteItem } from './items.ts';
import { prepare } from './match.ts';
import { PaletteFrame } from './palette-frame.tsx';
import { PaletteList } from './palette-list.tsx';
import { ParentList, wayIn } from './parent-list.tsx';
import { keyOfPlace, type Parent } from './parents.ts';
import { nextStance, paletteActions } from './use-palette-actions.ts';
import { usePalettePlace } from './use-palette-place.ts';
import { useParents } from './use-parents.ts';

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
  const [marked, setMarked] = useState<readonly number[]>([]);
  const parents = useParents(data, query);
  const stance = useCoder((state) => state.stance);
  const quick = useQuickCodes();
  const { sections, items } = usePaletteItems(target, data, query);
  const actions = useMemo(() => paletteActions(target, data, view), [target, data, view]);
  const count = parents.isOpen ? parents.found.length : items.length;
  const place = usePalettePlace(target.range, view, panel, count + (marked.length > 0 ? 1 : 0));
  const at = Math.min(active, count - 1);
  const current = parents.isOpen ? undefined : items[at];
  const parent = parents.isOpen ? parents.found[at] : undefined;
  const currentCode = current === undefined ? null : codeIn(current);

  const type = (next: string): void => {
    if (parents.isOpen) parents.filter(next);
    else setQuery(next);
    setActive(0);
  };
  const mark = (codeId: number): void =>
    setMarked((now) => (now.includes(codeId) ? now.filter((each) => each !== codeId) : [...now, codeId]));
  const apply = (codeIds: readonly number[], stay: boolean): void => {
    actions.apply(codeIds, stay);
    setMarked([]);
  };
  const make = (item: PaletteItem | undefined): void => {
    if (item?.kind === 'inVivo') actions.create(item.name);
    else if (item?.kind === 'create') actions.create(parents.name, parents.place);
  };
  const press = (item: PaletteItem | undefined, stay: boolean): void => {
    const codeId = item === undefined ? null : codeIn(item);
    if (codeId === null) make(item);
    else apply([codeId], stay);
  };
  const choosePlace = (): void => {
    parents.open();
    setActive(0);
  };
  const takeParent = (chosen: Parent | undefined): void => {
    if (chosen === undefined) parents.close();
    else parents.choose(chosen);
    // The line that makes the code is in hand again: it tells the new way.
    setActive(
      Math.max(
        0,
        items.findIndex((item) => item.kind === 'create' || (query.trim() === '' && item.kind === 'inVivo')),
      ),
    );
  };
  const keydown = (event: KeyboardEvent): void => {
    const pressed = event.nativeEvent;
    if (pressed.isComposing) return;
    const chord = event.ctrlKey || event.metaKey;
    const digit = /^(?:Digit|Numpad)([1-9])$/u.exec(event.code)?.[1];
    if (event.key === 'ArrowDown') setActive((at + 1) % Math.max(1, count));
    else if (event.key === 'ArrowUp') setActive((at - 1 + count) % Math.max(1, count));
    else if (parents.isOpen) {
      if (event.key === 'Enter') takeParent(parent);
      else if (event.key === 'Escape') takeParent(undefined);
      else if (event.key !== 'Tab') return;
    } else if (isShortcut(pressed, 'palette.mark')) {
      if (currentCode !== null) mark(currentCode);
    } else if (isShortcut(pressed, 'palette.place')) choosePlace();
    else if (event.key === 'Enter' && chord) {
      if (query.trim() !== '') actions.create(parents.name, parents.place);
    } else if (event.key === 'Enter' && marked.length > 0) apply(marked, event.shiftKey);
    else if (event.key === 'Enter') press(current, event.shiftKey);
    else if (event.key === 'Escape') actions.close();
    else if (event.key === 'Tab') useCoder.setState({ stance: nextStance(stance, event.shiftKey ? -1 : 1) });
    else if (chord && event.key.toLowerCase() === 'i') make(items.find((item) => item.kind === 'inVivo'));
    else if (chord && !event.altKey && !event.shiftKey && digit !== undefined) {
      if (currentCode !== null) void bindQuickCode(quick, Number(digit), currentCode);
    } else if (event.altKey && digit !== undefined) {
      press(
        items.find((item) => item.kind === 'recent' && item.index === Number(digit) - 1),
        event.shiftKey,
      );
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const inHand = current?.key ?? parent?.key;
  return (
    <PaletteFrame
      panel={panel}
      place={place}
      icon={<Tag size={16} aria-hidden />}
      title={t(parents.isOpen ? 'coder.parent' : 'coder.palette')}
      label={t(parents.isOpen ? 'coder.parentInput' : 'coder.paletteInput')}
      listId={`${id}-list`}
      activeId={inHand === undefined ? undefined : `${id}-${inHand}`}
      query={parents.isOpen ? parents.query : query}
      onQuery={type}
      onKeyDown={keydown}
      onOutside={closePalette}
    >
      {parents.isOpen ? (
        <ParentList
          id={id}
          parents={parents.found}
          activeKey={parent?.key}
          chosenKey={keyOfPlace(parents.place)}
          onPoint={setActive}
          onChoose={takeParent}
        />
      ) : (
        <PaletteList
          id={id}
          sections={sections}
          query={query}
          activeKey={current?.key ?? null}
          data={data}
          target={target}
          marked={marked}
          quick={quick}
          newName={parents.name}
          newWay={wayIn(parents.steps, t)}
          inVivoWay={wayIn(parents.stepsInHand, t)}
          onPoint={(item) => setActive(items.indexOf(item))}
          onPress={press}
          onMark={mark}
          onPlace={choosePlace}
        />
      )}
      <p className={marked.length === 0 ? 'palette-quiet' : 'palette-marked'} role="status">
        {marked.length > 0 &&
          t('coder.marked', {
            count: marked.length,
            names: i18n.list(marked.flatMap((codeId) => data.codeOf.get(codeId)?.name ?? [])),
          })}
      </p>
      <div className="palette-foot">
        {parents.isOpen || currentCode === null ? (
          <>
            <Kbd keys={parents.isOpen ? 'Enter' : 'palette.place'} />
            <span>{t(parents.isOpen ? 'coder.hintChoose' : 'coder.hintPlace')}</span>
          </>
        ) : (
          <>
            <Kbd keys="palette.mark" />
            <span>{t('coder.hintMark')}</span>
          </>
        )}
        <Kbd keys="palette.applyStay" />
        <span>{t('coder.hintStay')}</span>
        <span className="panel-space" />
        <Kbd keys="palette.stance" />
        <span className={stance === null ? '' : 'palette-stance'} aria-live="polite">
          {stance === null ? t('coder.hintStance') : stanceName(stance, i18n)}
        </span>
      </div>
    </PaletteFrame>
  );
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
