import { useIsFetching } from '@tanstack/react-query';
import { useEffect, useState, type CSSProperties, type ReactNode } from 'react';
import { create } from 'zustand';
import { usePreparing } from '../features/search/preparing.ts';
import { useI18n } from '../i18n/use-i18n.ts';
import './loading-bar.css';

const SHOWN_AFTER_MS = 200;

const useScreenLoading = create<{ readonly count: number }>(() => ({ count: 0 }));

/** Stands in for a screen that is on its way, and lets the bar know. */
export function ScreenLoading(): ReactNode {
  useEffect(() => {
    useScreenLoading.setState(({ count }) => ({ count: count + 1 }));
    return () => useScreenLoading.setState(({ count }) => ({ count: count - 1 }));
  }, []);
  return null;
}

/**
 * Two pixels of accent under the tabs, when something has been on its way for longer than 200 ms; how far the texts of
 * an older project are brought into the index, as long as that goes on.
 */
export function LoadingBar(): ReactNode {
  const fetching = useIsFetching();
  const screens = useScreenLoading((state) => state.count);
  const isIndexing = usePreparing(
    ({ indexed, stop }) => stop !== null && indexed !== null && indexed.done < indexed.of,
  );
  const busy = fetching > 0 || screens > 0 || isIndexing;
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(busy), busy ? SHOWN_AFTER_MS : 0);
    return () => clearTimeout(timer);
  }, [busy]);
  if (!shown || !busy) return null;
  return isIndexing ? <IndexingBar /> : <div className="loading-bar" role="progressbar" aria-busy />;
}

function IndexingBar(): ReactNode {
  const { t, number } = useI18n();
  const { done, of } = usePreparing((state) => state.indexed) ?? { done: 0, of: 1 };
  return (
    <div
      className="loading-bar"
      role="progressbar"
      aria-label={t('search.indexed', { count: done, of: number(of) })}
      aria-valuenow={done}
      aria-valuemin={0}
      aria-valuemax={of}
      data-known
      style={{ '--reached': `${(100 * done) / of}%` } as CSSProperties}
    />
  );
}
