import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { HomeScreen } from '../features/home/home-screen.tsx';
import { Tour } from '../features/tour/tour.tsx';
import { usePrepareSearch } from '../features/search/preparing.ts';
import { useLocaleStore } from '../i18n/use-i18n.ts';
import { ConfirmHost } from '../ui/confirm.tsx';
import { ToastRegion } from '../ui/toast-region.tsx';
import { useAppearance } from './appearance.ts';
import { Banners } from './banners.tsx';
import { useDesktopMenu } from './desktop-menu.ts';
import { DropTarget } from './drop-target.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { FrameWindows } from './frame-windows.tsx';
import { useGlobalShortcuts } from './global-shortcuts.ts';
import { LoadingBar } from './loading-bar.tsx';
import { queryClient } from './query-client.ts';
import { ScreenHost } from './screen-host.tsx';
import { useSession } from './session.ts';
import { StoppedPage } from './stopped-page.tsx';
import { StatusBar } from './status-bar.tsx';
import { TitleBar } from './title-bar.tsx';
import './app.css';

/** The whole window. */
export function App(): ReactNode {
  const locale = useLocaleStore((state) => state.locale);
  return (
    <QueryClientProvider client={queryClient}>
      <I18nProvider locale={locale === 'fr' ? 'fr-FR' : 'en-GB'}>
        <ErrorBoundary>
          <Frame />
        </ErrorBoundary>
      </I18nProvider>
    </QueryClientProvider>
  );
}

function Frame(): ReactNode {
  useAppearance();
  useGlobalShortcuts();
  useDesktopMenu();
  usePrepareSearch();
  const ready = useSession((state) => state.ready);
  const path = useSession((state) => state.project?.path ?? null);
  if (!ready) {
    return (
      <div className="app">
        <Banners />
        <StoppedPage />
      </div>
    );
  }
  return (
    <div className="app">
      <TitleBar />
      <LoadingBar />
      <Banners />
      <main className="app-main">
        {/* Another project is another screen: nothing of the old one stays in its state. */}
        <ErrorBoundary key={path}>{path === null ? <HomeScreen /> : <ScreenHost />}</ErrorBoundary>
      </main>
      <StatusBar />
      <Tour />
      <FrameWindows />
      <DropTarget />
      <ConfirmHost />
      <ToastRegion />
      <StoppedPage />
    </div>
  );
}
