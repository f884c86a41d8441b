import { undoToast } from '../../../app/history.ts';
import { runCommand } from '../../../app/use-command.ts';
import { i18nNow } from '../../../i18n/use-i18n.ts';
import { shownText, type TranscriptModel } from '../../../transcript/model.ts';
import { continuedSpan, fitted, type TopicSpan } from '../../guide/topic-spans.ts';
import type { ChooserTarget } from '../state.ts';

type Target = Pick<ChooserTarget, 'documentId' | 'range'>;

/** The paragraphs of a passage are said by a speaker of the document; `null`: by nobody. */
export async function saidBy(
  { documentId, range }: Target,
  speaker: { readonly id: number; readonly name: string } | null,
): Promise<void> {
  const done = await runCommand('speakers.assignTurns', {
    documentId,
    start: range.start,
    end: range.end,
    speakerId: speaker?.id ?? null,
  });
  const { t } = i18nNow();
  if (done.ok)
    undoToast(
      speaker === null ? t('speakers.saidByNobody') : t('speakers.saidByDone', { name: speaker.name }),
    );
}

/** The same for somebody who does not speak in the document yet. */
export async function saidByNew({ documentId, range }: Target, name: string): Promise<void> {
  const done = await runCommand('speakers.assignTurns', {
    documentId,
    start: range.start,
    end: range.end,
    speakerId: null,
    newSpeaker: { name, role: 'participant' },
  });
  if (done.ok) undoToast(i18nNow().t('speakers.saidByDone', { name }));
}

/** The passage answers a topic: it continues the topic's passage beside it, or becomes one of its own. */
export async function answers(
  { documentId, range }: Target,
  topic: { readonly id: number; readonly title: string },
  spans: readonly TopicSpan[],
  model: TranscriptModel | null,
): Promise<void> {
  const span = continuedSpan(
    spans,
    topic.id,
    range,
    (between) => between.start >= between.end || (model !== null && shownText(model, between).trim() === ''),
  );
  if (span !== undefined) {
    const grown = fitted(span, range);
    if (grown?.grows === true) await resizeSpan(span, grown);
    return;
  }
  const { start, end } = range;
  const done = await runCommand('guide.addSpan', { guideTopicId: topic.id, documentId, start, end });
  if (done.ok) undoToast(i18nNow().t('guide.spanAdded', { title: topic.title }));
}

export async function resizeSpan(
  { id, title }: TopicSpan,
  { start, end }: { readonly start: number; readonly end: number },
): Promise<void> {
  const done = await runCommand('guide.resizeSpan', { topicSpanId: id, start, end });
  if (done.ok) undoToast(i18nNow().t('guide.spanResized', { title }));
}

export async function removeSpan({ id, title }: TopicSpan): Promise<void> {
  const done = await runCommand('guide.removeSpan', { topicSpanId: id });
  if (done.ok) undoToast(i18nNow().t('guide.spanRemoved', { title }));
}
