import { FileUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { FileTrigger } from 'react-aria-components';
import { undoToast } from '../../app/history.ts';
import { runCommand } from '../../app/use-command.ts';
import { i18nNow, useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { decodeTable } from './decode-table.ts';

/** Takes the names of a CSV file. */
export function ImportTable(): ReactNode {
  const { t } = useI18n();
  return (
    <FileTrigger
      acceptedFileTypes={['.csv', '.txt', '.tsv', 'text/csv']}
      onSelect={(files) => {
        const file = files?.[0];
        if (file !== undefined) void take(file);
      }}
    >
      <Button icon={FileUp}>{t('pseudonyms.importCsv')}</Button>
    </FileTrigger>
  );
}

async function take(file: File): Promise<void> {
  const csv = decodeTable(await file.arrayBuffer());
  const done = await runCommand('pseudonyms.import', { csv });
  if (done.ok)
    undoToast(i18nNow().t('pseudonyms.imported', { count: done.value.added + done.value.updated }));
}
