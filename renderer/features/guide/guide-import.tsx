import { useState, type ReactNode } from 'react';
import { runCommand } from '../../app/use-command.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { parseGuideText } from '../../../src/text/guide-text.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';

/** Parts and questions from a pasted text, shown before they are taken. */
export function GuideImport(): ReactNode {
  const { t } = useI18n();
  const [text, setText] = useState('');
  const lines = parseGuideText(text);
  const take = async (replace: boolean): Promise<void> => {
    if ((await runCommand('guide.importText', { text, replace })).ok) setText('');
  };
  return (
    <section className="guide-part">
      <h3>{t('guide.importText')}</h3>
      <Field
        label={t('guide.text')}
        description={t('guide.textHint')}
        rows={4}
        value={text}
        onChange={setText}
      />
      {lines.length > 0 && (
        <>
          <ol className="guide-preview" aria-label={t('guide.preview')}>
            {lines.map(({ title, level }, at) => (
              <li key={`${at} ${title}`} data-level={level} style={{ paddingLeft: (level - 1) * 20 }}>
                {title}
              </li>
            ))}
          </ol>
          <div className="guide-actions">
            <Button variant="primary" onPress={() => void take(false)}>
              {t('guide.append')}
            </Button>
            <Button onPress={() => void take(true)}>{t('guide.replace')}</Button>
          </div>
        </>
      )}
    </section>
  );
}
