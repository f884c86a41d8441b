import { memo, useEffect, type CSSProperties, type ReactNode, type RefObject } from 'react';
import { useNavigation } from '../../app/navigation.ts';
import { shownPanes, type PaneId } from '../../app/panes.ts';
import { Region } from '../../app/region.tsx';
import { useI18n } from '../../i18n/use-i18n.ts';
import type { TranscriptView } from '../../transcript/view.ts';
import { EditBar } from './edit-bar.tsx';
import { PaneContext } from './pane-store.ts';
import { Reader } from './reader.tsx';
import { ReaderHeader } from './reader-header.tsx';
import { UnitsBar } from './units/units-bar.tsx';
import { useUnits } from './units/units-store.ts';
import { coderOf, leaveDocument, resetPane } from './state.ts';
import type { CodingData } from './use-coding-data.ts';

const NO_TOPICS: readonly never[] = [];

export interface ReaderPaneProps {
  readonly pane: PaneId;
  readonly data: CodingData;
  readonly view: RefObject<TranscriptView | null>;
  readonly onMore: (codingIds: readonly number[], anchor: HTMLElement) => void;
  readonly style?: CSSProperties;
}

/** One document to read, with its header; whatever is touched in it makes it the active one. */
export const ReaderPane = memo(function ReaderPane(props: ReaderPaneProps): ReactNode {
  const { pane, data, view, onMore, style } = props;
  const { t } = useI18n();
  const activate = useNavigation((state) => state.activate);
  const isActive = useNavigation((state) => state.pane === pane);
  const isAlone = useNavigation((state) => state.besideId === null);
  const isLeft = useNavigation((state) => shownPanes(state)[0] === pane);
  const { documentId } = data;
  const byUnits = useUnits((state) => state.isOn) && isActive && documentId !== null;
  useEffect(() => () => leaveDocument(coderOf(pane)), [pane, documentId]);
  useEffect(() => () => resetPane(coderOf(pane)), [pane]);
  const take = (): void => activate(pane);
  return (
    <PaneContext value={pane}>
      <Region
        name={t(isAlone ? 'coder.reader' : isLeft ? 'coder.readerLeft' : 'coder.readerRight')}
        className="coder-reader"
        style={style}
        data-active={isActive && !isAlone ? true : undefined}
        data-beside={isAlone ? undefined : true}
        onPointerDownCapture={take}
        onFocusCapture={take}
        onDropCapture={take}
      >
        <ReaderHeader
          pane={pane}
          documentId={documentId}
          name={data.content?.name ?? ''}
          topics={data.content?.topics ?? NO_TOPICS}
        />
        <EditBar documentId={documentId} />
        {byUnits && <UnitsBar data={data} view={view} />}
        <Reader pane={pane} data={data} view={view} onMore={onMore} />
      </Region>
    </PaneContext>
  );
});
