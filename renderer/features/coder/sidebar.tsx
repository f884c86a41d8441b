import type { ReactNode } from 'react';
import { useCall } from '../../app/use-call.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { SplitPane } from '../../ui/split-pane.tsx';
import { CodePanel } from '../codebook/code-panel.tsx';
import { DocumentPanel } from '../documents/document-panel.tsx';
import { useCoder } from './state.ts';
import type { CodingData } from './use-coding-data.ts';

const HEADER = 36;
const ROW = 26;
/** So many rows show without the line between the panels being moved. */
const ROWS_SHOWN = 9;

/** Documents over codes, with a line between them that can be moved. */
export function Sidebar({ data }: { readonly data: CodingData }): ReactNode {
  const { t } = useI18n();
  const count = useCall('documents.list', {}).data?.length;
  const codingId = useCoder((state) => state.codingId);
  const inHandId = codingId === null ? null : (data.codingOf.get(codingId)?.codeId ?? null);
  // The height depends on how many documents there are, until the line is moved.
  if (count === undefined) return null;
  return (
    <SplitPane
      name="documents"
      label={t('coder.resizeDocuments')}
      direction="rows"
      initial={HEADER + ROW * Math.max(2, Math.min(ROWS_SHOWN, count)) + 9}
      min={HEADER + ROW * 2}
      max={640}
      first={<DocumentPanel openId={data.documentId} />}
      second={<CodePanel data={data.book} inHandId={inHandId} />}
    />
  );
}
