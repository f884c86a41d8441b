import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import './resize-handle.css';

export interface ResizeHandleProps {
  readonly label: string;
  /** `vertical`: a vertical line that moves left and right. */
  readonly orientation: 'vertical' | 'horizontal';
  /** The size, in pixels, of the panel it resizes. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** The panel lies after the handle (right of it, or below), so that it grows the other way. */
  readonly reverse?: boolean;
  readonly onChange: (value: number) => void;
  /** On double press: back to the default. */
  readonly onReset?: () => void;
}

const STEP = 16;

/** The line between two panels: 6 pixels to grab, arrows on the keyboard, double press resets. Stands between them. */
export function ResizeHandle(props: ResizeHandleProps): ReactNode {
  const { label, orientation, value, min, max, reverse = false, onChange, onReset } = props;
  const grip = useRef<{ readonly from: number; readonly value: number } | null>(null);
  const place = (event: PointerEvent): number => (orientation === 'vertical' ? event.clientX : event.clientY);
  const clamp = (size: number): number => Math.min(max, Math.max(min, size));
  const sign = reverse ? -1 : 1;
  const onKeyDown = (event: KeyboardEvent): void => {
    const [less, more] = orientation === 'vertical' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    if (event.key === 'Home') onChange(min);
    else if (event.key === 'End') onChange(max);
    else if (event.key === less) onChange(clamp(value - sign * STEP));
    else if (event.key === more) onChange(clamp(value + sign * STEP));
    else return;
    event.preventDefault();
  };
  return (
    <div
      className={`resize-handle resize-handle-${orientation}`}
      role="separator"
      aria-label={label}
      aria-orientation={orientation}
      aria-valuenow={Math.round(value)}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        grip.current = { from: place(event), value };
      }}
      onPointerMove={(event) => {
        if (grip.current !== null)
          onChange(clamp(grip.current.value + sign * (place(event) - grip.current.from)));
      }}
      onPointerUp={() => {
        grip.current = null;
      }}
      onPointerCancel={() => {
        grip.current = null;
      }}
      {...(onReset === undefined ? {} : { onDoubleClick: onReset })}
    />
  );
}
