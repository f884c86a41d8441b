import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type ReactNode,
  type RefObject,
} from 'react';
import { useForcedColours } from '../../app/appearance.ts';
import { useNavigation } from '../../app/navigation.ts';
import type { PaneId } from '../../app/panes.ts';
import { isMet, keepStanding, meet, reportSpot, standingIn } from '../../app/places.ts';
import { usePreferences } from '../../app/preferences.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import type { TranscriptModel } from '../../transcript/model.ts';
import { TranscriptView } from '../../transcript/view.ts';
import type { Fills, ViewMemo } from '../../transcript/types.ts';
import { applyCode, resizeCoding } from '../codings/coding-commands.ts';
import { isLinkable, linkTo } from '../codings/link-actions.ts';
import {
  chooseCoding,
  chooseMemo,
  placeCaret,
  setSelection,
  useOwnCoder,
  type CoderState,
  type CoderStore,
} from './state.ts';
import { usePassageMemos } from '../memos/passage-memos.tsx';
import { useHitsIn } from '../search/use-search.ts';
import { followText } from './follow-text.ts';
import { useReadingLetters } from './reading-letters.ts';
import { transcriptWords } from './transcript-words.ts';
import type { CodingData } from './use-coding-data.ts';
import { useEditing } from './use-editing.ts';
import { useLiveCodings } from './use-live-codings.ts';
import { useWide } from './use-wide.ts';
import '../../transcript/transcript.css';

export interface ReaderProps {
  readonly pane: PaneId;
  readonly data: CodingData;
  /** Where the view is put for the screen around it. */
  readonly view: RefObject<TranscriptView | null>;
  /** Opens the list of codings of a crowded label. */
  readonly onMore: (codingIds: readonly number[], anchor: HTMLElement) => void;
}

