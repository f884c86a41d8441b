import { useState, type ReactNode } from 'react';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { Codebook } from '../coder/use-coding-data.ts';
import { removeCodes } from './code-commands.ts';
import { closeCodebookDialog } from './dialog-state.ts';
import { CodePicker } from './code-picker.tsx';
import { targets } from './merge-dialog.tsx';

interface RemoveDialogProps {
  readonly codeIds: readonly number[];
  readonly data: Codebook;
}

/** Deletes codes and gives their segments to another one. */
export function RemoveDialog({ codeIds, data }: RemoveDialogProps): ReactNode {
  const { t } = useI18n();
  const [toId, setToId] = useState<number | null>(null);
  const codes = codeIds.flatMap((id) => data.codeOf.get(id) ?? []);
  const to = toId === null ? undefined : data.codeOf.get(toId);
  const remove = async (): Promise<void> => {
    if (to === undefined) return;
    closeCodebookDialog();
    await removeCodes(codes, to);
  };
  return (
    <Dialog
      title={t('codebook.removeTitle', { count: codes.length, name: codes[0]?.name ?? '' })}
      isOpen
      onClose={closeCodebookDialog}
      footer={
        <>
          <Button onPress={closeCodebookDialog}>{t('common.cancel')}</Button>
          <Button variant="danger" isDisabled={to === undefined} onPress={() => void remove()}>
            {t('codebook.removeDo')}
          </Button>
        </>
      }
    >
      <CodePicker
        label={t('codebook.removeTo')}
        codes={targets(codeIds, data, false)}
        value={toId}
        onChange={setToId}
        autoFocus
      />
    </Dialog>
  );
}
