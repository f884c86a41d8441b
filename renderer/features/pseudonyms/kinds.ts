import type { Pseudonym } from '../../../src/pseudonyms/contract.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import type { SelectOption } from '../../ui/select.tsx';

/** What a name can be the name of. */
export function useKinds(): readonly SelectOption<Pseudonym['kind']>[] {
  const { t } = useI18n();
  return [
    { id: 'person', label: t('pseudonyms.person') },
    { id: 'place', label: t('pseudonyms.place') },
    { id: 'organisation', label: t('pseudonyms.organisation') },
    { id: 'other', label: t('pseudonyms.other') },
  ];
}
