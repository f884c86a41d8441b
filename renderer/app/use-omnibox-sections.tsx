import {
  FileText,
  Flag,
  NotebookPen,
  Search,
  Terminal,
  TextSearch,
  UserRound,
  type LucideIcon,
} from 'lucide-react';
import { useDeferredValue, type ReactNode } from 'react';
import { openMemo, useMemosView } from '../features/memos/state.ts';
import { goToHit, openSearch } from '../features/search/state.ts';
import { useI18n } from '../i18n/use-i18n.ts';
import { Mark } from '../ui/mark.tsx';
import { useNavigation } from './navigation.ts';
import { OMNIBOX_COMMANDS } from './omnibox-commands.ts';
import { matching } from './omnibox-items.ts';
import { rememberThing, useOmniboxRecents, type RecentThing } from './omnibox-recents.ts';
import { keysOf } from './shortcut-list.ts';
import { useCall } from './use-call.ts';
import { useWindows } from './windows.ts';

/** Hits in the texts, and memos, that are asked for. */
const ASKED = 5;
const SHORTEST_WORD = 3;
/** Characters shown before a hit. */
const BEFORE_HIT = 20;

export interface OmniboxItem {
  /** Of its own in the whole list. */
  readonly key: string;
  readonly label: string;
  readonly hint?: string;
  readonly icon?: LucideIcon;
  readonly lead?: ReactNode;
  readonly shortcut?: string;
  readonly run: () => void;
  /** Opens it in the reader beside. */
  readonly beside?: () => void;
}

export interface OmniboxSection {
  readonly id: string;
  readonly title: string;
  /** All that was found here, best first. */
  readonly items: readonly OmniboxItem[];
  /** Where the rest is seen, when there is more than came: how many there are, and the way. */
  readonly rest?: { readonly total: number; readonly show: () => void };
}

