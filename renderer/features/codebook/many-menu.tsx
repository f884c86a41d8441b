import { Bookmark, Combine, CornerLeftUp, FolderPlus, Link, Palette, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Code } from '../../../src/codebook/contract.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { MenuItem, MenuSeparator, Submenu } from '../../ui/menu.tsx';
import type { Codebook } from '../coder/use-coding-data.ts';
import { placeName } from '../hypotheses/place-name.ts';
import { removeCodes, runTreeAction } from './code-commands.ts';
import { openCodebookDialog } from './dialog-state.ts';
import { startFolder } from './start-folder.ts';
import type { CodeRow } from './tree-rows.ts';

interface ManyMenuProps {
  readonly rows: readonly CodeRow[];
  readonly codes: readonly Code[];
  readonly data: Codebook;
  readonly onLook: (row: CodeRow) => void;
}

/** The menu of a row that is one of several chosen: what can be done with all of them. */
export function ManyItems({ rows, codes, data, onLook }: ManyMenuProps): ReactNode {
  const { t } = useI18n();
  const codeIds = codes.map((code) => code.id);
  const [first] = rows;
  if (first === undefined) return null;
  return (
    <>
      <MenuItem
        label={t('codebook.mergeMany')}
        icon={Combine}
        onAction={() => openCodebookDialog({ kind: 'merge', codeIds })}
      />
      <MenuItem
        label={t('codebook.toFolder')}
        icon={FolderPlus}
        onAction={() => startFolder(first, codeIds)}
      />
      <MenuItem
        label={t('codebook.toSet')}
        icon={Bookmark}
        onAction={() => startFolder(first, codeIds, 'set')}
      />
      <MenuItem label={t('codebook.look')} icon={Palette} onAction={() => onLook(first)} />
      {data.hypotheses.length > 0 && (
        <Submenu label={t('codebook.placeUnder')} icon={Link}>
          {placeItems(rows, data, t)}
        </Submenu>
      )}
      {codes.some((code) => code.parentId !== null) && (
        <MenuItem
          label={t('codebook.toRoot')}
          icon={CornerLeftUp}
          onAction={() =>
            void runTreeAction(
              {
                call: 'codes.moveMany',
                input: { codeIds, parentId: null, position: data.codes.length },
              },
              t('codebook.movedMany', { count: codeIds.length }),
            )
          }
        />
      )}
      <MenuSeparator />
      <MenuItem
        label={t('codebook.removeGiving')}
        icon={Trash2}
        onAction={() => openCodebookDialog({ kind: 'remove', codeIds })}
      />
      <MenuItem
        label={t('codebook.remove')}
        icon={Trash2}
        tone="danger"
        shortcut="Delete"
        onAction={() => void removeCodes(codes)}
      />
    </>
  );
}

function placeItems(
  rows: readonly CodeRow[],
  data: Codebook,
  t: ReturnType<typeof useI18n>['t'],
): readonly ReactNode[] {
  const items = [...new Map(rows.map((row) => [row.code.id, row])).values()].map((row) => ({
    codeId: row.code.id,
    mappingId: row.mappingId,
  }));
  return data.hypotheses.flatMap((hypothesis) =>
    [null, ...hypothesis.groups.map((group) => group.id)].map((groupId) => (
      <MenuItem
        key={`${hypothesis.id}-${groupId ?? 0}`}
        label={
          groupId === null
            ? `${hypothesis.label} ${hypothesis.title}`
            : (placeName(data.hypotheses, hypothesis.id, groupId, t) ?? '')
        }
        onAction={() =>
          void runTreeAction({
            call: 'hypotheses.placeMany',
            input: { items, hypothesisId: hypothesis.id, hypothesisGroupId: groupId },
          })
        }
      />
    )),
  );
}
