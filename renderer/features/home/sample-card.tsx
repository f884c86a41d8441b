import { Footprints } from 'lucide-react';
import type { ReactNode } from 'react';
import { Region } from '../../app/region.tsx';
import { useCommand } from '../../app/use-command.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { NOverN, Squares } from '../../ui/figures.tsx';
import { Mark } from '../../ui/mark.tsx';
import { startTour, useTour } from '../tour/tour-store.ts';
import { SAMPLE_CODES, SAMPLE_N, type SampleCode } from './sample-preview.ts';

/** A whole study to try everything on: one click makes its file and opens it. */
export function SampleCard(): ReactNode {
  const { t } = useI18n();
  const sample = useCommand('project.sample');
  const isLeft = useTour(({ state, at }) => state === 'left' && at > 0);
  return (
    <Region name={t('home.sample')} className="home-sample">
      <h2>{t('home.sample')}</h2>
      <div className="sample-card">
        <div className="sample-text">
          <h3>{t('home.sampleTitle')}</h3>
          <p>{t('home.sampleText')}</p>
          <div className="sample-actions">
            <Button
              variant="primary"
              size="large"
              isDisabled={sample.pending}
              onPress={() => void sample.run({})}
            >
              {t(sample.pending ? 'home.sampleOpening' : 'home.sampleOpen')}
            </Button>
            <Button
              size="large"
              icon={Footprints}
              isDisabled={sample.pending}
              onPress={() => void startTour()}
            >
              {t(isLeft ? 'tour.resume' : 'tour.start')}
            </Button>
          </div>
        </div>
        <table className="sample-table">
          <thead>
            <tr>
              <th scope="col">{t('home.sampleCode')}</th>
              <th scope="col">{t('home.sampleParticipants')}</th>
              <th scope="col">{t('home.sampleN')}</th>
            </tr>
          </thead>
          <tbody lang="fr">
            {SAMPLE_CODES.map((code) => (
              <SampleRow key={code.name} code={code} />
            ))}
          </tbody>
        </table>
      </div>
    </Region>
  );
}

function SampleRow({ code }: { readonly code: SampleCode }): ReactNode {
  const { t, list } = useI18n();
  const cells = Array.from({ length: SAMPLE_N }, (_, index) => {
    const n = index + 1;
    const on = code.referents.includes(n);
    return { id: n, on, title: t(on ? 'home.sampleHas' : 'home.sampleHasNot', { n }) };
  });
  return (
    <tr>
      <td>
        <span className="sample-code" title={code.name}>
          <Mark colour={code.colour} shape={code.shape} />
          <span>{code.name}</span>
        </span>
      </td>
      <td>
        <Squares
          cells={cells}
          colour={code.colour}
          label={t('home.sampleSquares', { list: list(code.referents.map(String)) })}
        />
      </td>
      <td>
        <NOverN n={code.referents.length} total={SAMPLE_N} />
      </td>
    </tr>
  );
}
