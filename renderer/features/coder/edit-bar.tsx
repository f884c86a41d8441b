import { Pencil, Replace } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { ReplaceDialog } from '../documents/replace-dialog.tsx';
import { useCoder } from './state.ts';
import { toggleEditing } from './use-editing.ts';
import './edit-bar.css';

/** While the text is corrected: what happens to what is typed, finding and replacing, and the way back. */
export function EditBar({ documentId }: { readonly documentId: number | null }): ReactNode {
  const { t } = useI18n();
  const isEditing = useCoder((state) => state.editing);
  const [replacing, setReplacing] = useState(false);
  if (!isEditing || documentId === null) return null;
  return (
    <div className="edit-bar" role="group" aria-label={t('coder.editMode')}>
      <Pencil size={15} aria-hidden />
      <p>{t('coder.editHint')}</p>
      <Button size="small" icon={Replace} onPress={() => setReplacing(true)}>
        {t('documents.replace')}
      </Button>
      <Button size="small" variant="primary" onPress={toggleEditing}>
        {t('coder.editDone')}
      </Button>
      {replacing && <ReplaceDialog documentId={documentId} onClose={() => setReplacing(false)} />}
    </div>
  );
}
