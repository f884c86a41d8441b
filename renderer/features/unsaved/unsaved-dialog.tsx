import { useState, type ReactNode } from 'react';
import type { UnsavedWords } from '../../../src/unsaved/contract.ts';
import { undoAction } from '../../app/history.ts';
import { forgetWords, useUnsaved } from '../../app/unsaved.ts';
import { runCommand, type ActName } from '../../app/use-command.ts';
import { useSession } from '../../app/session.ts';
import { i18nNow, useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { confirm } from '../../ui/confirm-question.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { toast } from '../../ui/toasts.ts';
import './unsaved-dialog.css';

/** What was typed in the open project and could not be written: to be written now, copied, or given up. */
export function UnsavedDialog(): ReactNode {
  const { t } = useI18n();
  const { offered, isOpen } = useUnsaved();
  const close = (): void => useUnsaved.setState({ isOpen: false });
  return (
    <Dialog
      title={t('unsaved.title')}
      isOpen={isOpen}
      onClose={close}
      size="medium"
      footer={<Button onPress={close}>{t('unsaved.later')}</Button>}
    >
      <p className="unsaved-intro">{t('unsaved.intro')}</p>
      <ul className="unsaved-list">
        {offered.map((words) => (
          <Item key={words.id} words={words} />
        ))}
      </ul>
    </Dialog>
  );
}

function Item({ words }: { readonly words: UnsavedWords }): ReactNode {
  const { t, dateTime } = useI18n();
  const isReadOnly = useSession((state) => state.project?.readOnly ?? true);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { id, place, text, at, call } = words;
  const putBack = async (): Promise<void> => {
    const reason = await written(words);
    if (reason !== null) return setRefusal(reason);
    toast({ kind: 'ok', text: t('unsaved.saved'), action: undoAction() });
    await forgetWords([id]);
  };
  const drop = async (): Promise<void> => {
    const question = {
      title: t('unsaved.dropTitle'),
      text: t('unsaved.dropText'),
      confirm: t('unsaved.drop'),
      danger: true,
      safe: true,
    };
    if (await confirm(question)) await forgetWords([id]);
  };
  return (
    <li className="unsaved-item">
      <div className="unsaved-head">
        <span className="unsaved-place">{place}</span>
        <span className="unsaved-at">{t('unsaved.when', { at: dateTime(at) })}</span>
      </div>
      {/* The words can be gone through by keys. */}
      <p className="unsaved-text" tabIndex={0} lang="">
        {text}
      </p>
      {refusal !== null && (
        <p className="unsaved-refusal" role="alert">
          {t('unsaved.refused', { reason: refusal })}
        </p>
      )}
      <div className="unsaved-acts">
        {call !== undefined && (
          <Button size="small" variant="primary" isDisabled={isReadOnly} onPress={() => void putBack()}>
            {t('unsaved.putBack')}
          </Button>
        )}
        <Button size="small" onPress={() => void copy(text)}>
          {t('unsaved.copy')}
        </Button>
        <Button size="small" variant="quiet" onPress={() => void drop()}>
          {t('unsaved.drop')}
        </Button>
      </div>
    </li>
  );
}

/** Does what would have written the words; answers why it was refused, else `null`. */
async function written({ call }: UnsavedWords): Promise<string | null> {
  if (call === undefined) return null;
  // The core checks the name and the input of every call.
  const done = await runCommand(call.name as ActName, call.input as never, { silent: true });
  return done.ok ? null : done.error.message;
}

async function copy(text: string): Promise<void> {
  const { t } = i18nNow();
  try {
    await navigator.clipboard.writeText(text);
    toast({ kind: 'ok', text: t('unsaved.copied') });
  } catch {
    toast({ kind: 'error', text: t('unsaved.notCopied') });
  }
}
