import { ArrowUpRight, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { WholeMemo } from '../../../src/memos/contract.ts';
import { undoAction } from '../../app/history.ts';
import { useSession } from '../../app/session.ts';
import { useDraft } from '../../app/use-draft.ts';
import { runCommand } from '../../app/use-command.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { toast } from '../../ui/toasts.ts';
import { goToMemoPlace, hasPlace } from './go-to.ts';
import { MemoField } from './memo-field.tsx';
import { Mentions } from './mentions.tsx';
import { useMemosView } from './state.ts';

/** A memo to read and write, with where it belongs and where it is mentioned. */
export function MemoDetail({ memo }: { readonly memo: WholeMemo }): ReactNode {
  const { t, dateTime } = useI18n();
  const isReadOnly = useSession((state) => state.project?.readOnly ?? false);
  return (
    <>
      <header className="memos-detail-head">
        <Title memo={memo} isReadOnly={isReadOnly} />
        <OpenPlace memo={memo} />
        {!isReadOnly && (
          <IconButton
            icon={Trash2}
            label={t('memos.remove')}
            tone="danger"
            onPress={() => void remove(memo, t('memos.removed'))}
          />
        )}
      </header>
      <p className="memos-facts">
        {[t(`memos.kind_${memo.kind}`), memo.targetName].filter(Boolean).join(' · ')}
        {' · '}
        {t('memos.facts', {
          coder: memo.coderName,
          created: dateTime(memo.createdAt),
          modified: dateTime(memo.modifiedAt),
        })}
      </p>
      <MemoField
        owner={`memo-${memo.id}`}
        label={t('memos.text')}
        place={memo.title}
        value={memo.body}
        focusRequest={0}
        isReadOnly={isReadOnly}
        onSave={async (body) => (await runCommand('memos.update', { memoId: memo.id, body })).ok}
      />
      {!isReadOnly && <p className="memos-hint">{t('memos.linkHint')}</p>}
      <Mentions kind="memo" id={memo.id} />
    </>
  );
}

/** The title saves itself when one leaves it; an empty one stays what it was. */
function Title({ memo, isReadOnly }: { readonly memo: WholeMemo; readonly isReadOnly: boolean }): ReactNode {
  const { t } = useI18n();
  const draft = useDraft({
    place: t('memos.titleOf', { name: memo.title }),
    value: memo.title,
    required: true,
    onSave: (title) => runCommand('memos.update', { memoId: memo.id, title }),
  });
  return (
    <Field
      label={t('memos.title')}
      hideLabel
      className="memos-title"
      value={draft.shown}
      maxLength={200}
      isReadOnly={isReadOnly}
      saves
      onChange={draft.change}
      onBlur={() => void draft.save()}
      onSubmit={() => void draft.save()}
    />
  );
}

function OpenPlace({ memo }: { readonly memo: WholeMemo }): ReactNode {
  const { t } = useI18n();
  if (!hasPlace(memo)) return null;
  return (
    <Button icon={ArrowUpRight} onPress={() => goToMemoPlace(memo)}>
      {t('memos.open')}
    </Button>
  );
}

async function remove(memo: WholeMemo, text: string): Promise<void> {
  const removed = await runCommand('memos.remove', { memoId: memo.id });
  if (!removed.ok) return;
  useMemosView.setState({ memoId: null });
  toast({ kind: 'info', text, action: undoAction() });
}
