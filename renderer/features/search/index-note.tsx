import type { ReactNode } from 'react';
import { useSession } from '../../app/session.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { prepareSearch, usePreparing } from './preparing.ts';

/** Says why a search takes longer, as long as texts are missing in the index, and lets that be stopped and resumed. */
export function IndexNote(): ReactNode {
  const { t, number } = useI18n();
  const { indexed, stop } = usePreparing();
  const readOnly = useSession((state) => state.project?.readOnly ?? false);
  if (indexed === null || indexed.done >= indexed.of) return null;
  return (
    <div className="search-index">
      <p>
        {t('search.indexed', { count: indexed.done, of: number(indexed.of) })}{' '}
        {t(readOnly ? 'search.indexReadOnly' : 'search.indexSlower')}
      </p>
      {!readOnly && (
        <Button size="small" variant="quiet" onPress={stop ?? (() => void prepareSearch())}>
          {t(stop === null ? 'search.indexResume' : 'search.indexStop')}
        </Button>
      )}
    </div>
  );
}
