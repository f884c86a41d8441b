import { useState, type ReactNode } from 'react';
import type { Found } from '../../../src/search/contract.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Checkbox } from '../../ui/choices.tsx';
import { changeSearch, useSearch } from './state.ts';

type Form = Found['forms'][number];

/** What a stem or signs stood for, each to be left out. Forms that were left out stay listed. */
export function SearchForms({ forms }: { readonly forms: readonly Form[] }): ReactNode {
  const { t, number } = useI18n();
  const excluded = useSearch((state) => state.excludeForms);
  const [left, setLeft] = useState<readonly Form[]>([]);
  // Until the new answer is there, the one before still lists what was just left out.
  const answered = new Set(forms.map(({ key }) => key));
  const listed = [...forms, ...left.filter(({ key }) => excluded.includes(key) && !answered.has(key))];
  if (listed.length === 0) return null;
  return (
    <details className="search-forms" open={excluded.length > 0 || undefined}>
      <summary>{t('search.forms', { count: listed.length })}</summary>
      <ul>
        {listed.map((form) => (
          <li key={form.key}>
            <Checkbox
              isSelected={!excluded.includes(form.key)}
              onChange={(on) => {
                if (!on) setLeft([...left.filter(({ key }) => key !== form.key), form]);
                changeSearch({
                  excludeForms: on ? excluded.filter((key) => key !== form.key) : [...excluded, form.key],
                });
              }}
            >
              {form.written} <span className="search-form-count">{number(form.count)}</span>
            </Checkbox>
          </li>
        ))}
      </ul>
    </details>
  );
}
