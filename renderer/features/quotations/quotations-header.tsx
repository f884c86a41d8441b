import { Download } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { nounAfter } from '../../../src/charts/participant-noun.ts';
import { useI18n, type I18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { RecodeButton, Ticked } from './recode-button.tsx';
import { SegmentsDialog } from './segments-dialog.tsx';
import { changeFilter, useQuotationsView, type QuotationsState } from './state.ts';
import type { QuotationsData } from './use-quotations.ts';

/** Up to this many participants have a box with their number of quotations. */
const MOST_BOXES = 16;

/** How many passages, from how many people, and what was looked for in a sentence. */
export function QuotationsHeader({ data }: { readonly data: QuotationsData }): ReactNode {
  const i18n = useI18n();
  const { t, number, locale } = i18n;
  const selection = useQuotationsView((state) => state.selection);
  const [exports, setExports] = useState(false);
  const { found, noun } = data;
  const total = found.participantIds.length;
  return (
    <header className="quotes-header">
      <div className="quotes-header-line">
        <h2 aria-live="polite">
          {t('quotations.foundBy', {
            found: t('quotations.found', { count: found.total }),
            n: number(found.participants),
            noun: nounAfter(noun, found.participants, locale),
            total: number(total),
          })}
        </h2>
        <span className="freq-space" />
        {total <= MOST_BOXES && <PersonCounts data={data} />}
        <RecodeButton data={data} />
        <Button icon={Download} isDisabled={found.total === 0} onPress={() => setExports(true)}>
          {t('common.export')}
        </Button>
      </div>
      <div className="quotes-header-line">
        <p className="quotes-sentence">{sentence(selection, data, i18n)}</p>
        <Ticked />
      </div>
      {exports && (
        <SegmentsDialog selection={selection} count={found.total} onClose={() => setExports(false)} />
      )}
    </header>
  );
}

/** One box per participant with the number of their quotations; a press shows only theirs. */
function PersonCounts({ data }: { readonly data: QuotationsData }): ReactNode {
  const { t } = useI18n();
  const only = useQuotationsView((state) => state.selection.filter?.participantIds);
  const { found, participantNames } = data;
  return (
    <div className="quotes-counts" role="group" aria-label={t('quotations.counts')}>
      {found.participantIds.map((id, index) => {
        const segments = found.segmentsByParticipant[index] ?? 0;
        const isOnly = only?.length === 1 && only[0] === id;
        const name = participantNames.get(id) ?? '';
        const label = isOnly
          ? t('quotations.everybody')
          : t('quotations.onlyThis', { name, segments: t('quotations.found', { count: segments }) });
        return (
          <button
            key={id}
            type="button"
            title={label}
            aria-label={label}
            aria-pressed={isOnly}
            data-on={segments > 0 || undefined}
            onClick={() =>
              changeFilter(({ participantIds: _before, ...rest }) =>
                isOnly ? rest : { ...rest, participantIds: [id] },
              )
            }
          >
            {segments}
          </button>
        );
      })}
    </div>
  );
}

/** « Entraide entre pairs ou Partage de ressources, rattachés à H2. » */
function sentence(selection: QuotationsState['selection'], data: QuotationsData, { t }: I18n): string {
  const parts: string[] = [];
  const codes = (selection.codeIds ?? [])
    .map((id) => data.codeById.get(id)?.name)
    .filter((name) => name !== undefined);
  if (codes.length > 0) {
    const first = codes.slice(0, 4).join(` ${t('quotations.or')} `);
    parts.push(
      codes.length > 4 ? `${first} ${t('quotations.moreCodes', { count: codes.length - 4 })}` : first,
    );
  }
  const hypothesis = data.hypotheses.find(({ id }) => id === selection.hypothesisId);
  if (hypothesis !== undefined) {
    const group = hypothesis.groups.find(({ id }) => id === selection.hypothesisGroupId);
    const name = `${hypothesis.label} ${hypothesis.title}${group === undefined ? '' : ` › ${group.name}`}`;
    parts.push(codes.length > 0 ? t('quotations.inHypothesis', { hypothesis: name }) : name);
  }
  return parts.length === 0 ? `${t('quotations.all')}.` : `${parts.join(', ')}.`;
}
