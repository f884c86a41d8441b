import type { ReactNode } from 'react';
import type { FrequencyTable } from '../../../src/analysis/contract.ts';
import { capitalised, type ParticipantNoun } from '../../../src/charts/participant-noun.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { FIRST_PARTICIPANT, squareNumbers, type GridColumns } from './grid-columns.ts';
import type { Figure } from './state.ts';

export interface GridHeadProps {
  readonly participants: FrequencyTable['participants'];
  readonly noun: ParticipantNoun;
  readonly columns: GridColumns;
  readonly figure: Figure;
}

/** The sticky line of column names. */
export function GridHead({ participants, noun, columns, figure }: GridHeadProps): ReactNode {
  const { t } = useI18n();
  const total = participants.length;
  const nouns = capitalised(noun.many);
  const lastCell = columns.cells.length;
  return (
    <div role="rowgroup" className="freq-head">
      <div role="row" className="freq-row" aria-rowindex={1}>
        <div role="columnheader" aria-colindex={1} className="freq-head-name">
          {t('frequencies.code')}
        </div>
        <div role="columnheader" aria-colindex={2} className="freq-n">
          {figure === 'participants' ? (
            <>
              <span className="freq-long">{t('frequencies.nOver', { noun: nouns, total })}</span>
              <span className="freq-short">{t('frequencies.nOverShort', { total })}</span>
            </>
          ) : (
            <>
              <span className="freq-number">{t('frequencies.nOverShort', { total })}</span>
              <span className="freq-bar-name">{t(`frequencies.${figure}`)}</span>
            </>
          )}
        </div>
        <div
          role="columnheader"
          aria-colindex={3}
          className="freq-figure"
          title={t('frequencies.percentOfFull', { noun: noun.many })}
        >
          {t('frequencies.percentOf', { noun: noun.many.slice(0, noun.many.startsWith('part') ? 4 : 3) })}
        </div>
        <ParticipantHeads participants={participants} columns={columns} />
        <div role="columnheader" aria-colindex={lastCell - 2} className="freq-figure">
          {t('frequencies.segments')}
        </div>
        <div role="columnheader" aria-colindex={lastCell - 1} className="freq-figure">
          {t('frequencies.words')}
        </div>
        <div
          role="columnheader"
          aria-colindex={lastCell}
          className="freq-figure"
          title={t('frequencies.wordShareFull', { noun: noun.many })}
        >
          {t('frequencies.wordShare')}
        </div>
      </div>
    </div>
  );
}

function ParticipantHeads({
  participants,
  columns,
}: Pick<GridHeadProps, 'participants' | 'columns'>): ReactNode {
  if (columns.look !== 'squares') {
    return (
      <div role="columnheader" aria-colindex={FIRST_PARTICIPANT + 1} className="freq-who freq-who-range">
        <span>1</span>
        <span>{participants.length}</span>
      </div>
    );
  }
  const numbers = squareNumbers(participants.map(({ name }) => name));
  return (
    <div className="freq-who" role="presentation">
      {participants.map(({ id, name }, index) => (
        <span
          key={id}
          role="columnheader"
          aria-colindex={FIRST_PARTICIPANT + index + 1}
          aria-label={name}
          title={name}
        >
          {numbers[index]}
        </span>
      ))}
    </div>
  );
}
