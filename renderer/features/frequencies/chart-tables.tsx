import { Fragment, type ReactNode } from 'react';
import { chartMessages } from '../../../src/charts/messages.ts';
import { distinctCodes, type ChartHypothesis, type ChartModel } from '../../../src/charts/model.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { NOverN } from '../../ui/figures.tsx';

/** The figures of the chart of hypotheses. */
export function HypothesesTable({ model }: { readonly model: ChartModel }): ReactNode {
  const { t } = useI18n();
  return (
    <table className="chart-table">
      <thead>
        <tr>
          <th scope="col">{t('frequencies.code')}</th>
          <th scope="col">{t('frequencies.nOverShort', { total: model.participants })}</th>
        </tr>
      </thead>
      <tbody>
        {model.hypotheses.map((hypothesis) => (
          <Fragment key={hypothesis.hypothesisId ?? 0}>
            <tr className="chart-table-heading">
              <th scope="rowgroup" colSpan={2}>
                {hypothesis.label} {hypothesis.title}
              </th>
            </tr>
            {distinctCodes(hypothesis).map((code) => (
              <tr key={code.codeId}>
                <th scope="row">{code.name}</th>
                <td>
                  <NOverN n={code.n} total={model.participants} />
                </td>
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

/** The figures of the chart of stances. */
export function StancesTable({ hypotheses }: { readonly hypotheses: readonly ChartHypothesis[] }): ReactNode {
  const { t, locale, number } = useI18n();
  const words = chartMessages(locale);
  return (
    <table className="chart-table">
      <thead>
        <tr>
          <th scope="col">{t('frequencies.hypothesis')}</th>
          <th scope="col">{words.supports}</th>
          <th scope="col">{words.qualifies}</th>
          <th scope="col">{words.contradicts}</th>
        </tr>
      </thead>
      <tbody>
        {hypotheses.map(({ hypothesisId, label, title, stances }) => (
          <tr key={hypothesisId ?? 0}>
            <th scope="row">
              <b>{label}</b> {title}
            </th>
            <td>{number(stances.supports)}</td>
            <td>{number(stances.qualifies)}</td>
            <td>{number(stances.contradicts)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
