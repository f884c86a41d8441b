import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DocumentContent } from '../../../src/documents/contract.ts';
import { useNavigation } from '../../app/navigation.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { removeSpan } from '../coder/chooser/passage-commands.ts';

/** The topics of the guide in the order in which a document talks of them: a press goes there. */
export function DocumentTopics({
  content,
  readOnly,
}: {
  readonly content: DocumentContent;
  readonly readOnly: boolean;
}): ReactNode {
  const { t } = useI18n();
  const openDocument = useNavigation((state) => state.openDocument);
  if (content.topics.length === 0) return null;
  return (
    <section className="card-part">
      <h3 className="card-heading">{t('frequencies.topics')}</h3>
      <ul aria-label={t('frequencies.topics')}>
        {content.topics.map((span) => (
          <li key={span.id} className="passage-line" style={{ paddingLeft: (span.level - 1) * 12 }}>
            <button
              type="button"
              className="passage-topic passage-jump"
              title={t('guide.goToTopic')}
              onClick={() => openDocument(content.id, { start: span.start })}
            >
              {span.title}
            </button>
            {!readOnly && (
              <IconButton
                size="small"
                icon={X}
                label={t('guide.removeSpan', { title: span.title })}
                onPress={() => void removeSpan(span)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
