import { useMemo, type ReactNode } from 'react';
import { hypothesesChart } from '../../../src/charts/hypotheses.ts';
import { chartMessages } from '../../../src/charts/messages.ts';
import { chartModel, distinctCodes, type ChartModel } from '../../../src/charts/model.ts';
import { nounAfter, type ParticipantNoun } from '../../../src/charts/participant-noun.ts';
import { stancesChart } from '../../../src/charts/stances.ts';
import { useNavigation } from '../../app/navigation.ts';
import { Region } from '../../app/region.tsx';
import { useSession } from '../../app/session.ts';
import { ChartCanvas } from '../../charts/chart-canvas.tsx';
import { ChartFigure } from '../../charts/chart-figure.tsx';
import { useI18n } from '../../i18n/use-i18n.ts';
import { HypothesesTable, StancesTable } from './chart-tables.tsx';
import { useFrequencyView } from './state.ts';
import type { FrequencyData } from './use-frequencies.ts';

interface PanelProps {
  readonly model: ChartModel;
  readonly noun: ParticipantNoun;
}

/** The charts beside the table. */
export function SidePanel({ data }: { readonly data: FrequencyData }): ReactNode {
  const { t, locale } = useI18n();
  const { byHypothesis, codes, hypotheses, noun } = data;
  const { unmapped } = chartMessages(locale);
  const model = useMemo(
    () => chartModel(byHypothesis, { codes, hypotheses }, unmapped),
    [byHypothesis, codes, hypotheses, unmapped],
  );
  return (
    <Region name={t('frequencies.charts')} className="freq-charts">
      <HypothesesFigure model={model} noun={noun} />
      <StancesFigure model={model} />
    </Region>
  );
}

function HypothesesFigure({ model, noun }: PanelProps): ReactNode {
  const { t, locale } = useI18n();
  const contacted = useSession((state) => state.project?.contacted ?? null);
  const { participants, hypotheses } = model;
  const filter = useFrequencyView((state) => state.filter);
  const title = chartMessages(locale).hypothesesTitle(noun);
  const points = useMemo(() => hypotheses.flatMap(distinctCodes), [hypotheses]);
  const request = useMemo(
    () => ({ model, variant: 'compact', locale, contacted }) as const,
    [model, locale, contacted],
  );
  const byCode = new Map(points.map((code) => [code.codeId, code.n]));
  const least = Math.floor(participants / 2) + 1;
  const often = [...byCode.values()].filter((n) => n >= least).length;
  const summary =
    byCode.size === 0
      ? t('frequencies.hypothesesNothing', { noun: noun.many })
      : t('frequencies.hypothesesSummary', {
          count: often,
          codes: byCode.size,
          least,
          noun: nounAfter(noun, least, locale),
        });
  return (
    <ChartFigure
      title={title}
      summary={summary}
      chart={
        <ChartCanvas
          draw={hypothesesChart}
          request={request}
          label={`${title}. ${summary}`}
          tooltip={(series) =>
            `${points[series]?.name ?? ''}\u00a0\u00a0${points[series]?.n ?? 0}/${participants}`
          }
          onPick={(series) => {
            const point = points[series];
            if (point !== undefined && point.n > 0) {
              useNavigation.getState().openQuotations({ codeIds: [point.codeId], filter });
            }
          }}
        />
      }
      table={<HypothesesTable model={model} />}
    />
  );
}

function StancesFigure({ model }: Pick<PanelProps, 'model'>): ReactNode {
  const { t, locale } = useI18n();
  const filter = useFrequencyView((state) => state.filter);
  const words = chartMessages(locale);
  const hypotheses = model.hypotheses.filter(({ hypothesisId }) => hypothesisId !== null);
  const request = useMemo(
    () => ({ model, variant: 'compact', locale, contacted: null }) as const,
    [model, locale],
  );
  const stances = ['supports', 'qualifies', 'contradicts'] as const;
  const isEmpty = hypotheses.every((each) => stances.every((stance) => each.stances[stance] === 0));
  if (hypotheses.length === 0) return null;
  if (isEmpty) return <ChartFigure title={words.stancesTitle} summary={t('frequencies.stancesNothing')} />;
  const summary = t('frequencies.stancesSummary');
  return (
    <ChartFigure
      title={words.stancesTitle}
      summary={summary}
      chart={
        <ChartCanvas
          draw={stancesChart}
          request={request}
          label={`${words.stancesTitle}. ${summary}`}
          tooltip={(series, index) => {
            const stance = stances[series];
            const hypothesis = hypotheses[index];
            return stance === undefined || hypothesis === undefined
              ? ''
              : `${hypothesis.label}\u00a0\u00a0${words[stance]}\u00a0\u00a0${hypothesis.stances[stance]}`;
          }}
          onPick={(series, index) => {
            const stance = stances[series];
            const hypothesisId = hypotheses[index]?.hypothesisId;
            if (stance === undefined || hypothesisId === undefined || hypothesisId === null) return;
            useNavigation.getState().openQuotations({ hypothesisId, stance, filter });
          }}
        />
      }
      table={<StancesTable hypotheses={hypotheses} />}
    />
  );
}
