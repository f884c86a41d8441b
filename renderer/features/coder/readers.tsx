import { useState, type ReactNode, type RefCallback, type RefObject } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { useNavigation } from '../../app/navigation.ts';
import { shownPanes, type PaneId } from '../../app/panes.ts';
import { Region } from '../../app/region.tsx';
import { useCall } from '../../app/use-call.ts';
import { openImport } from '../../app/windows.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import type { TranscriptView } from '../../transcript/view.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { usePanelSize } from '../../ui/panel-size.ts';
import { ResizeHandle } from '../../ui/resize-handle.tsx';
import { ReaderPane } from './reader-pane.tsx';
import type { CodingData } from './use-coding-data.ts';

/** Under this width a reader's text is no longer read with ease. */
const LEAST = 300;
const HALF = 500;

interface ReadersProps {
  readonly dataOf: Readonly<Record<PaneId, CodingData>>;
  readonly views: Readonly<Record<PaneId, RefObject<TranscriptView | null>>>;
  readonly onMore: (codingIds: readonly number[], anchor: HTMLElement) => void;
}

/** The open document, or two side by side with a line between them that can be moved. */
export function Readers({ dataOf, views, onMore }: ReadersProps): ReactNode {
  const { t } = useI18n();
  const panes = useNavigation(useShallow(shownPanes));
  const isEmpty = useCall('documents.list', {}).data?.length === 0;
  const [width, measure] = useWidth();
  // In thousandths of the room, so that it holds in any window.
  const [share, setShare] = usePanelSize('beside', HALF);
  if (isEmpty) {
    return (
      <Region name={t('coder.reader')} className="coder-reader">
        <EmptyState
          text={t('coder.noDocument')}
          action={
            <Button variant="primary" size="large" onPress={() => openImport()}>
              {t('documents.import')}
            </Button>
          }
        />
      </Region>
    );
  }
  const most = Math.max(LEAST, width - LEAST);
  const left = Math.min(most, Math.max(LEAST, (share / 1000) * width));
  const paneOf = (pane: PaneId, index: number): ReactNode => (
    <ReaderPane
      key={pane}
      pane={pane}
      data={dataOf[pane]}
      view={views[pane]}
      onMore={onMore}
      {...(panes.length > 1 && index === 0 ? { style: { flex: `0 0 ${left}px` } } : {})}
    />
  );
  const line = (
    <ResizeHandle
      key="line"
      label={t('coder.resizeReaders')}
      orientation="vertical"
      value={left}
      min={LEAST}
      max={most}
      onChange={(size) => setShare((size / Math.max(1, width)) * 1000)}
      onReset={() => setShare(HALF)}
    />
  );
  return (
    <div ref={measure} className="coder-readers">
      {panes.flatMap((pane, index) => (index === 0 ? [paneOf(pane, 0)] : [line, paneOf(pane, index)]))}
    </div>
  );
}

/**
 * The width of an element, as it changes, and the ref that it is given. Known before anything is painted: texts that
 * come back to where they were read do not break their lines twice.
 */
function useWidth(): readonly [number, RefCallback<HTMLElement>] {
  const [width, setWidth] = useState(0);
  const [measure] = useState(() => (element: HTMLElement | null) => {
    if (element === null || typeof ResizeObserver === 'undefined') return undefined;
    setWidth(element.clientWidth);
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  });
  return [width, measure];
}
