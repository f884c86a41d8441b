import { ArrowDown, ArrowUp, BookOpen, Tag, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { OutputOf } from '../../../src/contract/contract.ts';
import { useNavigation } from '../../app/navigation.ts';
import { fetchCall, useCall } from '../../app/use-call.ts';
import { openAutoCode } from '../../app/windows.ts';
import { runCommand } from '../../app/use-command.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { NOverN } from '../../ui/figures.tsx';
import { NameInput } from '../coder/name-input.tsx';

type Topic = OutputOf<'guide.list'>[number];

/** Parts and questions in order, with n/N of who answers. */
export function TopicList({
  readOnly,
  onLeave,
}: {
  readonly readOnly: boolean;
  readonly onLeave: () => void;
}): ReactNode {
  const { t } = useI18n();
  const topics = useCall('guide.list', {}).data ?? [];
  const coverage = useCall('guide.coverage', {}).data;
  if (topics.length === 0) return <p className="guide-hint">{t('guide.empty')}</p>;
  return (
    <ol className="guide-topics" aria-label={t('guide.topics')}>
      {topics.map((topic, at) => (
        <TopicRow
          key={topic.id}
          topic={topic}
          at={at}
          n={coverage?.topics[at]?.participantIds.length ?? 0}
          total={coverage?.participants ?? 0}
          readOnly={readOnly}
          onLeave={onLeave}
        />
      ))}
    </ol>
  );
}

interface TopicRowProps {
  readonly topic: Topic;
  readonly at: number;
  readonly n: number;
  readonly total: number;
  readonly readOnly: boolean;
  readonly onLeave: () => void;
}

function TopicRow({ topic, at, n, total, readOnly, onLeave }: TopicRowProps): ReactNode {
  const { t } = useI18n();
  const [mode, setMode] = useState<'shown' | 'renaming'>('shown');
  const { id: guideTopicId, title, level } = topic;
  const move = (position: number) =>
    void runCommand('guide.moveTopic', { guideTopicId, position: Math.max(0, position) });
  return (
    <li className="guide-topic" data-level={level} style={{ paddingLeft: (level - 1) * 20 }}>
      {mode === 'shown' ? (
        <button
          type="button"
          className="guide-topic-title"
          disabled={readOnly}
          title={t('common.rename')}
          onClick={() => setMode('renaming')}
        >
          {title}
        </button>
      ) : (
        <NameInput
          label={t('common.rename')}
          value={title}
          onDone={(name) => {
            setMode('shown');
            if (name !== null) void runCommand('guide.renameTopic', { guideTopicId, title: name });
          }}
        />
      )}
      <span title={t('guide.answered', { n, total })}>
        <NOverN n={n} total={total} />
      </span>
      <IconButton
        icon={BookOpen}
        size="small"
        label={t('guide.firstAnswer', { title })}
        isDisabled={n === 0}
        onPress={() => void openFirst(guideTopicId, onLeave)}
      />
      <IconButton
        icon={Tag}
        size="small"
        label={t('guide.codeAnswersOf', { title })}
        isDisabled={readOnly || n === 0}
        onPress={() => openAutoCode({ kind: 'topic', topicId: guideTopicId, codePath: codeCalled(title) })}
      />
      <IconButton
        icon={ArrowUp}
        size="small"
        label={t('guide.moveUp', { title })}
        isDisabled={readOnly || at === 0}
        onPress={() => move(at - 1)}
      />
      <IconButton
        icon={ArrowDown}
        size="small"
        label={t('guide.moveDown', { title })}
        isDisabled={readOnly}
        onPress={() => move(at + 1)}
      />
      <IconButton
        icon={Trash2}
        size="small"
        label={t('guide.remove', { title })}
        isDisabled={readOnly}
        onPress={() => void runCommand('guide.removeTopic', { guideTopicId })}
      />
    </li>
  );
}

async function openFirst(guideTopicId: number, onLeave: () => void): Promise<void> {
  const [first] = await fetchCall('guide.answers', { guideTopicId });
  if (first === undefined) return;
  onLeave();
  useNavigation.getState().openDocument(first.documentId, { start: first.start, end: first.end });
}

/** A slash in a question is no step down the code tree. */
function codeCalled(title: string): string {
  return title.slice(0, 200).replaceAll('/', '∕');
}
