import { useState, type ReactNode } from 'react';
import type { Code } from '../../../src/codebook/contract.ts';
import type { OutputOf } from '../../../src/contract/contract.ts';
import { useCall } from '../../app/use-call.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { CodePicker } from '../codebook/code-picker.tsx';
import { recode } from './recode.ts';
import '../codebook/codebook.css';

interface RecodeDialogProps {
  readonly codes: readonly Code[];
  /** `null` while they are being asked for. */
  readonly codingIds: readonly number[] | null;
  /** A code that all of them have: it is not offered. */
  readonly exceptId?: number;
  /** Which of several lists is meant, above the rest. */
  readonly scope?: ReactNode;
  readonly onClose: () => void;
  readonly onDone?: () => void;
}

/** Gives a list of segments another code; what becomes of them is told before. */
export function RecodeDialog(props: RecodeDialogProps): ReactNode {
  const { codes, codingIds, exceptId, scope, onClose, onDone } = props;
  const { t } = useI18n();
  const [codeId, setCodeId] = useState<number | null>(null);
  const code = codes.find(({ id }) => id === codeId);
  const some = codingIds !== null && codingIds.length > 0;
  const preview = useCall(
    'codings.recodePreview',
    { codingIds: [...(codingIds ?? [])], codeId: codeId ?? 1 },
    { enabled: some && code !== undefined, keepPrevious: true },
  ).data;
  const canReplace = code !== undefined && some && preview !== undefined && preview.codings > 0;
  const replace = async (): Promise<void> => {
    if (code === undefined || codingIds === null || !(await recode(codingIds, code))) return;
    onClose();
    onDone?.();
  };
  return (
    <Dialog
      title={t('codings.recodeTitle')}
      size="medium"
      isOpen
      holds
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" isDisabled={!canReplace} onPress={() => void replace()}>
            {t('codings.recodeDo')}
          </Button>
        </>
      }
    >
      <div className="definition-fields">
        {scope}
        {scope === undefined && codingIds !== null && (
          <p>{t('codings.recodeCount', { count: codingIds.length })}</p>
        )}
        <CodePicker
          label={t('codings.recodeTo')}
          codes={codes.filter(({ id, isFolder }) => !isFolder && id !== exceptId)}
          value={codeId}
          onChange={setCodeId}
          autoFocus
        />
        <div aria-live="polite" className="merge-preview">
          {code === undefined || preview === undefined ? (
            <p>{t('codings.recodeChoose')}</p>
          ) : (
            <Preview preview={preview} name={code.name} />
          )}
        </div>
      </div>
    </Dialog>
  );
}

function Preview({
  preview,
  name,
}: {
  readonly preview: OutputOf<'codings.recodePreview'>;
  readonly name: string;
}): ReactNode {
  const { t } = useI18n();
  const { codings, joined, overlapping, overlapsJoin } = preview;
  if (codings === 0) return <p>{t('codings.recodeNothing', { code: name })}</p>;
  return (
    <ul>
      <li>{t('codings.recodeChanges', { count: codings, code: name })}</li>
      {joined > 0 && <li>{t('codings.recodeJoins', { count: joined, code: name })}</li>}
      {overlapping > 0 && (
        <li>
          {t(overlapsJoin ? 'codings.recodeOverlapsJoin' : 'codings.recodeOverlapsKeep', {
            count: overlapping,
            code: name,
          })}
        </li>
      )}
    </ul>
  );
}
