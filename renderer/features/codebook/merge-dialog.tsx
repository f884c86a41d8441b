import { useState, type ReactNode } from 'react';
import type { Code } from '../../../src/codebook/contract.ts';
import type { OutputOf } from '../../../src/contract/contract.ts';
import { undoToast } from '../../app/history.ts';
import { useCall } from '../../app/use-call.ts';
import { runCommand } from '../../app/use-command.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import type { Codebook } from '../coder/use-coding-data.ts';
import { placeName } from '../hypotheses/place-name.ts';
import { closeCodebookDialog } from './dialog-state.ts';
import { CodePicker } from './code-picker.tsx';
import { isWithin } from './tree-drop.ts';
import { clearChoice } from './tree-state.ts';

interface MergeDialogProps {
  readonly codeIds: readonly number[];
  readonly data: Codebook;
}

/** Which code stays, and what joins it, before it is done. */
export function MergeDialog({ codeIds, data }: MergeDialogProps): ReactNode {
  const { t } = useI18n();
  const many = codeIds.length > 1;
  const [intoId, setIntoId] = useState<number | null>(many ? mostUsed(codeIds, data) : null);
  const [definitions, setDefinitions] = useState<'keep' | 'join'>('join');
  const goneIds = codeIds.filter((id) => id !== intoId);
  const into = intoId === null ? undefined : data.codeOf.get(intoId);
  const preview = useCall(
    'codes.mergePreview',
    { codeIds: [...goneIds], intoId: intoId ?? 1 },
    { enabled: into !== undefined && goneIds.length > 0, keepPrevious: true },
  ).data;
  const merge = async (): Promise<void> => {
    if (into === undefined) return;
    const done = await runCommand('codes.merge', { codeIds: [...goneIds], intoId: into.id, definitions });
    if (!done.ok) return;
    clearChoice();
    closeCodebookDialog();
    undoToast(t('codebook.merged', { count: goneIds.length, name: into.name }));
  };
  return (
    <Dialog
      title={t('codebook.mergeTitle')}
      size="medium"
      isOpen
      holds
      onClose={closeCodebookDialog}
      footer={
        <>
          <Button onPress={closeCodebookDialog}>{t('common.cancel')}</Button>
          <Button variant="primary" isDisabled={into === undefined} onPress={() => void merge()}>
            {t('codebook.mergeDo')}
          </Button>
        </>
      }
    >
      <div className="definition-fields">
        <div className="field">
          <span className="field-label">{t('codebook.mergeGone')}</span>
          <div className="code-chips">
            {goneIds.map((id) => (
              <CodeChip key={id} code={data.codeOf.get(id)} />
            ))}
          </div>
        </div>
        <CodePicker
          label={t('codebook.mergeInto')}
          codes={many ? data.codes.filter((code) => codeIds.includes(code.id)) : targets(codeIds, data)}
          value={intoId}
          onChange={setIntoId}
          autoFocus={!many}
        />
        <div className="field merge-choice">
          <span className="field-label">{t('codebook.mergeDefinitions')}</span>
          <Segmented
            label={t('codebook.mergeDefinitions')}
            options={[
              { id: 'join', label: t('codebook.mergeJoin') },
              { id: 'keep', label: t('codebook.mergeKeep') },
            ]}
            value={definitions}
            onChange={(value) => {
              if (value !== null) setDefinitions(value);
            }}
          />
        </div>
        <div aria-live="polite" className="merge-preview">
          {into === undefined || preview === undefined ? (
            <p>{t('codebook.mergeChoose')}</p>
          ) : (
            <MergePreview preview={preview} data={data} chosen={goneIds} />
          )}
        </div>
      </div>
    </Dialog>
  );
}

function MergePreview({
  preview,
  data,
  chosen,
}: {
  readonly preview: OutputOf<'codes.mergePreview'>;
  readonly data: Codebook;
  readonly chosen: readonly number[];
}): ReactNode {
  const { t, list } = useI18n();
  const path = (id: number): string => data.codeOf.get(id)?.path ?? '';
  const places = preview.mappings.flatMap(
    ({ hypothesisId, hypothesisGroupId }) =>
      placeName(data.hypotheses, hypothesisId, hypothesisGroupId, t) ?? [],
  );
  return (
    <ul>
      <li>{t('codebook.mergeSegments', { count: preview.segments })}</li>
      {preview.duplicates > 0 && <li>{t('codebook.mergeDuplicates', { count: preview.duplicates })}</li>}
      {preview.memos > 0 && <li>{t('codebook.mergeMemos', { count: preview.memos })}</li>}
      {preview.joins
        .filter(({ fromId }) => !chosen.includes(fromId))
        .map(({ fromId, intoId }) => (
          <li key={fromId}>{t('codebook.mergeJoins', { from: path(fromId), into: path(intoId) })}</li>
        ))}
      {preview.movedIds.length > 0 && <li>{t('codebook.mergeMoves', { count: preview.movedIds.length })}</li>}
      {places.length > 0 && <li>{t('codebook.mergeHypotheses', { places: list(places) })}</li>}
    </ul>
  );
}

export function CodeChip({ code }: { readonly code: Code | undefined }): ReactNode {
  return code === undefined ? null : <Chip colour={code.colour} shape={code.shape} name={code.name} />;
}

/** The code with most segments stays, unless the person says otherwise. */
function mostUsed(codeIds: readonly number[], data: Codebook): number | null {
  const segments = (id: number): number => data.counts.get(id)?.segments ?? 0;
  const usable = codeIds.filter((id) => data.codeOf.get(id)?.isFolder !== true);
  return usable.toSorted((a, b) => segments(b) - segments(a))[0] ?? codeIds[0] ?? null;
}

/** Every code that may take others' segments. */
export function targets(codeIds: readonly number[], data: Codebook, alsoBelow = true): readonly Code[] {
  return data.codes.filter(
    (code) =>
      !code.isFolder &&
      !codeIds.includes(code.id) &&
      (alsoBelow || !codeIds.some((id) => isWithin(data.codeOf, code.id, id))),
  );
}
