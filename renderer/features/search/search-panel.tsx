import { X } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useI18n } from '../../i18n/use-i18n.ts';
import { SearchField } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { HitList } from './hit-list.tsx';
import { IndexNote } from './index-note.tsx';
import { SearchCount } from './search-count.tsx';
import { SearchFooter } from './search-footer.tsx';
import { SearchForms } from './search-forms.tsx';
import { SearchLimits } from './search-limits.tsx';
import { changeSearch, closeSearch, goToHit, stepHit, useSearch } from './state.ts';
import { useFound, type Searched } from './use-search.ts';
import './search.css';

/** Full text search beside the reader: what is looked for, what is found, and coding it. */
export function SearchPanel({ documentId }: { readonly documentId: number | null }): ReactNode {
  const { t } = useI18n();
  const { query, focus, hits } = useSearch();
  const input = useRef<HTMLInputElement>(null);
  const searched = useFound(documentId);
  const { found } = searched;
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, [focus]);
  const first = hits[0];
  return (
    <div
      className="search-panel"
      data-own-keys
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented && event.target !== input.current)
          closeSearch();
      }}
    >
      <header className="panel-head">
        <h2 className="panel-title">{t('search.title')}</h2>
        <span className="panel-space" />
        <IconButton label={t('common.close')} icon={X} size="small" onPress={closeSearch} />
      </header>
      <div
        className="search-head"
        onKeyDownCapture={(event) => {
          if (event.target !== input.current || event.nativeEvent.isComposing) return;
          if (event.key === 'Enter' && first !== undefined) stepOrOpen(event.shiftKey, first);
          if (event.key === 'Escape' && query === '') closeSearch();
        }}
      >
        <SearchField
          label={t('search.query')}
          placeholder={t('search.placeholder')}
          value={query}
          onChange={(value) => changeSearch({ query: value })}
          inputRef={input}
        />
        <SearchLimits />
        <SearchForms forms={found?.forms ?? []} />
        <IndexNote />
      </div>
      <Result {...searched} />
      <SearchFooter documentId={documentId} total={found?.total ?? 0} isWhole={found?.complete ?? true} />
    </div>
  );
}

function stepOrOpen(back: boolean, first: Parameters<typeof goToHit>[0]): void {
  if (useSearch.getState().hitKey === null && !back) goToHit(first);
  else stepHit(back ? -1 : 1);
}

function Result({ found, error, going }: Searched): ReactNode {
  const { t } = useI18n();
  const isEmpty = useSearch((state) => state.query.trim() === '');
  if (error !== null)
    return (
      <p className="search-error" role="alert">
        {error}
      </p>
    );
  if (isEmpty) return <SyntaxHelp />;
  if (found === undefined) return <p className="search-note">{t('search.searching')}</p>;
  return (
    <>
      <SearchCount found={found} going={going} />
      <HitList found={found} />
    </>
  );
}

const EXAMPLES = ['phrase', 'both', 'either', 'without', 'signs', 'near', 'brackets'] as const;

function SyntaxHelp(): ReactNode {
  const { t } = useI18n();
  return (
    <div className="search-help" role="region" aria-label={t('search.syntax')} tabIndex={0}>
      <dl>
        {EXAMPLES.map((name) => (
          <div key={name}>
            <dt>{t(`search.${name}Example`)}</dt>
            <dd>{t(`search.${name}Help`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
