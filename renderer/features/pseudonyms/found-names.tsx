import { ArrowRight, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PreviewedName, TickedForm } from '../../../src/pseudonyms/contract.ts';
import type { MessageKey } from '../../i18n/areas.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { FoundForm } from './found-form.tsx';
import { isTicked, type Ticks } from './ticks.ts';

const WARNINGS: Readonly<Record<PreviewedName['warnings'][number], MessageKey>> = {
  'is-name': 'pseudonyms.isName',
  shared: 'pseudonyms.shared',
  present: 'pseudonyms.present',
};

interface FoundNamesProps {
  readonly names: readonly PreviewedName[];
  readonly isEmpty: boolean;
  readonly ticks: Ticks;
  readonly onTick: (form: TickedForm, on: boolean) => void;
}

/** Where the names stand, name by name and form by form; what is ticked is replaced. */
export function FoundNames({ names, isEmpty, ticks, onTick }: FoundNamesProps): ReactNode {
  const { t } = useI18n();
  const found = names.filter(({ forms }) => forms.length > 0);
  const empty = isEmpty ? 'pseudonyms.empty' : 'pseudonyms.nothingFound';
  return (
    <section className="pseudonyms-found" aria-label={t('pseudonyms.found')}>
      <header className="pseudonyms-head">
        <h3>{t('pseudonyms.found')}</h3>
      </header>
      {found.length === 0 && <p className="pseudonyms-hint">{t(empty)}</p>}
      {found.map((name) => (
        <section key={name.pseudonymId} className="pseudonyms-group" aria-label={name.name}>
          <h4>
            {name.name} <ArrowRight size={14} aria-hidden /> {name.replacement}
          </h4>
          {name.warnings.map((warning) => (
            <p key={warning} className="pseudonyms-warning">
              <TriangleAlert size={14} aria-hidden />
              {t(WARNINGS[warning], { pseudonym: name.replacement })}
            </p>
          ))}
          {name.forms.map((form) => (
            <FoundForm
              key={form.kind}
              form={form}
              isTicked={isTicked(name.pseudonymId, form, ticks)}
              onTick={(on) => onTick({ pseudonymId: name.pseudonymId, kind: form.kind }, on)}
            />
          ))}
        </section>
      ))}
    </section>
  );
}
