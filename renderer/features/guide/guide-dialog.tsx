import type { ReactNode } from 'react';
import { useSession } from '../../app/session.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { GuideImport } from './guide-import.tsx';
import { GuideMatch } from './guide-match.tsx';
import { TopicList } from './topic-list.tsx';
import './guide.css';

/** The interview guide: its topics and who answers them, a guide from text, its questions in the interviews. */
export function GuideDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useI18n();
  const readOnly = useSession((state) => state.project?.readOnly ?? true);
  return (
    <Dialog title={t('guide.title')} isOpen onClose={onClose} size="large">
      <TopicList readOnly={readOnly} onLeave={onClose} />
      {!readOnly && <GuideImport />}
      {!readOnly && <GuideMatch />}
    </Dialog>
  );
}
