import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react';
import { useNavigation } from '../../app/navigation.ts';
import { Region } from '../../app/region.tsx';
import { useSession } from '../../app/session.ts';
import { useCall } from '../../app/use-call.ts';
import { openImport } from '../../app/windows.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import type { TranscriptView } from '../../transcript/view.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { usePanelSize } from '../../ui/panel-size.ts';
import { ResizeHandle } from '../../ui/resize-handle.tsx';
import { SearchPanel } from '../search/search-panel.tsx';
import { useSearch } from '../search/state.ts';
import { Announcer } from './announcer.tsx';
import { EditBar } from './edit-bar.tsx';
import { CodingStatus } from './coding-status.tsx';
import { setCurrentData } from './current-data.ts';
import { Inspector } from './inspector.tsx';
import { MorePopover, type MoreState } from './more-popover.tsx';
import { PassageChooser } from './chooser/passage-chooser.tsx';
import { Palette } from './palette/palette.tsx';
import { Reader } from './reader.tsx';
import { ReaderHeader } from './reader-header.tsx';
import { openRecents } from './recents.ts';
import { Sidebar } from './sidebar.tsx';
import { leaveDocument, resetCoder, useCoder } from './state.ts';
import { useCoderKeys } from './use-coder-keys.ts';
import { useCodingData, type CodingData } from './use-coding-data.ts';
import { useWide } from './use-wide.ts';
import './coder-screen.css';

const NO_TOPICS: readonly never[] = [];

/** Read and code: documents and codes, the transcript, and what is known of the thing in hand. */
export function CoderScreen(): ReactNode {
  const documentId = useOpenDocument();
  const data = useCodingData(documentId);
  const view = useRef<TranscriptView | null>(null);
  const [more, setMore] = useState<MoreState | null>(null);
  const guid = useSession((state) => state.project?.guid ?? null);
  useEffect(() => {
    if (guid !== null) openRecents(guid);
  }, [guid]);
  useEffect(() => leaveDocument, [documentId]);
  useEffect(() => resetCoder, []);
  const onMore = useCallback((ids: readonly number[], anchor: HTMLElement) => setMore({ ids, anchor }), []);
  useLayoutEffect(() => setCurrentData(data), [data]);
  useEffect(() => () => setCurrentData(null), []);
  const keys = useCoderKeys(data, view);
  return (
    <div className="coder" onKeyDown={keys}>
      <SidePanel data={data} />
      <Middle data={data} view={view} onMore={onMore} />
      <InspectorPanel data={data} view={view} />
      <Palette data={data} view={view} />
      <PassageChooser data={data} view={view} />
      <MorePopover state={more} data={data} view={view} onClose={() => setMore(null)} />
      <CodingStatus data={data} />
      <Announcer data={data} />
    </div>
  );
}

/** Documents and codes; while a search is open, the search takes their place. */
function SidePanel({ data }: { readonly data: CodingData }): ReactNode {
  const { t } = useI18n();
  const isSearch = useSearch((state) => state.isOpen);
  const [sidebar, setSidebar] = usePanelSize('sidebar', 272);
  const [search, setSearch] = usePanelSize('search', 380);
  const [width, setWidth] = isSearch ? [search, setSearch] : [sidebar, setSidebar];
  return (
    <>
      <Region name={t(isSearch ? 'search.title' : 'coder.sidebar')} className="coder-side" style={{ width }}>
        {isSearch ? <SearchPanel documentId={data.documentId} /> : <Sidebar data={data} />}
      </Region>
      <ResizeHandle
        label={t('coder.resizeSidebar')}
        orientation="vertical"
        value={width}
        min={isSearch ? 300 : 220}
        max={isSearch ? 560 : 400}
        onChange={setWidth}
        onReset={() => setWidth(isSearch ? 380 : 272)}
      />
    </>
  );
}

/** The document in the reader; the first of the list when none was opened, and never one that is gone. */
function useOpenDocument(): number | null {
  const list = useCall('documents.list', {}).data;
  const wanted = useNavigation((state) => state.documentId);
  const open = useNavigation((state) => state.openDocument);
  const found = list?.find((document) => document.id === wanted) ?? list?.[0] ?? null;
  const foundId = found?.id ?? null;
  useEffect(() => {
    if (foundId !== null && foundId !== wanted && useNavigation.getState().screen === 'coder') open(foundId);
  }, [foundId, wanted, open]);
  return list === undefined ? null : foundId;
}

interface PartProps {
  readonly data: CodingData;
  readonly view: RefObject<TranscriptView | null>;
}

function Middle({
  data,
  view,
  onMore,
}: PartProps & { readonly onMore: (ids: readonly number[], anchor: HTMLElement) => void }): ReactNode {
  const { t } = useI18n();
  const list = useCall('documents.list', {}).data;
  const empty = list !== undefined && list.length === 0;
  return (
    <Region name={t('coder.reader')} className="coder-reader">
      {empty ? (
        <EmptyState
          text={t('coder.noDocument')}
          action={
            <Button variant="primary" size="large" onPress={() => openImport()}>
              {t('documents.import')}
            </Button>
          }
        />
      ) : (
        <>
          <ReaderHeader
            documentId={data.documentId}
            name={data.content?.name ?? ''}
            topics={data.content?.topics ?? NO_TOPICS}
          />
          <EditBar documentId={data.documentId} />
          <Reader data={data} view={view} onMore={onMore} />
        </>
      )}
    </Region>
  );
}

function InspectorPanel({ data, view }: PartProps): ReactNode {
  const { t } = useI18n();
  const wide = useWide();
  const open = useCoder((state) => (wide ? state.inspectorOpen : state.overlayOpen));
  const [width, setWidth] = usePanelSize('inspector', 292);
  // Where it would lie over the text, it comes only when asked for.
  useLayoutEffect(() => useCoder.setState({ inspectorOpen: wide }), [wide]);
  if (!open) return null;
  return (
    <>
      {wide && (
        <ResizeHandle
          label={t('coder.resizeInspector')}
          orientation="vertical"
          value={width}
          min={260}
          max={380}
          reverse
          onChange={setWidth}
          onReset={() => setWidth(292)}
        />
      )}
      <Region
        name={t('coder.inspector')}
        className={wide ? 'coder-inspector' : 'coder-inspector coder-inspector-over'}
        style={{ width }}
      >
        <Inspector data={data} view={view} />
      </Region>
    </>
  );
}
