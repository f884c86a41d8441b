import { useRef, useState, type ReactNode } from 'react';
import { client } from '../../app/client.ts';
import { undoToast } from '../../app/history.ts';
import { useSession } from '../../app/session.ts';
import { saveRendered } from '../../app/shell.ts';
import { useCall } from '../../app/use-call.ts';
import { useCommand } from '../../app/use-command.ts';
import { i18nNow, useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { toast } from '../../ui/toasts.ts';
import { FoundNames } from './found-names.tsx';
import { NameTable } from './name-table.tsx';
import { replacementWords } from './replacement-words.ts';
import { SealDialog } from './seal-dialog.tsx';
import { summary, tickedForms, withTick, type Ticks } from './ticks.ts';
import './pseudonyms.css';

/** Names and their pseudonyms, where the names stand, and the way to take them out for good. */
export function PseudonymsDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useI18n();
  const readOnly = useSession((state) => state.project?.readOnly ?? true);
  const entries = useCall('pseudonyms.list', {}).data ?? [];
  const names = useCall('pseudonyms.preview', {}, { keepPrevious: true }).data?.names ?? [];
  const [ticks, setTicks] = useState<Ticks>(new Map());
  const [sealing, setSealing] = useState(false);
  const keyButton = useRef<HTMLButtonElement>(null);
  const apply = useCommand('pseudonyms.apply');
  const { replacements, documents } = summary(names, ticks);
  const run = async (): Promise<void> => {
    const done = await apply.run({ forms: tickedForms(names, ticks) });
    if (!done.ok) return;
    // Nothing is left to apply, and a button that cannot be pressed keeps no focus: the key is what comes next.
    keyButton.current?.focus();
    const { replacements: count, documents: inDocuments, joined } = done.value;
    const persons = joined === 0 ? '' : ` · ${t('pseudonyms.joined', { count: joined })}`;
    undoToast(`${replacementWords(count, inDocuments)}${persons}`);
  };
  return (
    <Dialog
      title={t('pseudonyms.title')}
      isOpen
      onClose={onClose}
      size="huge"
      flush
      footerStart={<output>{entries.length > 0 && replacementWords(replacements, documents)}</output>}
      footer={
        <>
          <Button ref={keyButton} isDisabled={entries.length === 0} onPress={() => void exportKey()}>
            {t('pseudonyms.exportKey')}
          </Button>
          <Button isDisabled={readOnly} onPress={() => setSealing(true)}>
            {t('pseudonyms.seal')}
          </Button>
          <Button
            variant="primary"
            isDisabled={readOnly || replacements === 0 || apply.pending}
            onPress={() => void run()}
          >
            {t('pseudonyms.apply')}
          </Button>
        </>
      }
    >
      <div className="pseudonyms">
        <NameTable entries={entries} readOnly={readOnly} />
        <FoundNames
          names={names}
          isEmpty={entries.length === 0}
          ticks={ticks}
          onTick={(form, on) => setTicks((before) => withTick(before, form, on))}
        />
      </div>
      {sealing && <SealDialog waiting={replacements} onClose={() => setSealing(false)} />}
    </Dialog>
  );
}

/** The table as a file for the person to keep elsewhere. */
async function exportKey(): Promise<void> {
  try {
    saveRendered(await client.pseudonyms.exportKey({}));
  } catch (error) {
    toast({ kind: 'error', text: error instanceof Error ? error.message : i18nNow().t('errors.saveFailed') });
  }
}
