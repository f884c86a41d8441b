import { useEffect, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { Kbd } from '../../../ui/kbd.tsx';
import type { PalettePlace } from './place.ts';
import { TALLEST } from './use-palette-place.ts';
import './palette.css';

interface PaletteFrameProps {
  readonly panel: RefObject<HTMLDivElement | null>;
  readonly place: PalettePlace;
  readonly icon: ReactNode;
  /** What it is for, at the end of the field. */
  readonly title: string;
  /** The name of the field. */
  readonly label: string;
  /** The element id of the list under the field, and of the line in hand. */
  readonly listId: string;
  readonly activeId: string | undefined;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** The pointer went down elsewhere. */
  readonly onOutside: () => void;
  readonly children: ReactNode;
}

/** A field with a list under it that stands at the passage: the frame of the palette and of what is chosen like it. */
export function PaletteFrame(props: PaletteFrameProps): ReactNode {
  const { panel, place, activeId, onOutside } = props;
  useEffect(() => {
    const outside = (event: PointerEvent): void => {
      if (event.target instanceof Node && panel.current?.contains(event.target) === false) onOutside();
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [panel, onOutside]);
  return (
    <div
      ref={panel}
      className={`palette ${place.above ? 'palette-above' : ''}`}
      style={{ left: place.left, top: place.top, maxHeight: Math.min(TALLEST, place.maxHeight) }}
      data-own-keys
    >
      <div className="palette-head">
        {props.icon}
        <input
          className="palette-input"
          role="combobox"
          aria-label={props.label}
          aria-expanded
          aria-controls={props.listId}
          aria-autocomplete="list"
          {...(activeId === undefined ? {} : { 'aria-activedescendant': activeId })}
          value={props.query}
          autoFocus
          spellCheck={false}
          maxLength={200}
          onChange={(event) => props.onQuery(event.target.value)}
          onKeyDown={props.onKeyDown}
        />
        <span className="palette-hint">{props.title}</span>
        <Kbd keys="Escape" />
      </div>
      {props.children}
    </div>
  );
}
