import { lazy, Suspense, type ComponentType, type LazyExoticComponent, type ReactNode } from 'react';
import { useI18n } from '../i18n/use-i18n.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { ScreenLoading } from './loading-bar.tsx';
import { useNavigation, type Screen } from './navigation.ts';

type ScreenModule = Readonly<Record<string, unknown>>;

const modules = import.meta.glob<ScreenModule>(
  '../features/{coder,quotations,frequencies,hypotheses,memos}/*-screen.tsx',
);

const EXPORTS: Readonly<Record<Screen, string>> = {
  coder: 'CoderScreen',
  quotations: 'QuotationsScreen',
  frequencies: 'FrequenciesScreen',
  hypotheses: 'HypothesesScreen',
  memos: 'MemosScreen',
};

function lazyScreen(screen: Screen): LazyExoticComponent<ComponentType> {
  return lazy(async () => {
    const load = modules[`../features/${screen}/${screen}-screen.tsx`];
    const found = (await load?.())?.[EXPORTS[screen]];
    return { default: typeof found === 'function' ? (found as ComponentType) : MissingScreen };
  });
}

const SCREEN_COMPONENTS: Readonly<Record<Screen, LazyExoticComponent<ComponentType>>> = {
  coder: lazyScreen('coder'),
  quotations: lazyScreen('quotations'),
  frequencies: lazyScreen('frequencies'),
  hypotheses: lazyScreen('hypotheses'),
  memos: lazyScreen('memos'),
};

function MissingScreen(): ReactNode {
  const { t } = useI18n();
  return <EmptyState text={t('app.screenMissing')} />;
}

/** The screen of the chosen tab, loaded when it is first shown. */
export function ScreenHost(): ReactNode {
  const screen = useNavigation((state) => state.screen);
  const { t } = useI18n();
  const Shown = SCREEN_COMPONENTS[screen];
  return (
    <ErrorBoundary key={screen}>
      {/* The other screens show their title. */}
      {screen === 'coder' && <VisuallyHidden elementType="h1">{t('app.coder')}</VisuallyHidden>}
      <Suspense fallback={<ScreenLoading />}>
        <Shown />
      </Suspense>
    </ErrorBoundary>
  );
}
