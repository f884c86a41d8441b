import {
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import { Popover } from 'react-aria-components';
import type { Linkable } from '../../../src/memos/contract.ts';
import { nameIn, openLinkAt, toStored, toWritten, type LinkRef } from '../../../src/text/memo-links.ts';
import { useCall } from '../../app/use-call.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { caretPoint } from './caret-point.ts';
import { KIND_ICONS } from './kinds.ts';
import { useMemoLinks } from './use-memo-links.ts';
import './memo-text.css';

/** Things offered of each kind. */
const OFFERED = 5;
const LONGEST_TYPED = 80;

export interface MemoTextProps {
  readonly id: string;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  /** As it is kept: links by GUID. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isReadOnly: boolean;
  readonly onBlur: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
}

/** The text of a memo: links are written as `[[name]]`, and `[[` offers what can be linked. */
export function MemoText({
  id,
  field,
  value,
  onChange,
  isReadOnly,
  onBlur,
  onKeyDown,
}: MemoTextProps): ReactNode {
  const { t } = useI18n();
  const { nameOf } = useMemoLinks(value);
  const written = toWritten(value, nameOf);
  /** Also what was a link a moment ago: a bracket taken out and put back makes it one again. */
  const links = useRef<Map<string, LinkRef>>(new Map());
  useEffect(() => {
    for (const [name, ref] of written.links) links.current.set(name, ref);
  });
  const caret = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (caret.current === null) return;
    field.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });
  const anchor = useRef<HTMLSpanElement>(null);
  const completion = useCompletion(field);
  const keep = (text: string): void =>
    onChange(toStored(text, new Map([...links.current, ...written.links])));
  const take = (thing: Linkable): void => {
    const { open } = completion;
    const area = field.current;
    if (open === null || area === null) return;
    const text = area.value;
    const isFree = (name: string): boolean => !text.includes(`[[${name}]]`) || links.current.has(name);
    const name = nameIn(links.current, thing, thing.name, isFree);
    links.current.set(name, { kind: thing.kind, guid: thing.guid });
    const link = `[[${name}]]`;
    const rest = text.slice(area.selectionEnd).replace(/^\]{1,2}/u, '');
    completion.close();
    caret.current = open.start + link.length;
    keep(`${text.slice(0, open.start)}${link}${rest}`);
    area.focus();
  };
  return (
    <div className="memo-text-place">
      <textarea
        ref={field}
        id={id}
        className="field-input field-area memo-text"
        rows={written.text === '' ? 2 : 3}
        value={written.text}
        placeholder={t('memos.placeholder')}
        readOnly={isReadOnly}
        data-saves
        aria-autocomplete="list"
        {...(completion.open === null
          ? {}
          : { 'aria-controls': completion.listId, 'aria-activedescendant': completion.activeId })}
        onChange={(event) => {
          keep(event.target.value);
          completion.follow(event.target);
        }}
        onBlur={() => {
          completion.close();
          onBlur();
        }}
        onKeyDown={(event) => {
          if (!completion.handles(event, take)) onKeyDown(event);
        }}
      />
      <span ref={anchor} className="memo-text-caret" style={completion.point} />
      <Popover
        className="menu-popover memo-links-popover"
        triggerRef={anchor}
        placement="bottom start"
        offset={4}
        isNonModal
        isOpen={completion.open !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) completion.close();
        }}
      >
        <div id={completion.listId} className="menu" role="listbox" aria-label={t('memos.linkable')}>
          {completion.things.map((thing, index) => (
            <Offer
              key={`${thing.kind}:${thing.guid}`}
              id={`${completion.listId}-${index}`}
              thing={thing}
              isActive={index === completion.active}
              onTake={() => take(thing)}
            />
          ))}
          {completion.things.length === 0 && <p className="memo-links-none">{t('memos.nothingToLink')}</p>}
        </div>
      </Popover>
    </div>
  );
}

function Offer({
  id,
  thing,
  isActive,
  onTake,
}: {
  readonly id: string;
  readonly thing: Linkable;
  readonly isActive: boolean;
  readonly onTake: () => void;
}): ReactNode {
  const { t } = useI18n();
  const Icon = KIND_ICONS[thing.kind];
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    <div
      ref={element}
      id={id}
      role="option"
      aria-selected={isActive}
      className="menu-item"
      data-focused={isActive || undefined}
      // The text keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onTake}
    >
      <Icon size={14} aria-hidden />
      <span className="menu-item-label">{thing.name}</span>
      <span className="menu-item-hint">{thing.detail ?? t(`memos.kind_${thing.kind}`)}</span>
    </div>
  );
}

interface OpenLink {
  readonly start: number;
  readonly typed: string;
}

/** The list that completes `[[…`: what is typed, what is offered, which of it is in hand. */
function useCompletion(field: RefObject<HTMLTextAreaElement | null>) {
  const listId = useId();
  const [open, setOpen] = useState<OpenLink | null>(null);
  const [point, setPoint] = useState({ left: 0, top: 0 });
  const [chosen, setChosen] = useState(0);
  const offered = useCall(
    'memos.linkable',
    { text: open?.typed.slice(0, LONGEST_TYPED) ?? '', limit: OFFERED },
    { enabled: open !== null, keepPrevious: true },
  ).data;
  const things = open === null ? [] : (offered ?? []);
  const active = Math.min(chosen, Math.max(0, things.length - 1));
  const close = (): void => setOpen(null);
  return {
    listId,
    open,
    point,
    things,
    active,
    activeId: things.length === 0 ? undefined : `${listId}-${active}`,
    close,
    follow: (area: HTMLTextAreaElement): void => {
      const link = openLinkAt(area.value, area.selectionEnd);
      setOpen(link);
      setChosen(0);
      if (link === null) return;
      const { x, y } = caretPoint(area, link.start);
      const line = Number.parseFloat(getComputedStyle(area).lineHeight) || 20;
      setPoint({ left: x, top: Math.min(y + line, area.offsetHeight) });
    },
    /** Whether the key was the list's. */
    handles: (event: KeyboardEvent, take: (thing: Linkable) => void): boolean => {
      if (open === null || field.current === null || event.nativeEvent.isComposing) return false;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const thing = things[active];
      if (step !== undefined && things.length > 0) setChosen((active + step + things.length) % things.length);
      else if ((event.key === 'Enter' || event.key === 'Tab') && thing !== undefined) take(thing);
      else if (event.key === 'Escape') close();
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}