/** The transcript in React: it owns one empty element and hands every change to the view. */
export function Reader({ pane, data, view, onMore }: ReaderProps): ReactNode {
  const i18n = useI18n();
  const coder = useOwnCoder();
  const root = useRef<HTMLDivElement>(null);
  const [ready, setReady] = useState(false);
  const { fills, patterns, readingSize, readingMeasure } = usePreferences();
  const wide = useWide();
  const latest = useRef({ data, onMore, wide });
  useEffect(() => {
    latest.current = { data, onMore, wide };
  });

  useEffect(() => {
    if (root.current === null) return undefined;
    const words = transcriptWords(i18n, '');
    const made = new TranscriptView(
      root.current,
      {
        select: (selection) => setSelection(selection, coder),
        read: (readingAt) => coder.setState({ readingAt }),
        pick: (codingId) => {
          const picked = codingId === null ? undefined : latest.current.data.codingOf.get(codingId);
          // While a segment waits for another, a click on coded words is the answer.
          if (picked !== undefined && isLinkable(picked)) void linkTo({ ...picked, codingId: picked.id });
          else {
            // Without a caret the keyboard would begin at the top of the view, away from what was just chosen.
            if (picked !== undefined && coder.getState().selection === null) placeCaret(picked.end, coder);
            chooseCoding(codingId, coder);
          }
        },
        pickMemo: (memoId) => {
          chooseMemo(memoId, coder);
          // The card is beside the text, or over it in a narrow window.
          coder.setState({ [latest.current.wide ? 'inspectorOpen' : 'overlayOpen']: true });
        },
        hover: () => undefined,
        resize: (codingId, range) => {
          const coding = latest.current.data.codingOf.get(codingId);
          if (coding !== undefined && coding.id > 0) void resizeCoding(coding, range);
        },
        dropCode: (codeId, range) => {
          const { documentId, coderId } = latest.current.data;
          if (documentId === null) return;
          void applyCode({ documentId, range, stance: null }, codeId, coderId).then((id) => {
            if (id !== null) chooseCoding(id, coder);
          });
        },
        more: (ids, anchor) => latest.current.onMore(ids, anchor),
      },
      words,
      pane === 'a' ? 'tr' : `tr-${pane}`,
    );
    view.current = made;
    setReady(true);
    return () => {
      view.current = null;
      made.destroy();
    };
    // The words are set again below whenever the language changes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const { model, viewCodings } = data;
  const memos = useViewMemos(data.documentId);
  const name = data.content?.name ?? '';
  const lettersReady = useReadingLetters();
  const written = useRef<TranscriptModel | null>(null);
  useEffect(() => {
    const before = written.current;
    written.current = model;
    if (before !== null && before.documentId === model?.documentId)
      followText(coder, before.text, model.text);
    if (lettersReady) view.current?.setModel(model);
  }, [view, coder, model, lettersReady]);
  useEffect(() => view.current?.setCodings(viewCodings), [view, model, viewCodings, lettersReady]);
  useEffect(() => view.current?.setMemos(memos), [view, model, memos, lettersReady]);
  useEffect(() => view.current?.setWords(transcriptWords(i18n, name)), [view, i18n, name]);
  useEffect(() => view.current?.relayout(), [view, readingSize, readingMeasure]);
  const hits = useHitsIn(data.documentId);
  useEffect(() => view.current?.setLook({ hits }), [view, model, hits, lettersReady]);
  useLiveCodings(view, data);
  const forced = useForcedColours();
  useLook(view, coder, fills, patterns || forced);
  useEditing(view, data, ready && lettersReady);
  usePlace(view, coder, pane, data, ready && lettersReady);
  const isActive = useNavigation((state) => state.pane === pane);
  useSpot(view, data.documentId, model !== null && isActive);
  useStanding(view, pane, model?.documentId ?? null);
  useOrder(view);

  const style = { '--reading-size': `${readingSize}px` } as CSSProperties;
  return <div ref={root} className="reader-body" style={style} data-measure={readingMeasure} />;
}

/** The memos at passages, as marks beside the text. */
function useViewMemos(documentId: number | null): readonly ViewMemo[] {
  const memos = usePassageMemos(documentId);
  return useMemo(() => memos.map(({ id, passage }) => ({ id, start: passage.start })), [memos]);
}

/** Keeps the view's look equal to the state, without rendering the screen again for each caret step. */
function useLook(
  view: RefObject<TranscriptView | null>,
  coder: CoderStore,
  fills: Fills,
  patterns: boolean,
): void {
  useEffect(() => {
    const apply = (state: CoderState): void =>
      view.current?.setLook({
        fills,
        patterns,
        selectedId: state.codingId,
        selection: state.selection,
        litId: state.litId,
      });
    apply(coder.getState());
    return coder.subscribe(apply);
  }, [view, coder, fills, patterns]);
}

/** Tells where the person is reading, so that they can come back. */
function useSpot(view: RefObject<TranscriptView | null>, documentId: number | null, isThere: boolean): void {
  useLayoutEffect(() => {
    if (documentId === null || !isThere) return undefined;
    return reportSpot(() => {
      const start = view.current?.firstShown();
      return start === undefined ? null : { documentId, start };
    });
  }, [view, documentId, isThere]);
}

/** Keeps where the reader stands when it goes: another screen is shown, or another document. */
function useStanding(view: RefObject<TranscriptView | null>, pane: PaneId, documentId: number | null): void {
  useLayoutEffect(() => {
    if (documentId === null) return undefined;
    // Asked when it goes, while the view is still there: its ref is emptied after this.
    const keep = (): void => {
      const standing = view.current?.standing() ?? null;
      if (standing !== null) keepStanding(pane, { documentId, ...standing });
    };
    return keep;
  }, [view, pane, documentId]);
}

/** Readers that change places lose where they were scrolled to, and the focus. */
function useOrder(view: RefObject<TranscriptView | null>): void {
  const isSwapped = useNavigation((state) => state.isSwapped);
  useLayoutEffect(() => view.current?.restoreScroll(), [view, isSwapped]);
}

/** Goes where another screen, or a search, pointed; else, when the screen is shown again, to where it was read before. */
function usePlace(
  view: RefObject<TranscriptView | null>,
  coder: CoderStore,
  pane: PaneId,
  data: CodingData,
  ready: boolean,
): void {
  const place = useNavigation((state) => state.place);
  const isBack = useRef(false);
  const { model, codingOf } = data;
  useEffect(() => {
    if (!ready || model === null) return;
    if (!isBack.current) {
      isBack.current = true;
      const stood = standingIn(pane, model.documentId);
      if (stood !== null)
        requestAnimationFrame(() =>
          view.current?.showFrom(Math.min(stood.start, model.text.length), stood.below),
        );
    }
    if (place === null || isMet(pane, place.token)) return;
    if (place.pane !== pane || place.documentId !== model.documentId) return;
    const coding = place.codingId === undefined ? undefined : codingOf.get(place.codingId);
    if (place.codingId !== undefined && coding === undefined && !data.ready) return;
    meet(pane, place.token);
    if (coding !== undefined) {
      chooseCoding(coding.id, coder);
      requestAnimationFrame(() => view.current?.reveal(coding, true));
      return;
    }
    const { start, end } = place;
    if (start === undefined) return;
    if (place.isTop === true) {
      requestAnimationFrame(() => view.current?.showFrom(start));
      return;
    }
    const range = { start, end: Math.max(start + 1, end ?? start + 1) };
    if (end !== undefined && end > start) setSelection({ anchor: start, focus: end }, coder);
    requestAnimationFrame(() => view.current?.reveal(range));
  }, [view, coder, pane, place, model, codingOf, data.ready, ready]);
}
