import type { ReactNode } from 'react';
import { LANGUAGE_NAMES } from '../../app/language-menu.tsx';
import { setPreferences, usePreferences } from '../../app/preferences.ts';
import { useSession } from '../../app/session.ts';
import { useDraft } from '../../app/use-draft.ts';
import { useWindows } from '../../app/windows.ts';
import { runCommand } from '../../app/use-command.ts';
import type { AppSettings } from '../../../src/settings/contract.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Switch } from '../../ui/choices.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { BackupSettings } from '../backups/place-setting.tsx';
import { ReadingSize } from './reading-size.tsx';
import { SettingRow } from './setting-row.tsx';
import './settings.css';

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
      <SettingRow
        label={t('settings.readingSize')}
        sample={<p className="settings-sample">{t('settings.readingSample')}</p>}
      >
        <ReadingSize />
      </SettingRow>
      <Choice
        name="readingMeasure"
        label={t('settings.measure')}
        value={settings.readingMeasure}
        options={[
          { id: 'narrow', label: t('settings.measureNarrow') },
          { id: 'normal', label: t('settings.measureNormal') },
          { id: 'wide', label: t('settings.measureWide') },
        ]}
      />
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
      <SettingRow label={t('settings.patterns')} hint={t('settings.patternsHint')}>
        <Switch
          aria-label={t('settings.patterns')}
          isSelected={settings.patterns}
          onChange={(patterns) => void setPreferences({ patterns })}
        />
      </SettingRow>
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
      <BackupSettings />
      <SettingRow label={t('shortcuts.title')} hint={t('shortcuts.hint')}>
        <Button onPress={() => useWindows.getState().show({ kind: 'shortcuts' })}>
          {t('shortcuts.edit')}
        </Button>
      </SettingRow>
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
  const isOpen = useSession((state) => state.project !== null);
  const draft = useDraft({
    place: t('settings.coderName'),
    value: saved,
    required: true,
    onSave: async (name) =>
      (await setPreferences({ coderName: name })) &&
      (!isOpen || (await runCommand('coders.setCurrent', { name })).ok),
  });
  return (
    <SettingRow label={t('settings.coderName')} hint={t('settings.coderNameHint')}>
      <Field
        label={t('settings.coderName')}
        hideLabel
        className="settings-coder"
        value={draft.shown}
        maxLength={200}
        saves
        onChange={draft.change}
        onBlur={() => void draft.save()}
        onSubmit={() => void draft.save()}
      />
    </SettingRow>
  );
}
