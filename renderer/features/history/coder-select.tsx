import type { ReactNode } from 'react';
import { useCall } from '../../app/use-call.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Select } from '../../ui/select.tsx';

interface CoderSelectProps {
  /** `null`: all of them. */
  readonly value: string | null;
  readonly onChange: (coderName: string | null) => void;
}

/** Whose work is shown; not there while only one person worked. */
export function CoderSelect({ value, onChange }: CoderSelectProps): ReactNode {
  const { t } = useI18n();
  const names = useCall('history.moments', {}).data?.coderNames ?? [];
  if (names.length < 2) return null;
  const idOf = (name: string): string => `coder:${name}`;
  return (
    <Select
      label={t('history.coder')}
      hideLabel
      value={value === null ? 'all' : idOf(value)}
      options={[
        { id: 'all', label: t('history.allCoders') },
        ...names.map((name) => ({ id: idOf(name), label: name })),
      ]}
      onChange={(id) => onChange(names.find((name) => idOf(name) === id) ?? null)}
    />
  );
}
