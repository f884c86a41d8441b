import { Check, Plus, type LucideIcon } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { TextRange } from '../../../../src/text/range.ts';
import type { ViewRef } from '../actions.ts';
import { prepare } from '../palette/match.ts';
import { PaletteFrame } from '../palette/palette-frame.tsx';
import { usePalettePlace } from '../palette/use-palette-place.ts';
import { closeChooser } from '../state.ts';

export interface Choice {
  readonly id: number;
  readonly name: string;
  /** A mark before the name. */
  readonly lead?: ReactNode;
  /** Beside the name. */
  readonly hint: string;
  /** Indent, from 0. */
  readonly depth: number;
  /** It holds for the passage already. */
  readonly isHere: boolean;
  readonly choose: () => void;
}

interface ChooserProps {
  readonly range: TextRange;
  readonly view: ViewRef;
  readonly icon: LucideIcon;
  readonly title: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  /** Said when there is nothing to choose. */
  readonly empty: string;
  /** A last line that makes what is typed. */
  readonly create?: (name: string) => { readonly label: string; readonly choose: () => void };
}

/** Type to find one of a list, Enter chooses it for the passage; stands where the palette does. */
export function Chooser(props: ChooserProps): ReactNode {
  const { range, view, icon: Icon, title, label, choices, create } = props;
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const search = useMemo(() => prepare(choices.map((each) => ({ ...each, definition: '' }))), [choices]);
  const typed = query.trim();
  const found: readonly Choice[] = typed === '' ? choices : search(query).map(({ item }) => item);
  const isNew = typed !== '' && choices.every(({ name }) => name !== typed);
  const made = create === undefined || !isNew ? null : create(typed);
  const count = found.length + (made === null ? 0 : 1);
  const at = Math.min(active, count - 1);
  const place = usePalettePlace(range, view, panel, count);

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const close = (): void => {
    closeChooser();
    view.current?.focus();
  };
  const choose = (index: number): void => {
    const chosen = found[index] ?? (index === found.length ? made : undefined);
    if (chosen === undefined || chosen === null) return;
    close();
    chosen.choose();
  };
  const keydown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setActive((at + 1) % Math.max(1, count));
    else if (event.key === 'ArrowUp') setActive((at - 1 + count) % Math.max(1, count));
    else if (event.key === 'Enter') choose(at);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const line = (index: number, content: ReactNode, depth = 0): ReactNode => (
    <div
      key={index}
      id={`${id}-${index}`}
      className="palette-item"
      role="option"
      aria-selected={index === at}
      style={depth === 0 ? {} : { paddingLeft: 9 + depth * 16 }}
      onPointerMove={() => setActive(index)}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => choose(index)}
    >
      {content}
    </div>
  );
  return (
    <PaletteFrame
      panel={panel}
      place={place}
      icon={<Icon size={16} aria-hidden />}
      title={title}
      label={label}
      listId={`${id}-list`}
      activeId={at < 0 ? undefined : `${id}-${at}`}
      query={query}
      onQuery={(next) => {
        setQuery(next);
        setActive(0);
      }}
      onKeyDown={keydown}
      onOutside={closeChooser}
    >
      <div ref={list} className="palette-list" id={`${id}-list`} role="listbox" aria-label={label}>
        {found.map((choice, index) =>
          line(
            index,
            <>
              {choice.lead}
              <span className="palette-name">{choice.name}</span>
              <span className="palette-hypothesis">{choice.hint}</span>
              {choice.isHere && <Check size={14} aria-hidden />}
            </>,
            typed === '' ? choice.depth : 0,
          ),
        )}
        {made !== null &&
          line(
            found.length,
            <>
              <Plus size={14} aria-hidden />
              <span className="palette-name">{made.label}</span>
            </>,
          )}
      </div>
      {count === 0 && <p className="palette-none palette-empty">{props.empty}</p>}
    </PaletteFrame>
  );
}
