import { Minus, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { setPreferences, usePreferences } from '../../app/preferences.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import './settings.css';

const SMALLEST = 15;
const LARGEST = 21;

/** The size of the transcripts' letters, a pixel smaller or larger at a time. */
export function ReadingSize(): ReactNode {
  const { t } = useI18n();
  const { readingSize: size } = usePreferences();
  const set = (readingSize: number): void => void setPreferences({ readingSize });
  return (
    <span className="settings-size" role="group" aria-label={t('settings.readingSize')}>
      <IconButton
        icon={Minus}
        label={t('settings.readingSmaller')}
        isDisabled={size <= SMALLEST}
        onPress={() => set(size - 1)}
      />
      <output>{t('settings.pixels', { count: size })}</output>
      <IconButton
        icon={Plus}
        label={t('settings.readingLarger')}
        isDisabled={size >= LARGEST}
        onPress={() => set(size + 1)}
      />
    </span>
  );
}
