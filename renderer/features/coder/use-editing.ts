import { useEffect, useRef, type RefObject } from 'react';
import { applyEdits, type TextEdit } from '../../../src/text/edits.ts';
import { rebasedEdits } from '../../../src/text/merge-edits.ts';
import { redo, undo } from '../../app/history.ts';
import { client } from '../../app/client.ts';
import { useSession } from '../../app/session.ts';
import { leaveWords, writeWords, type Words } from '../../app/unsaved.ts';
import { runCommand } from '../../app/use-command.ts';
import { i18nNow } from '../../i18n/use-i18n.ts';
import type { TranscriptView } from '../../transcript/view.ts';
import { confirm } from '../../ui/confirm-question.ts';
import { toast } from '../../ui/toasts.ts';
import { otherPane } from '../../app/panes.ts';
import { useNavigation } from '../../app/navigation.ts';
import { coderOf, useCoder, useOwnCoder, type CoderState } from './state.ts';
import type { CodingData } from './use-coding-data.ts';

/** An undoing in another window may take a text back before it was seen here. */
const LONGEST_WAIT_MS = 2_000;

type Content = NonNullable<CodingData['content']>;

/** Lets the person correct the text of the open document while the screen is in that mode. */
export function useEditing(view: RefObject<TranscriptView | null>, data: CodingData, ready: boolean): void {
  const isEditing = useCoder((state) => state.editing) && !data.readOnly;
  const coder = useOwnCoder();
  const latest = useRef<Content | null>(null);
  const waiting = useRef<{ readonly version: number; readonly done: () => void } | null>(null);
  const { content } = data;
  const hasText = content !== null;
  useEffect(() => {
    latest.current = content;
    const wait = waiting.current;
    // Another window may have gone on from there already; only an undoing leads back to an older text.
    if (wait === null || content === null || content.textVersionId < wait.version) return;
    waiting.current = null;
    // The view takes the new text in an effect of its own; a turn later it is in the page.
    queueMicrotask(wait.done);
  }, [content]);
  useEffect(() => {
    if (!isEditing || !ready || !hasText) return undefined;
    const shown = view.current;
    // What is sent when the page has gone on to another document is still of this one.
    let last: Content | null = null;
    let gone = false;
    const own = (): Content | null => (gone ? last : latest.current);
    let owner = {};
    shown?.setEditing({
      commit: async (edits, typing) => {
        const before = own();
        const write = async (): Promise<number | false> => await commitEdits(before, edits, typing);
        const version = await writeWords(owner, wordsOf(before, edits), write, () => Promise.resolve());
        if (version === false) {
          if (isUnreachable() && !gone) return 'later';
          // The page shows the old words again; the new ones wait to be written.
          leaveWords(owner);
          owner = {};
          return false;
        }
        if (gone) {
          last = await client.documents.get({ documentId: data.documentId ?? 0 }).catch(() => last);
          return true;
        }
        if (latest.current?.textVersionId !== version)
          await new Promise<void>((done) => {
            waiting.current = { version, done };
            setTimeout(done, LONGEST_WAIT_MS);
          });
        return true;
      },
      undo: () => void undo(),
      redo: () => void redo(),
      leave: () => coder.setState({ editing: false }),
      label: (paragraph) => i18nNow().t('coder.editParagraph', { paragraph: paragraph.index + 1 }),
    });
    return () => {
      last = latest.current;
      gone = true;
      shown?.setEditing(null);
    };
  }, [view, coder, isEditing, ready, hasText, data.documentId]);
}

function isUnreachable(): boolean {
  return useSession.getState().connection !== 'connected';
}

/** The lines of the text that edits touch, as they would become. */
function wordsOf(content: Content | null, edits: readonly TextEdit[]): Words {
  const text = content?.text ?? '';
  const start = text.lastIndexOf('\n', Math.min(...edits.map((edit) => edit.start)) - 1) + 1;
  const after = text.indexOf('\n', Math.max(...edits.map((edit) => edit.end)));
  const end = after === -1 ? text.length : after;
  const own = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  const place = i18nNow().t('unsaved.textOf', { name: content?.name ?? '' });
  return { place, text: applyEdits(text.slice(start, end), own) };
}

/** In the active reader; the text is corrected in one reader at a time. */
export function toggleEditing(): void {
  useCoder.setState((state) => ({ editing: !state.editing, selection: closed(state.selection) }));
  coderOf(otherPane(useNavigation.getState().pane)).setState({ editing: false });
}

function closed(selection: CoderState['selection']) {
  return selection === null ? null : { anchor: selection.focus, focus: selection.focus };
}

/** Makes edits, asking first when coded passages would be left without words. Answers the new text's id, or `false`. */
async function commitEdits(
  content: Content | null,
  edits: readonly TextEdit[],
  typing: boolean,
  triesLeft = 3,
): Promise<number | false> {
  if (content === null) return false;
  const { id: documentId, textVersionId } = content;
  const changes = [{ documentId, textVersionId, edits: [...edits] }];
  const done = await runCommand('documents.edit', { changes, typing }, { silent: true });
  if (done.ok) return done.value.documents[0]?.textVersionId ?? textVersionId;
  if (done.error.code === 'edit.stale' && triesLeft > 0) {
    // Another window was faster: the same edits, where their words are now.
    const now = await client.documents.get({ documentId }).catch(() => null);
    if (now !== null)
      return commitEdits(now, rebasedEdits(content.text, now.text, edits), typing, triesLeft - 1);
  }
  if (done.error.code !== 'edit.loses') {
    // A lost connection is said above the screen, once.
    if (done.error.code !== 'connection.lost') toast({ kind: 'error', text: done.error.message });
    return false;
  }
  const { t } = i18nNow();
  const { lost } = await client.documents.editImpact({ changes });
  const going = lost.filter(({ kind }) => kind !== 'memo');
  const listed = going
    .slice(0, 5)
    .map(({ name, quotation }) => `${name}\u00a0: ${i18nNow().quote(quotation)}`);
  const agreed = await confirm({
    title: t('coder.editLosesTitle', { count: going.length }),
    text: [...listed, going.length > listed.length ? '…' : '', t('coder.editLosesText')]
      .filter(Boolean)
      .join('\n'),
    confirm: t('coder.editLosesConfirm'),
    danger: true,
  });
  if (!agreed) return false;
  const dropped = await runCommand('documents.edit', { changes, dropEmptied: true });
  return dropped.ok ? (dropped.value.documents[0]?.textVersionId ?? textVersionId) : false;
}
