import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useI18n } from '../i18n/use-i18n.ts';
import { Button } from '../ui/button.tsx';
import { MenuButton, MenuItem } from '../ui/menu.tsx';
import { setPreferences, usePreferences } from './preferences.ts';

/** Each language by its own name. */
export const LANGUAGE_NAMES = { fr: 'Français', en: 'English' } as const;

export function LanguageMenu({ icon }: { readonly icon: LucideIcon }): ReactNode {
  const { t, locale } = useI18n();
  const { language } = usePreferences();
  const choose = (chosen: typeof language): void => void setPreferences({ language: chosen });
  return (
    <MenuButton
      label={t('settings.language')}
      placement="bottom end"
      trigger={
        <Button variant="quiet" icon={icon}>
          {LANGUAGE_NAMES[locale]}
        </Button>
      }
    >
      <MenuItem
        label={t('settings.languageSystem')}
        checked={language === 'system'}
        onAction={() => choose('system')}
      />
      <MenuItem label={LANGUAGE_NAMES.fr} checked={language === 'fr'} onAction={() => choose('fr')} />
      <MenuItem label={LANGUAGE_NAMES.en} checked={language === 'en'} onAction={() => choose('en')} />
    </MenuButton>
  );
}
