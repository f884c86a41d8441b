import type { ReactNode } from 'react';
import { chartMessages } from '../../../src/charts/messages.ts';
import { capitalised, nounAfter, type ParticipantNoun } from '../../../src/charts/participant-noun.ts';
import { useSession } from '../../app/session.ts';
import { useCall } from '../../app/use-call.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import { ExportMenu } from './export-menu.tsx';
import { FilterBar } from './filter-bar.tsx';
import { isFiltered } from './filter-conditions.ts';
import { changeView, useFrequencyView, type Sort } from './state.ts';
import type { FrequencyData } from './use-frequencies.ts';

const SORTS: readonly Sort[] = ['codebook', 'participants', 'segments', 'words', 'name'];
const SORT_NAMES = {
  codebook: 'frequencies.sortCodebook',
  participants: 'frequencies.sortParticipants',
  segments: 'frequencies.sortSegments',
  words: 'frequencies.sortWords',
  name: 'frequencies.sortName',
} as const;

/** Title, what is counted, filters, order, export. */
export function FrequenciesHeader({ data }: { readonly data: FrequencyData }): ReactNode {
  const { t } = useI18n();
  const { figure, sort } = useFrequencyView();
  const { noun } = data;
  return (
    <header className="freq-header">
      <div className="freq-header-line">
        <h1>{t('frequencies.title')}</h1>
        <p className="freq-source">
          <Source participants={data.table.participants.length} noun={noun} />
        </p>
        <span className="freq-space" />
        <Segmented
          label={t('frequencies.figure')}
          options={[
            { id: 'participants', label: capitalised(noun.many) },
            { id: 'segments', label: t('frequencies.segments') },
            { id: 'words', label: t('frequencies.words') },
          ]}
          value={figure}
          onChange={(value) => {
            if (value !== null) changeView({ figure: value });
          }}
        />
        <ExportMenu data={data} />
      </div>
      <div className="freq-header-line">
        <FilterBar noun={noun} />
        <span className="freq-space" />
        <span className="freq-sort">
          <span aria-hidden>{t('frequencies.sort')}</span>
          <Select
            label={t('frequencies.sort')}
            hideLabel
            options={SORTS.map((id) => ({ id, label: t(SORT_NAMES[id]) }))}
            value={sort}
            onChange={(value) => changeView({ sort: value })}
          />
        </span>
      </div>
    </header>
  );
}

/** « 8 référents interrogés, sur 15 contactés », or how many of them the filters keep. */
function Source({
  participants,
  noun,
}: {
  readonly participants: number;
  readonly noun: ParticipantNoun;
}): ReactNode {
  const { t, locale, number } = useI18n();
  const filter = useFrequencyView((state) => state.filter);
  const contacted = useSession((state) => state.project?.contacted ?? null);
  const all = useCall('participants.list', {}).data;
  if (!isFiltered(filter) || all === undefined)
    return chartMessages(locale).source(participants, contacted, noun);
  const total = all.filter((participant) => participant.documentIds.length > 0).length;
  const word = nounAfter(noun, participants, locale);
  return t('frequencies.filtered', { n: number(participants), noun: word, total });
}
