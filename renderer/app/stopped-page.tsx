import { PlugZap } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useI18n } from '../i18n/use-i18n.ts';
import { useSession } from './session.ts';
import { hasUnsaved } from './unsaved.ts';
import './stopped-page.css';

/** A connection that comes back within this time was only interrupted, in milliseconds. */
const GIVE_UP_MS = 6_000;

/** What a page shows when the program behind it has ended: that the work is safe, and how to come back. */
export function StoppedPage(): ReactNode {
  const { t } = useI18n();
  const lost = useSession((state) => state.connection === 'lost' || state.connection === 'refused');
  const [stopped, setStopped] = useState(false);
  useEffect(() => {
    const timer = lost ? setTimeout(() => setStopped(true), GIVE_UP_MS) : undefined;
    return () => {
      clearTimeout(timer);
      setStopped(false);
    };
  }, [lost]);
  if (!stopped) return null;
  return (
    <div className="stopped-page" role="alertdialog" aria-modal aria-labelledby="stopped-title">
      <div className="stopped-card">
        <PlugZap size={28} aria-hidden />
        <h1 id="stopped-title" tabIndex={-1} ref={(heading) => heading?.focus()}>
          {t('errors.stoppedTitle')}
        </h1>
        <p className="stopped-kept">{t('errors.stoppedKept')}</p>
        {hasUnsaved() && <p className="stopped-kept">{t('errors.stoppedWords')}</p>}
        <p>{t('errors.stoppedHow')}</p>
        <p className="stopped-why">{t('errors.stoppedWhy')}</p>
      </div>
    </div>
  );
}
