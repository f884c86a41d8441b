import type { ReactNode } from 'react';
import { useNavigation } from '../../app/navigation.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { MenuButton, MenuItem } from '../../ui/menu.tsx';
import { topicAt, type TopicSpan } from '../guide/topic-spans.ts';
import { useCoder } from './state.ts';

interface CurrentTopicProps {
  readonly documentId: number;
  readonly topics: readonly TopicSpan[];
}

/** The topic that is talked about where one reads, and the way to the others of the document. */
export function CurrentTopic({ documentId, topics }: CurrentTopicProps): ReactNode {
  const { t } = useI18n();
  const current = useCoder((state) => topicAt(topics, state.readingAt));
  const openDocument = useNavigation((state) => state.openDocument);
  return (
    <MenuButton
      label={t('frequencies.topics')}
      placement="bottom end"
      trigger={
        <Button variant="quiet" menu className="reader-topic" aria-description={t('guide.current')}>
          <span className="reader-topic-name">{current?.title ?? t('frequencies.topics')}</span>
        </Button>
      }
    >
      {topics.map((span) => (
        <MenuItem
          key={span.id}
          label={span.title}
          checked={span === current}
          onAction={() => openDocument(documentId, { start: span.start })}
        />
      ))}
    </MenuButton>
  );
}
