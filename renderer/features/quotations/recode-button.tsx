import { Replace } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useSession } from '../../app/session.ts';
import { useCall } from '../../app/use-call.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { RecodeDialog } from '../codings/recode-dialog.tsx';
import { clearTicks, useQuotationsView } from './state.ts';
import type { QuotationsData } from './use-quotations.ts';

/** Gives the ticked quotations another code, or all that were found when none is ticked. */
export function RecodeButton({ data }: { readonly data: QuotationsData }): ReactNode {
  const { t } = useI18n();
  const readOnly = useSession((state) => state.project?.readOnly ?? false);
  const [isOpen, setOpen] = useState(false);
  if (readOnly) return null;
  return (
    <>
      <Button icon={Replace} isDisabled={data.found.total === 0} onPress={() => setOpen(true)}>
        {t('codings.recodeItem')}
      </Button>
      {isOpen && <RecodeFound data={data} onClose={() => setOpen(false)} />}
    </>
  );
}

function RecodeFound({
  data,
  onClose,
}: {
  readonly data: QuotationsData;
  readonly onClose: () => void;
}): ReactNode {
  const { selection, ticked } = useQuotationsView();
  const all = useCall('analysis.segmentIds', selection, { enabled: ticked.size === 0 }).data;
  return (
    <RecodeDialog
      codes={data.codes}
      codingIds={ticked.size > 0 ? [...ticked] : (all ?? null)}
      onClose={onClose}
      onDone={clearTicks}
    />
  );
}

/** How many are ticked, and the way back from it. */
export function Ticked(): ReactNode {
  const { t } = useI18n();
  const count = useQuotationsView((state) => state.ticked.size);
  return (
    <div className="quotes-ticked" role="status">
      {count > 0 && (
        <>
          <span>{t('quotations.ticked', { count })}</span>
          <Button size="small" variant="quiet" onPress={clearTicks}>
            {t('quotations.untick')}
          </Button>
        </>
      )}
    </div>
  );
}