/** What has a name and fits what was typed: things of the project by kind, commands, words of the texts. */
export function useOmniboxSections(query: string): readonly OmniboxSection[] {
  const { t } = useI18n();
  const { openDocument, openBeside, openQuotations, show } = useNavigation();
  const documents = useCall('documents.list', {}).data ?? [];
  const codes = useCall('codes.list', {}).data ?? [];
  const participants = useCall('participants.list', {}).data ?? [];
  const hypotheses = useCall('hypotheses.list', {}).data ?? [];
  const words = useDeferredValue(query.trim());
  const isLong = words.length >= SHORTEST_WORD;
  const texts = useCall(
    'search.find',
    { text: words === '' ? ' ' : words, limit: ASKED, quick: true },
    { enabled: isLong, keepPrevious: true },
  ).data;
  const memos = useCall(
    'memos.search',
    { ...(words === '' ? {} : { text: words }), limit: ASKED },
    { enabled: isLong, keepPrevious: true },
  ).data;
  const recents = useOmniboxRecents();

  const thing = (id: RecentThing, item: Omit<OmniboxItem, 'key'>): OmniboxItem => ({
    ...item,
    key: id,
    run: () => {
      rememberThing(id);
      item.run();
    },
  });
  const ofDocument = ({ id, name, codings }: (typeof documents)[number]): OmniboxItem =>
    thing(`document:${id}`, {
      icon: FileText,
      label: name,
      hint: t('common.segments', { count: codings }),
      run: () => openDocument(id),
      beside: () => openBeside(id),
    });
  const ofCode = ({ id, name, colour, shape }: (typeof codes)[number]): OmniboxItem =>
    thing(`code:${id}`, {
      lead: <Mark colour={colour} shape={shape} />,
      label: name,
      run: () => openQuotations({ codeIds: [id] }),
    });
  const ofParticipant = ({ id, name, documentIds: [first] }: (typeof participants)[number]): OmniboxItem =>
    thing(`participant:${id}`, {
      icon: UserRound,
      label: name,
      hint: documents.find((document) => document.id === first)?.name ?? '',
      run: () =>
        first === undefined
          ? useWindows.getState().show({ kind: 'project', part: 'participants' })
          : openDocument(first),
      ...(first === undefined ? {} : { beside: () => openBeside(first) }),
    });
  const ofHypothesis = ({ id, label, title }: (typeof hypotheses)[number]): OmniboxItem =>
    thing(`hypothesis:${id}`, {
      icon: Flag,
      label: `${label} ${title}`,
      run: () => {
        show('hypotheses');
        requestAnimationFrame(() => document.querySelector(`[data-hypothesis="${id}"]`)?.scrollIntoView());
      },
    });
  const ofMemo = ({ id, title, targetName }: NonNullable<typeof memos>['memos'][number]): OmniboxItem =>
    thing(`memo:${id}`, {
      icon: NotebookPen,
      label: title,
      hint: targetName ?? '',
      run: () => openMemo(id),
    });

  const named = hypotheses.map((each) => ({ ...each, name: `${each.label} ${each.title}` }));
  const commands = OMNIBOX_COMMANDS.map((command) => ({ ...command, name: t(command.label) }));
  const all: readonly OmniboxItem[] = [
    ...documents.map(ofDocument),
    ...codes.map(ofCode),
    ...participants.map(ofParticipant),
    ...hypotheses.map(ofHypothesis),
  ];
  const recent = query.trim() === '' ? recents.flatMap((id) => all.find(({ key }) => key === id) ?? []) : [];
  const foundMemos = isLong ? (memos?.memos ?? []) : [];
  const sections: readonly OmniboxSection[] = [
    {
      id: 'recent',
      title: t('app.omniboxRecent'),
      items: recent.map((item) => ({ ...item, key: `recent:${item.key}` })),
    },
    { id: 'documents', title: t('app.omniboxDocuments'), items: matching(documents, query).map(ofDocument) },
    { id: 'codes', title: t('app.omniboxCodes'), items: matching(codes, query).map(ofCode) },
    {
      id: 'participants',
      title: t('app.omniboxParticipants'),
      items: query.trim() === '' ? [] : matching(participants, query).map(ofParticipant),
    },
    {
      id: 'hypotheses',
      title: t('app.omniboxHypotheses'),
      items: query.trim() === '' ? [] : matching(named, query).map(ofHypothesis),
    },
    {
      id: 'memos',
      title: t('app.omniboxMemos'),
      items: foundMemos.map(ofMemo),
      ...(isLong && (memos?.total ?? 0) > ASKED
        ? {
            rest: {
              total: memos?.total ?? 0,
              show: () => {
                useMemosView.setState({ text: words });
                show('memos');
              },
            },
          }
        : {}),
    },
    {
      id: 'commands',
      title: t('app.omniboxCommands'),
      items: matching(commands, query).map(({ id, name, keys, run }) => ({
        key: id,
        icon: Terminal,
        label: name,
        run,
        ...(keys === undefined ? {} : { shortcut: keys }),
      })),
    },
    {
      id: 'texts',
      title: t('search.inTexts'),
      items:
        words === ''
          ? []
          : [
              ...(isLong ? (texts?.hits ?? []) : []).map((hit): OmniboxItem => ({
                key: `hit:${hit.documentId}:${hit.start}`,
                icon: TextSearch,
                label: hit.snippet.slice(Math.max(0, hit.snippetStart - BEFORE_HIT)),
                hint: hit.documentName,
                run: () => {
                  openSearch(false, words);
                  goToHit(hit);
                },
                beside: () => openBeside(hit.documentId, { start: hit.start, end: hit.end }),
              })),
              {
                key: 'search',
                icon: Search,
                label: t('search.inAllTexts', { query: words }),
                shortcut: keysOf('search.all'),
                run: () => openSearch(false, words),
              },
            ],
    },
  ];
  return sections.filter(({ items }) => items.length > 0);
}
