import { Combine, FolderPlus, Palette, Trash2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Code } from '../../../src/codebook/contract.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { removeCodes } from './code-commands.ts';
import { openCodebookDialog } from './dialog-state.ts';
import { startFolder } from './start-folder.ts';
import type { CodeRow } from './tree-rows.ts';
import { clearChoice } from './tree-state.ts';

interface ManyBarProps {
  readonly rows: readonly CodeRow[];
  readonly codes: readonly Code[];
  readonly onLook: (row: CodeRow) => void;
}

/** What can be done with the codes that are chosen together, at the foot of the tree. */
export function ManyBar({ rows, codes, onLook }: ManyBarProps): ReactNode {
  const { t } = useI18n();
  const [first] = rows;
  if (first === undefined || codes.length < 2) return null;
  const codeIds = codes.map((code) => code.id);
  return (
    <div className="many-bar" role="toolbar" aria-label={t('codebook.chosenActions')}>
      <span className="many-count" role="status">
        {t('codebook.chosen', { count: codes.length })}
      </span>
      <IconButton
        label={t('codebook.mergeMany')}
        icon={Combine}
        size="small"
        onPress={() => openCodebookDialog({ kind: 'merge', codeIds })}
      />
      <IconButton
        label={t('codebook.toFolder')}
        icon={FolderPlus}
        size="small"
        onPress={() => startFolder(first, codeIds)}
      />
      <IconButton label={t('codebook.look')} icon={Palette} size="small" onPress={() => onLook(first)} />
      <IconButton
        label={t('codebook.remove')}
        icon={Trash2}
        size="small"
        tone="danger"
        onPress={() => void removeCodes(codes)}
      />
      <IconButton label={t('codebook.clearChoice')} icon={X} size="small" onPress={clearChoice} />
    </div>
  );
}
