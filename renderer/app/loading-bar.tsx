import { useIsFetching } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { create } from 'zustand';
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

/** Two pixels of accent under the tabs, when something has been on its way for longer than 200 ms. */
export function LoadingBar(): ReactNode {
  const fetching = useIsFetching();
  const screens = useScreenLoading((state) => state.count);
  const busy = fetching > 0 || screens > 0;
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(busy), busy ? SHOWN_AFTER_MS : 0);
    return () => clearTimeout(timer);
  }, [busy]);
  return shown && busy ? <div className="loading-bar" role="progressbar" aria-busy /> : null;
}
