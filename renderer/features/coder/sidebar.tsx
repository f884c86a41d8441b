import type { ReactNode, RefObject } from 'react';
import { useCall } from '../../app/use-call.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import type { TranscriptView } from '../../transcript/view.ts';
import { SplitPane } from '../../ui/split-pane.tsx';
import { CodePanel } from '../codebook/code-panel.tsx';
import { DocumentPanel } from '../documents/document-panel.tsx';
import type { CodingData } from './use-coding-data.ts';

const HEADER = 36;
const ROW = 26;
/** So many rows show without the line between the panels being moved. */
const ROWS_SHOWN = 9;

/** Documents over codes, with a line between them that can be moved. */
export function Sidebar({
  data,
  view,
}: {
  readonly data: CodingData;
  readonly view: RefObject<TranscriptView | null>;
}): ReactNode {
  const { t } = useI18n();
  const count = useCall('documents.list', {}).data?.length;
  // The first height depends on how many documents there are.
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
      second={<CodePanel data={data} view={view} />}
    />
  );
}
