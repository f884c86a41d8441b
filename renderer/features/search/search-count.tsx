import { ChevronDown, ChevronUp } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Found } from '../../../src/search/contract.ts';
import { keysOf } from '../../app/shortcut-list.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { SearchProgress } from './search-progress.tsx';
import { stepHit } from './state.ts';
import type { Searched } from './use-search.ts';

/** How much is found, at least or in all, and going from one hit to the next. */
export function SearchCount({
  found,
  going,
}: {
  readonly found: Found;
  readonly going: Searched['going'];
}): ReactNode {
  const { t } = useI18n();
  const { total, complete, documents } = found;
  const count = (): string => {
    if (total === 0)
      return t(going !== null ? 'search.searching' : complete ? 'search.nothing' : 'search.nothingYet');
    const inDocuments = t('search.documents', { count: documents.length });
    return t(complete ? 'search.hits' : 'search.hitsAtLeast', { count: total, documents: inDocuments });
  };
  return (
    <>
      <div className="search-count">
        <p role="status">{count()}</p>
        <IconButton
          label={t('help.previousHit')}
          icon={ChevronUp}
          size="small"
          shortcut={keysOf('search.previous')}
          isDisabled={total === 0}
          onPress={() => stepHit(-1)}
        />
        <IconButton
          label={t('help.nextHit')}
          icon={ChevronDown}
          size="small"
          shortcut={keysOf('search.next')}
          isDisabled={total === 0}
          onPress={() => stepHit(1)}
        />
      </div>
      {going !== null && <SearchProgress reached={going.reached} onStop={going.stop} />}
    </>
  );
}
