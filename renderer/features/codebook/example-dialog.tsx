import { useState, type ReactNode } from 'react';
import type { Quotation } from '../../../src/analysis/contract.ts';
import { useCall } from '../../app/use-call.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Radios } from '../../ui/radios.tsx';
import type { Codebook } from '../coder/use-coding-data.ts';
import { closeCodebookDialog } from './dialog-state.ts';
import { addExample } from './take-example.ts';

/** So many segments are offered: an example is one that a person knows. */
const OFFERED = 100;
/** Longer segments are cut in the list; the example has them whole. */
const SHOWN = 280;

/** Chooses which segment of a code becomes its example: the starred ones first, then as they stand in the documents. */
export function ExampleDialog({
  codeId,
  data,
}: {
  readonly codeId: number;
  readonly data: Codebook;
}): ReactNode {
  const { t, quote } = useI18n();
  const code = data.codeOf.get(codeId);
  const found = useCall('analysis.segments', { codeIds: [codeId], ownOnly: true, limit: OFFERED }).data;
  const [chosenId, setChosenId] = useState<string | null>(null);
  if (code === undefined) return null;
  const offered = starredFirst(found?.quotations ?? []);
  const chosen = offered.find(({ codingId }) => String(codingId) === chosenId) ?? offered[0];
  const take = (): void => {
    if (chosen !== undefined) void addExample(code, chosen.text, chosen.documentName);
    closeCodebookDialog();
  };
  return (
    <Dialog
      title={t('codebook.exampleOf', { name: code.name })}
      size="medium"
      isOpen
      onClose={closeCodebookDialog}
      footer={
        <>
          <Button onPress={closeCodebookDialog}>{t('common.cancel')}</Button>
          <Button variant="primary" isDisabled={chosen === undefined} onPress={take}>
            {t('codebook.takeExample')}
          </Button>
        </>
      }
    >
      {found !== undefined && chosen === undefined && <p>{t('codebook.exampleNone')}</p>}
      {chosen !== undefined && (
        <Radios
          label={t('codebook.exampleChoose')}
          options={offered.map(({ codingId, text, documentName, isKey }) => ({
            id: String(codingId),
            label: quote(shortened(text)),
            hint: isKey ? t('codebook.exampleKey', { document: documentName }) : documentName,
          }))}
          value={String(chosen.codingId)}
          onChange={setChosenId}
        />
      )}
    </Dialog>
  );
}

/** Passages, each once though several people coded it. */
function starredFirst(quotations: readonly Quotation[]): readonly Quotation[] {
  const sorted = quotations.toSorted((a, b) => Number(b.isKey) - Number(a.isKey));
  const byPassage = Map.groupBy(sorted, ({ documentId, start, end }) => `${documentId}/${start}/${end}`);
  return [...byPassage.values()].flatMap((same) => same.slice(0, 1));
}

function shortened(text: string): string {
  const words = text.trim();
  if (words.length <= SHOWN) return words;
  const cut = words.lastIndexOf(' ', SHOWN);
  return `${words.slice(0, cut < 0 ? SHOWN : cut)}…`;
}
