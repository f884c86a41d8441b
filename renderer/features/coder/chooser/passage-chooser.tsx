import { MessageCircleQuestion, UserRound } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { useCall } from '../../../app/use-call.ts';
import { useI18n } from '../../../i18n/use-i18n.ts';
import { spansTouching } from '../../guide/topic-spans.ts';
import { roleName } from '../../speakers/role-name.ts';
import type { ViewRef } from '../actions.ts';
import { useCoder, type ChooserTarget } from '../state.ts';
import type { CodingData } from '../use-coding-data.ts';
import { CodeChooser } from './code-chooser.tsx';
import { Chooser, type Choice } from './chooser.tsx';
import { answers, saidBy, saidByNew } from './passage-commands.ts';
import { speakersIn } from './speakers-in.ts';

interface PassageChooserProps {
  readonly data: CodingData;
  readonly view: ViewRef;
}

/** « Dit par… », « Répond à… » or « Remplacer le code… » for the passage they were opened for. */
export function PassageChooser({ data, view }: PassageChooserProps): ReactNode {
  const target = useCoder((state) => state.chooser);
  if (target === null || target.documentId !== data.documentId) return null;
  const props = { data, view, target };
  switch (target.kind) {
    case 'speaker':
      return <SpeakerChooser {...props} />;
    case 'topic':
      return <TopicChooser {...props} />;
    case 'code':
      return <CodeChooser {...props} />;
  }
}

type OpenProps = PassageChooserProps & { readonly target: ChooserTarget };

function SpeakerChooser({ data, view, target }: OpenProps): ReactNode {
  const { t } = useI18n();
  const participants = useCall('participants.list', {}).data;
  const { content } = data;
  const choices = useMemo((): readonly Choice[] => {
    if (content === null) return [];
    const here = new Set(speakersIn(content, target.range).map(({ id }) => id));
    const names = new Set(content.speakers.map(({ name }) => name));
    const own = content.speakers.map(({ id, name, role }) => ({
      id,
      name,
      hint: t(roleName(role)),
      depth: 0,
      isHere: here.has(id),
      choose: () => void saidBy(target, { id, name }),
    }));
    const others = (participants ?? [])
      .filter(({ name }) => !names.has(name))
      .map(({ id, name }) => ({
        id: -id,
        name,
        hint: t('speakers.elsewhere'),
        depth: 0,
        isHere: false,
        choose: () => void saidByNew(target, name),
      }));
    const nobody = {
      id: 0,
      name: t('speakers.nobody'),
      hint: '',
      depth: 0,
      isHere: here.size === 0,
      choose: () => void saidBy(target, null),
    };
    return [...own, nobody, ...others];
  }, [content, participants, target, t]);
  return (
    <Chooser
      range={target.range}
      view={view}
      icon={UserRound}
      title={t('speakers.saidBy')}
      label={t('speakers.findOrCreate')}
      choices={choices}
      empty=""
      create={(name) => ({
        label: t('speakers.newSpeaker', { name }),
        choose: () => void saidByNew(target, name),
      })}
    />
  );
}

function TopicChooser({ data, view, target }: OpenProps): ReactNode {
  const { t } = useI18n();
  const topics = useCall('guide.list', {}).data;
  const { content, model } = data;
  const choices = useMemo((): readonly Choice[] => {
    const here = new Set(
      spansTouching(content?.topics ?? [], target.range).map(({ guideTopicId }) => guideTopicId),
    );
    return (topics ?? []).map(({ id, title, level }) => ({
      id,
      name: title,
      hint: '',
      depth: level - 1,
      isHere: here.has(id),
      choose: () => void answers(target, { id, title }, content?.topics ?? [], model),
    }));
  }, [topics, content, model, target]);
  return (
    <Chooser
      range={target.range}
      view={view}
      icon={MessageCircleQuestion}
      title={t('guide.answersTo')}
      label={t('guide.findTopic')}
      choices={choices}
      empty={t('guide.noTopic')}
    />
  );
}
