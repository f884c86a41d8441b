import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { Found, SearchHit } from '../../../src/search/contract.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import { goToHit, keyOfHit, PAGE, toggleTick, useSearch } from './state.ts';

/** Hits by document, each a line with its keyword in context. Arrows move, Enter opens, Space ticks. */
export function HitList({ found }: { readonly found: Found }): ReactNode {
  const { t, number } = useI18n();
  const list = useRef<HTMLDivElement>(null);
  const groups = Map.groupBy(found.hits, (hit) => hit.documentId);
  const counts = new Map(found.documents.map((each) => [each.documentId, each.hits]));
  const move = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    const lines = [...(list.current?.querySelectorAll<HTMLElement>('.search-line') ?? [])];
    const at = lines.indexOf(event.target as HTMLElement);
    lines[at + by]?.focus();
    event.preventDefault();
  };
  return (
    <div className="search-hits" ref={list} onKeyDown={move}>
      {[...groups].map(([documentId, hits]) => (
        <section key={documentId}>
          <h3>
            <span>{hits[0]?.documentName}</span>
            <span className="search-hits-count">{number(counts.get(documentId) ?? hits.length)}</span>
          </h3>
          <ul>
            {hits.map((hit) => (
              <HitLine key={keyOfHit(hit)} hit={hit} />
            ))}
          </ul>
        </section>
      ))}
      {found.hits.length < found.total && (
        <Button
          variant="quiet"
          onPress={() => useSearch.setState((state) => ({ shown: state.shown + PAGE }))}
        >
          {t('search.more')}
        </Button>
      )}
    </div>
  );
}

function HitLine({ hit }: { readonly hit: SearchHit }): ReactNode {
  const { t } = useI18n();
  const key = keyOfHit(hit);
  const isTicked = useSearch((state) => state.ticked.has(key));
  const isInHand = useSearch((state) => state.hitKey === key);
  // A space at the end of a line that is cut at its beginning would not be drawn.
  const before = hit.snippet.slice(0, hit.snippetStart).replace(/ $/u, '\u00a0');
  const words = hit.snippet.slice(hit.snippetStart, hit.snippetEnd);
  const after = hit.snippet.slice(hit.snippetEnd);
  const place = [t('coder.paragraph', { paragraph: hit.paragraph }), hit.speakerName ?? '']
    .filter(Boolean)
    .join(' · ');
  return (
    <li className="search-hit" data-in-hand={isInHand || undefined}>
      <Checkbox
        aria-label={t('search.tick', { words, paragraph: hit.paragraph })}
        isSelected={isTicked}
        onChange={() => toggleTick(key)}
      />
      <button
        type="button"
        className="search-line"
        aria-current={isInHand || undefined}
        onClick={() => goToHit(hit)}
        onKeyDown={(event) => {
          if (event.key !== ' ') return;
          event.preventDefault();
          toggleTick(key);
        }}
      >
        <span className="search-context">
          <span className="search-before">
            <bdi>{before}</bdi>
          </span>
          <mark>{words}</mark>
          <span className="search-after">{after}</span>
        </span>
        <span className="search-place">{place}</span>
      </button>
    </li>
  );
}
