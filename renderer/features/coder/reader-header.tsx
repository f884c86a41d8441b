import { ALargeSmall, ArrowLeftRight, Columns2, PanelLeft, PanelRight, Pencil, X } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { useNavigation } from '../../app/navigation.ts';
import { shownPanes, type PaneId } from '../../app/panes.ts';
import { keysOf } from '../../app/shortcut-list.ts';
import { useSession } from '../../app/session.ts';
import { useShortcut } from '../../app/shortcuts.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { usePanelOpen } from '../../ui/panel-memory.ts';
import { Popover } from '../../ui/popover.tsx';
import { useDocumentFacts } from '../documents/use-document-facts.ts';
import type { TopicSpan } from '../guide/topic-spans.ts';
import { toggleBeside } from './beside.ts';
import { CurrentTopic } from './current-topic.tsx';
import { toggleInspector } from './toggle-inspector.ts';
import { toggleSidebar } from './toggle-sidebar.ts';
import { useCoder } from './state.ts';
import { TextOptions } from './text-options.tsx';
import { toggleEditing } from './use-editing.ts';
import { useWide } from './use-wide.ts';
import './reader-header.css';

interface ReaderHeaderProps {
  readonly pane: PaneId;
  readonly documentId: number | null;
  readonly name: string;
  readonly topics: readonly TopicSpan[];
}

/** Above the transcript: which document it is, how the text is shown, and the inspector's switch. */
export const ReaderHeader = memo(function ReaderHeader({
  pane,
  documentId,
  name,
  topics,
}: ReaderHeaderProps): ReactNode {
  const { t } = useI18n();
  const facts = useDocumentFacts(documentId);
  const wide = useWide();
  const open = useCoder((state) => (wide ? state.inspectorOpen : state.overlayOpen));
  useShortcut('coder.inspector', toggleInspector);
  const isAlone = useNavigation((state) => state.besideId === null);
  const isLeft = useNavigation((state) => shownPanes(state)[0] === pane);
  const [isSidebarOpen] = usePanelOpen('sidebar');
  const isRight = useNavigation((state) => shownPanes(state).at(-1) === pane);
  const closePane = useNavigation((state) => state.closePane);
  const swapPanes = useNavigation((state) => state.swapPanes);
  const isEditing = useCoder((state) => state.editing);
  const readOnly = useSession((state) => state.project?.readOnly ?? false);
  useShortcut('coder.edit', () => (documentId === null || readOnly ? false : toggleEditing()));
  return (
    <header className="reader-head">
      {isLeft && !isSidebarOpen && (
        <IconButton
          label={t('coder.showSidebar')}
          icon={PanelLeft}
          shortcut={keysOf('coder.sidebar')}
          onPress={toggleSidebar}
        />
      )}
      <h2 className="reader-title">{name}</h2>
      <p className="reader-facts">{facts.flatMap((fact) => fact.brief ?? []).join(' · ')}</p>
      {documentId !== null && topics.length > 0 && <CurrentTopic documentId={documentId} topics={topics} />}
      <IconButton
        label={t(isEditing ? 'coder.editDone' : 'coder.edit')}
        icon={Pencil}
        shortcut={keysOf('coder.edit')}
        active={isEditing}
        isDisabled={documentId === null || readOnly}
        onPress={toggleEditing}
      />
      <Popover
        trigger={<IconButton label={t('coder.textOptions')} icon={ALargeSmall} />}
        label={t('coder.textOptions')}
        placement="bottom end"
      >
        <TextOptions />
      </Popover>
      {isAlone ? (
        <IconButton
          label={t('coder.readBeside')}
          icon={Columns2}
          shortcut={keysOf('coder.beside')}
          isDisabled={documentId === null}
          onPress={toggleBeside}
        />
      ) : (
        <>
          {isRight && <IconButton label={t('coder.swapReaders')} icon={ArrowLeftRight} onPress={swapPanes} />}
          <IconButton label={t('coder.closeReader', { name })} icon={X} onPress={() => closePane(pane)} />
        </>
      )}
      {isRight && (
        <IconButton
          label={t(open ? 'coder.hideInspector' : 'coder.showInspector')}
          icon={PanelRight}
          shortcut={keysOf('coder.inspector')}
          active={open}
          onPress={toggleInspector}
        />
      )}
    </header>
  );
});
