import type { ReactNode } from 'react';
import { setPreferences, usePreferences } from '../../app/preferences.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Switch } from '../../ui/choices.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { ReadingSize } from '../settings/reading-size.tsx';

/** How the text is shown while reading: size, length of lines, tints, underlines. */
export function TextOptions(): ReactNode {
  const { t } = useI18n();
  const { readingMeasure, fills, patterns } = usePreferences();
  return (
    <div className="text-options">
      <div className="text-option">
        <span>{t('coder.readingSize')}</span>
        <ReadingSize />
      </div>
      <div className="text-option">
        <span>{t('settings.measure')}</span>
        <Segmented
          label={t('settings.measure')}
          value={readingMeasure}
          options={[
            { id: 'narrow', label: t('settings.measureNarrow') },
            { id: 'normal', label: t('settings.measureNormal') },
            { id: 'wide', label: t('settings.measureWide') },
          ]}
          onChange={(value) => {
            if (value !== null) void setPreferences({ readingMeasure: value });
          }}
        />
      </div>
      <div className="text-option">
        <span>{t('coder.fills')}</span>
        <Segmented
          label={t('coder.fills')}
          value={fills}
          options={[
            { id: 'all', label: t('coder.fillsAll') },
            { id: 'selected', label: t('coder.fillsSelected') },
            { id: 'none', label: t('coder.fillsNone') },
          ]}
          onChange={(value) => {
            if (value !== null) void setPreferences({ fills: value });
          }}
        />
      </div>
      <div className="text-option">
        <span>
          {t('settings.patterns')}
          <span className="text-option-hint">{t('settings.patternsHint')}</span>
        </span>
        <Switch
          aria-label={t('settings.patterns')}
          isSelected={patterns}
          onChange={(next) => void setPreferences({ patterns: next })}
        />
      </div>
    </div>
  );
}
