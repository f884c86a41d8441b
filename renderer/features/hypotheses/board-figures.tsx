import type { ReactNode } from 'react';
import type { FrequencyRow, FrequencyTable } from '../../../src/analysis/contract.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { NBar, NOverN, Squares } from '../../ui/figures.tsx';
import { StanceBar } from '../../ui/stance-bar.tsx';

type Participants = FrequencyTable['participants'];

/** More squares than these would not stand in a card. */
const MOST_SQUARES = 12;

/** `5/8` with a square for each participant, or a bar where they are many. */
export function CardFigures({
  figures,
  participants,
  colour,
}: {
  readonly figures: FrequencyRow | undefined;
  readonly participants: Participants;
  readonly colour: number;
}): ReactNode {
  const { t } = useI18n();
  const n = figures?.participantIds.length ?? 0;
  const total = participants.length;
  const label = `${n}/${total}`;
  return (
    <>
      {total > MOST_SQUARES ? (
        <NBar n={n} total={total} />
      ) : (
        <Squares
          colour={colour}
          label={label}
          cells={participants.map(({ id, name }, at) => {
            const segments = figures?.segmentsByParticipant[at] ?? 0;
            return {
              id,
              title: t('hypotheses.cell', { name, segments: t('documents.segments', { count: segments }) }),
              on: segments > 0,
            };
          })}
        />
      )}
      <NOverN n={n} total={total} />
    </>
  );
}

/** n / N of a hypothesis over all of its codes, its segments, and how they bear on it. */
export function HypothesisFigures({
  figures,
  total,
}: {
  readonly figures: FrequencyRow | undefined;
  readonly total: number;
}): ReactNode {
  const { t } = useI18n();
  const n = figures?.participantIds.length ?? 0;
  const stances = figures?.stances ?? { supports: 0, qualifies: 0, contradicts: 0 };
  const segments = figures?.segments ?? 0;
  const unsaid = segments - stances.supports - stances.qualifies - stances.contradicts;
  return (
    <div className="board-figures">
      <div className="board-figures-line">
        <NOverN n={n} total={total} />
        <NBar n={n} total={total} tone="accent" />
        <span className="board-segments">{t('documents.segments', { count: segments })}</span>
      </div>
      <StanceBar stances={stances} />
      {unsaid > 0 && <span className="board-unsaid">{t('hypotheses.unsaid', { count: unsaid })}</span>}
    </div>
  );
}
