import { useState, type ReactNode } from 'react';
import type { PreviewedName } from '../../../src/pseudonyms/contract.ts';
import type { MessageKey } from '../../i18n/areas.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import { OccurrenceLine } from './occurrence-line.tsx';
import { replacementWords } from './replacement-words.ts';

type Form = PreviewedName['forms'][number];

const KINDS: Readonly<Record<Form['kind'], MessageKey>> = {
  exact: 'pseudonyms.formExact',
  lowercase: 'pseudonyms.formLowercase',
  possessive: 'pseudonyms.formPossessive',
  plural: 'pseudonyms.formPlural',
  initials: 'pseudonyms.formInitials',
  last: 'pseudonyms.formLast',
  first: 'pseudonyms.formFirst',
  compound: 'pseudonyms.formCompound',
};

const FIRST = 2;

interface FoundFormProps {
  readonly form: Form;
  readonly isTicked: boolean;
  readonly onTick: (on: boolean) => void;
}

/** One way in which a name stands in the project, with its first contexts. */
export function FoundForm({ form, isTicked, onTick }: FoundFormProps): ReactNode {
  const { t } = useI18n();
  const [isOpen, setOpen] = useState(false);
  const { kind, count, documentIds, occurrences } = form;
  const shown = isOpen ? occurrences : occurrences.slice(0, FIRST);
  return (
    <div className="pseudonyms-form">
      <Checkbox isSelected={isTicked} onChange={onTick}>
        <span>{t(KINDS[kind])}</span>
        <span className="pseudonyms-count">{replacementWords(count, documentIds.length)}</span>
      </Checkbox>
      <ul>
        {shown.map((each, at) => (
          <OccurrenceLine key={`${at} ${each.place} ${each.id}`} occurrence={each} />
        ))}
      </ul>
      {occurrences.length > FIRST && (
        <Button variant="quiet" size="small" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {isOpen ? t('pseudonyms.less') : t('pseudonyms.more', { count: occurrences.length - FIRST })}
        </Button>
      )}
    </div>
  );
}
