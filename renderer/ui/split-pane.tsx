import type { CSSProperties, ReactNode } from 'react';
import { usePanelSize } from './panel-size.ts';
import { ResizeHandle } from './resize-handle.tsx';
import './split-pane.css';

export interface SplitPaneProps {
  /** Remembers the size under this name. */
  readonly name: string;
  /** Said of the line between. */
  readonly label: string;
  /** `columns`: side by side; `rows`: one above the other. */
  readonly direction: 'columns' | 'rows';
  /** Which of the two has a size; the other takes the rest. */
  readonly sized?: 'first' | 'second';
  readonly initial: number;
  readonly min: number;
  readonly max: number;
  readonly first: ReactNode;
  readonly second: ReactNode;
}

/** Two panels with a line between that can be moved. */
export function SplitPane(props: SplitPaneProps): ReactNode {
  const { name, label, direction, sized = 'first', initial, min, max, first, second } = props;
  const [size, setSize] = usePanelSize(name, initial);
  const shown = Math.min(max, Math.max(min, size));
  return (
    <div
      className={`split-pane split-pane-${direction} split-pane-${sized}`}
      style={{ '--split-size': `${shown}px` } as CSSProperties}
    >
      <div className="split-pane-part">{first}</div>
      <ResizeHandle
        label={label}
        orientation={direction === 'columns' ? 'vertical' : 'horizontal'}
        value={shown}
        min={min}
        max={max}
        reverse={sized === 'second'}
        onChange={setSize}
        onReset={() => setSize(initial)}
      />
      <div className="split-pane-part">{second}</div>
    </div>
  );
}
