import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import type { Memo } from '../../../src/memos/contract.ts';
import { useNavigation } from '../../app/navigation.ts';
import { useCall } from '../../app/use-call.ts';
import { runCommand } from '../../app/use-command.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { useCoder } from '../coder/state.ts';
import { MemoField } from './memo-field.tsx';
import './passage-memos.css';

const QUOTED_CHARACTERS = 160;

/** A memo that stands at a passage of a document. */
export type PassageMemo = Memo & { readonly passage: NonNullable<Memo['passage']> };

const NONE: readonly Memo[] = [];

/** The memos at passages of this document, in the order of its text. */
export function usePassageMemos(documentId: number | null): readonly PassageMemo[] {
  const memos = useCall('memos.list', {}).data ?? NONE;
  return useMemo(
    () =>
      memos
        .filter(
          (memo): memo is PassageMemo =>
            memo.passage !== null && memo.target.kind === 'document' && memo.target.id === documentId,
        )
        .toSorted((a, b) => a.passage.start - b.passage.start || a.id - b.id),
    [memos, documentId],
  );
}

export interface PassageMemosProps {
  readonly documentId: number;
  readonly text: string;
  readonly readOnly: boolean;
}

/** What was remarked about passages of a document, each with its words: a click on them goes there. */
export function PassageMemos({ documentId, text, readOnly }: PassageMemosProps): ReactNode {
  const { t } = useI18n();
  const memos = usePassageMemos(documentId);
  if (memos.length === 0) return null;
  return (
    <section className="card-part">
      <h3 className="card-heading">{t('memos.atPassages', { count: memos.length })}</h3>
      {memos.map((memo) => (
        <PassageMemoItem key={memo.id} memo={memo} text={text} readOnly={readOnly} />
      ))}
    </section>
  );
}

function PassageMemoItem({
  memo,
  text,
  readOnly,
}: {
  readonly memo: PassageMemo;
  readonly text: string;
  readonly readOnly: boolean;
}): ReactNode {
  const { t } = useI18n();
  const item = useRef<HTMLDivElement>(null);
  const isInHand = useCoder((state) => state.memoId === memo.id);
  const openDocument = useNavigation((state) => state.openDocument);
  useEffect(() => {
    if (isInHand) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isInHand]);
  const { start, end } = memo.passage;
  const words = text.slice(start, Math.min(end, start + QUOTED_CHARACTERS)).toWellFormed();
  const save = async (body: string): Promise<boolean> =>
    body.trim() === ''
      ? (await runCommand('memos.remove', { memoId: memo.id })).ok
      : (await runCommand('memos.update', { memoId: memo.id, body })).ok;
  return (
    <div ref={item} className="passage-memo" data-in-hand={isInHand || undefined}>
      <button
        type="button"
        className="passage-memo-words"
        title={t('memos.goToPassage')}
        onClick={() => memo.target.kind === 'document' && openDocument(memo.target.id, { start })}
      >
        {words}
        {end - start > QUOTED_CHARACTERS && '…'}
      </button>
      <MemoField
        owner={`memo-${memo.id}`}
        label={memo.title}
        value={memo.body}
        focusRequest={0}
        isReadOnly={readOnly}
        onSave={save}
      />
    </div>
  );
}
