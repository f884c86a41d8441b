import { Minus, Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { LANGUAGE_NAMES } from '../../app/language-menu.tsx';
import { setPreferences, usePreferences } from '../../app/preferences.ts';
import { useSession } from '../../app/session.ts';
import { runCommand } from '../../app/use-command.ts';
import type { AppSettings } from '../../../src/settings/contract.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { SettingRow } from './setting-row.tsx';
import './settings.css';

const SMALLEST = 15;
const LARGEST = 21;

/** What a person sets for all projects on this machine; every change holds at once. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useI18n();
  const settings = usePreferences();
  return (
    <Dialog title={t('settings.title')} isOpen onClose={onClose} size="medium">
      <p className="settings-intro">{t('settings.intro')}</p>
      <Choice
        name="language"
        label={t('settings.language')}
        value={settings.language}
        options={[
          { id: 'system', label: t('settings.languageSystem') },
          { id: 'fr', label: LANGUAGE_NAMES.fr },
          { id: 'en', label: LANGUAGE_NAMES.en },
        ]}
      />
      <Choice
        name="theme"
        label={t('settings.theme')}
        value={settings.theme}
        options={[
          { id: 'system', label: t('settings.themeSystem') },
          { id: 'light', label: t('settings.themeLight') },
          { id: 'dark', label: t('settings.themeDark') },
        ]}
      />
      <CoderName saved={settings.coderName} />
      <ReadingSize size={settings.readingSize} />
      <Choice
        name="fills"
        label={t('settings.fills')}
        hint={t('settings.fillsHint')}
        value={settings.fills}
        options={[
          { id: 'all', label: t('settings.fillsAll') },
          { id: 'selected', label: t('settings.fillsSelected') },
          { id: 'none', label: t('settings.fillsNone') },
        ]}
      />
      <Choice
        name="csvDelimiter"
        label={t('settings.csv')}
        hint={t('settings.csvHint')}
        value={settings.csvDelimiter}
        options={[
          { id: ';', label: t('settings.csvSemicolon') },
          { id: ',', label: t('settings.csvComma') },
        ]}
      />
    </Dialog>
  );
}

interface ChoiceProps<K extends keyof AppSettings, T extends string> {
  readonly name: K;
  readonly label: string;
  readonly hint?: string;
  readonly value: T;
  readonly options: readonly { readonly id: T; readonly label: string }[];
}

function Choice<K extends keyof AppSettings, T extends AppSettings[K] & string>(
  props: ChoiceProps<K, T>,
): ReactNode {
  const { name, label, hint, value, options } = props;
  return (
    <SettingRow label={label} {...(hint === undefined ? {} : { hint })}>
      <Segmented
        label={label}
        options={options}
        value={value}
        onChange={(chosen) => {
          if (chosen !== null) void setPreferences({ [name]: chosen });
        }}
      />
    </SettingRow>
  );
}

function CoderName({ saved }: { readonly saved: string }): ReactNode {
  const { t } = useI18n();
  const [name, setName] = useState(saved);
  const isOpen = useSession((state) => state.project !== null);
  const save = async (): Promise<void> => {
    const wanted = name.trim();
    if (wanted === '' || wanted === saved) return setName(saved);
    if ((await setPreferences({ coderName: wanted })) && isOpen)
      await runCommand('coders.setCurrent', { name: wanted });
  };
  return (
    <SettingRow label={t('settings.coderName')} hint={t('settings.coderNameHint')}>
      <Field
        label={t('settings.coderName')}
        hideLabel
        className="settings-coder"
        value={name}
        maxLength={200}
        onChange={setName}
        onBlur={() => void save()}
        onSubmit={() => void save()}
      />
    </SettingRow>
  );
}

function ReadingSize({ size }: { readonly size: number }): ReactNode {
  const { t } = useI18n();
  const set = (readingSize: number): void => void setPreferences({ readingSize });
  return (
    <SettingRow
      label={t('settings.readingSize')}
      sample={<p className="settings-sample">{t('settings.readingSample')}</p>}
    >
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
    </SettingRow>
  );
}
