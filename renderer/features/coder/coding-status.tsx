import type { ReactNode } from 'react';
import { countWords } from '../../../src/text/words.ts';
import { StatusSlot } from '../../app/status-slot.tsx';
import { useCall } from '../../app/use-call.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { isEmpty, rangeOf } from '../../transcript/caret.ts';
import { shownText } from '../../transcript/model.ts';
import { useCoder } from './state.ts';
import type { CodingData } from './use-coding-data.ts';

/** In the status bar: words of the selection or the segment, words of the document and how much of it is coded. */
export function CodingStatus({ data }: { readonly data: CodingData }): ReactNode {
  const { t, percent } = useI18n();
  const selection = useCoder((state) => state.selection);
  const codingId = useCoder((state) => state.codingId);
  const summary = useCall('documents.list', {}).data?.find((document) => document.id === data.documentId);
  const { model } = data;
  const coding = codingId === null ? undefined : data.codingOf.get(codingId);
  const selecting = selection !== null && !isEmpty(selection);
  const range = selecting ? rangeOf(selection) : coding;
  const words = model === null || range === undefined ? null : countWords(shownText(model, range));
  const awaits = useCoder((state) => state.awaitsStance);
  return (
    <StatusSlot side="right">
      {awaits && <span>{t('coder.chooseStance')}</span>}
      {words !== null && (
        <span>{t(selecting ? 'coder.selectionStatus' : 'coder.segmentStatus', { count: words })}</span>
      )}
      {summary !== undefined && (
        <span>
          {t('coder.documentStatus', { count: summary.words, share: percent(summary.codedShare, 0) })}
        </span>
      )}
    </StatusSlot>
  );
}
