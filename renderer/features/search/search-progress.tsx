import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import type { Reached } from './state.ts';

/** How far the texts are searched, and a way to leave it at that. */
export function SearchProgress({
  reached,
  onStop,
}: {
  readonly reached: Reached | null;
  readonly onStop: () => void;
}): ReactNode {
  const { t, number } = useI18n();
  // Before the first document, the length of the way is not known.
  const isKnown = reached !== null && reached.done > 0;
  const label = isKnown
    ? t('search.reached', { count: reached.done, of: number(reached.of) })
    : t('search.searching');
  return (
    <div className="search-progress">
      <div>
        <span aria-hidden>{label}</span>
        <ProgressBar label={label} {...(isKnown ? { value: reached.done / reached.of } : {})} />
      </div>
      <Button size="small" onPress={onStop}>
        {t('search.stop')}
      </Button>
    </div>
  );
}
