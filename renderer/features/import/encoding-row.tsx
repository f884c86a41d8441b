import type { ReactNode } from 'react';
import { useCall } from '../../app/use-call.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Select } from '../../ui/select.tsx';
import type { DraftState } from './import-model.ts';
import type { ImportSession } from './import-store.ts';

export interface EncodingRowProps {
  readonly session: ImportSession;
  readonly fileKey: number;
  readonly state: DraftState;
}

/** How the bytes of a plain text were read; another choice reads them again, and the preview shows it. */
export function EncodingRow({ session, fileKey, state }: EncodingRowProps): ReactNode {
  const { t, percent } = useI18n();
  const known = useCall('import.encodings', {}).data ?? [];
  const { encoding } = state.draft;
  if (encoding === null) return null;
  const options = known.some(({ name }) => name === encoding.name)
    ? known
    : [{ name: encoding.name, label: encoding.label }, ...known];
  return (
    <div className="encoding-row">
      <span>
        {encoding.hadBom
          ? t('import.encodingBom')
          : t('import.encodingSure', { percent: percent(encoding.confidence, 0) })}
      </span>
      <Select
        label={t('import.encoding')}
        hideLabel
        options={options.map(({ name, label }) => ({ id: name, label }))}
        value={encoding.name}
        isDisabled={state.rereading !== null}
        onChange={(name) => void session.reread(fileKey, name)}
      />
    </div>
  );
}
