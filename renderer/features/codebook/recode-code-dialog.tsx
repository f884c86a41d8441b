import { useState, type ReactNode } from 'react';
import { useNavigation } from '../../app/navigation.ts';
import { useCall } from '../../app/use-call.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Radios } from '../../ui/radios.tsx';
import type { Codebook } from '../coder/use-coding-data.ts';
import { RecodeDialog } from '../codings/recode-dialog.tsx';
import { closeCodebookDialog } from './dialog-state.ts';

interface RecodeCodeDialogProps {
  readonly codeId: number;
  readonly data: Codebook;
}

/** Gives the segments of a code another one: all of them, or those of the document one reads. */
export function RecodeCodeDialog({ codeId, data }: RecodeCodeDialogProps): ReactNode {
  const { t } = useI18n();
  const documentId = useNavigation((state) => state.documentId);
  const [scope, setScope] = useState<'all' | 'here'>('all');
  const segments = useCall('codings.ofCode', { codeId }).data;
  const here = (segments ?? []).filter((each) => each.documentId === documentId);
  const meant = scope === 'here' ? here : segments;
  return (
    <RecodeDialog
      codes={data.codes}
      codingIds={meant?.map(({ codingId }) => codingId) ?? null}
      exceptId={codeId}
      onClose={closeCodebookDialog}
      scope={
        <Radios<'all' | 'here'>
          label={t('codings.recodeScope')}
          value={scope}
          onChange={setScope}
          options={[
            { id: 'all', label: t('codings.recodeAll', { count: segments?.length ?? 0 }) },
            { id: 'here', label: t('codings.recodeHere', { count: here.length }) },
          ]}
        />
      }
    />
  );
}
