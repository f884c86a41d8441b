import { Component, type ReactNode } from 'react';
import { i18nNow } from '../i18n/use-i18n.ts';
import { Button } from '../ui/button.tsx';
import { currentProject } from './session.ts';
import './error-boundary.css';

interface State {
  readonly error: Error | null;
}

/** When a part of the window fails: says what happened and what was kept, and lets the person go on. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return <Crash error={error} onRetry={() => this.setState({ error: null })} />;
  }
}

function Crash({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }): ReactNode {
  const { t } = i18nNow();
  const file = currentProject()?.path;
  return (
    <div className="crash" role="alert">
      <h1>{t('errors.crashTitle')}</h1>
      <p>{file === undefined ? t('errors.crashTextNoProject') : t('errors.crashText', { file })}</p>
      <p className="crash-details">{t('errors.crashDetails', { message: error.message })}</p>
      <div className="crash-actions">
        <Button variant="primary" onPress={onRetry}>
          {t('errors.crashRetry')}
        </Button>
        <Button onPress={() => location.reload()}>{t('errors.crashReload')}</Button>
      </div>
    </div>
  );
}
