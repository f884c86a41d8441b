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
import { otherPane, type PaneId } from '../../app/panes.ts';
import { Region } from '../../app/region.tsx';
import { useSession } from '../../app/session.ts';
import { useShortcut } from '../../app/shortcuts.ts';
import { useCall } from '../../app/use-call.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import type { TranscriptView } from '../../transcript/view.ts';
import { usePanelOpen } from '../../ui/panel-memory.ts';
import { usePanelSize } from '../../ui/panel-size.ts';
import { ResizeHandle } from '../../ui/resize-handle.tsx';
import { SearchPanel } from '../search/search-panel.tsx';
import { useSearch } from '../search/state.ts';
import { Announcer } from './announcer.tsx';
import { toggleBeside } from './beside.ts';
import { CodingStatus } from './coding-status.tsx';
import { setCurrentData } from './current-data.ts';
import { Inspector } from './inspector.tsx';
import { MorePopover, type MoreState } from './more-popover.tsx';
import { PassageChooser } from './chooser/passage-chooser.tsx';
import { Palette } from './palette/palette.tsx';
import { Readers } from './readers.tsx';
import { type KeptDocuments, keptDocuments, useKeepDocuments, useKeepInspector } from './open-panels.ts';
import { openRecents } from './recents.ts';
import { Sidebar } from './sidebar.tsx';
import { resetCoder, useCoder } from './state.ts';
import { toggleSidebar } from './toggle-sidebar.ts';
import { useCoderKeys } from './use-coder-keys.ts';
import { useCodebook, useCodingData, type CodingData } from './use-coding-data.ts';
import { useWide } from './use-wide.ts';
import './coder-screen.css';

/** Read and code: documents and codes, the transcript, and what is known of the thing in hand. */
export function CoderScreen(): ReactNode {
  const open = useOpenDocuments();
  const book = useCodebook();
  const dataOf = { a: useCodingData(open.a, book), b: useCodingData(open.b, book) };
  const views = {
    a: useRef<TranscriptView | null>(null),
    b: useRef<TranscriptView | null>(null),
  };
  const pane = useNavigation((state) => state.pane);
  const data = dataOf[pane];
  const view = views[pane];
  const [more, setMore] = useState<MoreState | null>(null);
  const guid = useSession((state) => state.project?.guid ?? null);
  useEffect(() => {
    if (guid !== null) openRecents(guid);
  }, [guid]);
  useEffect(() => resetCoder, []);
  const onMore = useCallback((ids: readonly number[], anchor: HTMLElement) => setMore({ ids, anchor }), []);
  useLayoutEffect(() => setCurrentData(data), [data]);
  useEffect(() => () => setCurrentData(null), []);
  const keys = useCoderKeys(data, view);
  useShortcut('coder.beside', toggleBeside);
  useShortcut('coder.sidebar', toggleSidebar);
  useKeepDocuments();
  return (
    <div className="coder" onKeyDown={keys}>
      <SidePanel data={data} />
      <Readers dataOf={dataOf} views={views} onMore={onMore} />
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
  const [isOpen] = usePanelOpen('sidebar');
  if (!isOpen && !isSearch) return null;
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

/** The documents in the readers: the first of the list when none was opened, and never one that is gone. */
function useOpenDocuments(): Readonly<Record<PaneId, number | null>> {
  const list = useCall('documents.list', {}).data;
  const { pane, documentId, besideId, openDocument, closePane } = useNavigation();
  const isThere = (id: number | null): boolean => list?.some((document) => document.id === id) === true;
  const kept = documentId === null ? keptDocuments() : NONE_KEPT;
  const isBesideThere = isThere(besideId);
  const first = isThere(kept.documentId) ? kept.documentId : (list?.[0]?.id ?? null);
  const foundId = isThere(documentId) ? documentId : first;
  const besideKept = isThere(kept.besideId) ? kept.besideId : null;
  const isListed = list !== undefined;
  useEffect(() => {
    if (!isListed || useNavigation.getState().screen !== 'coder') return;
    if (besideId !== null && !isBesideThere) closePane(otherPane(pane));
    else if (foundId !== null && foundId !== documentId) {
      if (besideId === null) {
        openDocument(foundId);
        if (besideKept !== null) reopenBeside(besideKept);
      } else closePane(pane);
    }
  }, [isListed, pane, documentId, besideId, isBesideThere, foundId, besideKept, openDocument, closePane]);
  const active = isListed ? foundId : null;
  const beside = isBesideThere ? besideId : null;
  return pane === 'a' ? { a: active, b: beside } : { a: beside, b: active };
}

const NONE_KEPT: KeptDocuments = { documentId: null, besideId: null };

/** The second reader as it was left; the first stays the one in hand. */
function reopenBeside(documentId: number): void {
  const { pane, openBeside, activate } = useNavigation.getState();
  openBeside(documentId);
  activate(pane);
}

interface PartProps {
  readonly data: CodingData;
  readonly view: RefObject<TranscriptView | null>;
}

function InspectorPanel({ data, view }: PartProps): ReactNode {
  const { t } = useI18n();
  const wide = useWide();
  const open = useCoder((state) => (wide ? state.inspectorOpen : state.overlayOpen));
  const [width, setWidth] = usePanelSize('inspector', 292);
  useKeepInspector(wide);
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
        {...(wide ? { style: { width } } : {})}
      >
        <Inspector data={data} view={view} />
      </Region>
    </>
  );
}
