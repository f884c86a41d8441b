import { useState, type ReactNode } from 'react';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import type { DraftState } from './import-model.ts';
import type { ImportSession } from './import-store.ts';

export interface LabelCandidatesProps {
  readonly session: ImportSession;
  readonly fileKey: number;
  readonly state: DraftState;
}

/** As many as fit on two lines; the most frequent come first. */
const SHOWN = 6;

/** Starts of paragraphs that look like names but were not sure enough: each may be ticked as a speaker. */
export function LabelCandidates({ session, fileKey, state }: LabelCandidatesProps): ReactNode {
  const { t } = useI18n();
  const [isWhole, showAll] = useState(false);
  const { rejected } = state.draft;
  if (rejected.length === 0) return null;
  const accepted = new Set(state.choices.speakers.map(({ label }) => label));
  const shown = isWhole ? rejected : rejected.slice(0, SHOWN);
  return (
    <div className="draft-candidates" role="group" aria-label={t('import.candidates')}>
      <span>{t('import.candidates')}</span>
      {shown.map(({ label, turns, sample }) => (
        <span key={label} title={sample}>
          <Checkbox
            isSelected={accepted.has(label)}
            onChange={(isOn) => session.acceptLabel(fileKey, label, isOn)}
          >
            {t('import.candidate', { label, turns: t('common.turns', { count: turns }) })}
          </Checkbox>
        </span>
      ))}
      {shown.length < rejected.length && (
        <Button variant="quiet" size="small" onPress={() => showAll(true)}>
          {t('import.candidatesMore', { count: rejected.length - shown.length })}
        </Button>
      )}
    </div>
  );
}
