import type { CommandHandlers, InFeature } from '../contract/handlers.ts';
import { MAX_TOPIC_TITLE } from '../contract/common.ts';
import { checkRange } from '../documents/ranges.ts';
import { documentReads } from '../documents/store.ts';
import { found } from '../errors/lookup.ts';
import { headingsOf } from '../text/headings.ts';
import { parseGuideText } from '../text/guide-text.ts';
import type { guideContract } from './guide-contract.ts';
import { addHeadingTopics } from './heading-topics.ts';
import { mergedGuide, movedGuide } from './guide-order.ts';
import {
  addTopic,
  addTopicSpan,
  placeTopic,
  placeTopicSpan,
  removeTopic,
  removeTopicSpan,
  renameTopic,
  transcriptReads,
} from './store.ts';

export const guideCommands: CommandHandlers<InFeature<typeof guideContract, 'command'>> = {
  'guide.createTopic': ({ db, describe }, { title, level }) => {
    describe({ topic: title });
    return { guideTopicId: addTopic(db, title, level ?? 1) };
  },

  'guide.renameTopic': ({ db, describe }, { guideTopicId, title }) => {
    const topic = found(transcriptReads(db).topicById.get(guideTopicId), 'guideTopic', guideTopicId);
    renameTopic(db, guideTopicId, title);
    describe({ from: topic.title, to: title });
    return {};
  },

  'guide.removeTopic': ({ db, describe }, { guideTopicId }) => {
    const topic = found(transcriptReads(db).topicById.get(guideTopicId), 'guideTopic', guideTopicId);
    removeTopic(db, guideTopicId);
    describe({ topic: topic.title });
    return {};
  },

  'guide.addSpan': ({ db, session, describe }, { guideTopicId, documentId, start, end }) => {
    const topic = found(transcriptReads(db).topicById.get(guideTopicId), 'guideTopic', guideTopicId);
    const range = checkRange(db, session, documentId, { start, end });
    describe({ topic: topic.title, paragraph: range.paragraph });
    return { topicSpanId: addTopicSpan(db, guideTopicId, documentId, range.start, range.end) };
  },

  'guide.removeSpan': ({ db, describe }, { topicSpanId }) => {
    const span = found(transcriptReads(db).topicSpanById.get(topicSpanId), 'topicSpan', topicSpanId);
    removeTopicSpan(db, topicSpanId);
    describe({ topic: span.title });
    return {};
  },

  'guide.moveTopic': ({ db, describe }, { guideTopicId, position, level }) => {
    const topic = found(transcriptReads(db).topicById.get(guideTopicId), 'guideTopic', guideTopicId);
    for (const place of movedGuide(transcriptReads(db).topics.all(), topic, position, level ?? topic.level))
      placeTopic(db, place);
    describe({ topic: topic.title });
    return {};
  },

  'guide.importText': ({ db, describe }, { text, replace }) => {
    const lines = parseGuideText(text, MAX_TOPIC_TITLE);
    const merged = mergedGuide(transcriptReads(db).topics.all(), lines, replace);
    for (const id of merged.removed) removeTopic(db, id);
    let added = 0;
    for (const { id, title, level, position } of merged.topics) {
      if (id === null) added += 1;
      placeTopic(db, { id: id ?? addTopic(db, title, level), level, position });
    }
    describe({ count: lines.length });
    return { topics: lines.length, added, removed: merged.removed.length };
  },

  'guide.addSpans': ({ db, session, describe }, { spans }) => {
    let added = 0;
    for (const { guideTopicId, documentId, ...range } of spans) {
      found(transcriptReads(db).topicById.get(guideTopicId), 'guideTopic', guideTopicId);
      const { start, end } = checkRange(db, session, documentId, range);
      const known = transcriptReads(db)
        .topicSpans.all(documentId)
        .some((span) => span.guide_topic_id === guideTopicId && span.start === start && span.end === end);
      if (known) continue;
      addTopicSpan(db, guideTopicId, documentId, start, end);
      added += 1;
    }
    describe({ count: added });
    return { added };
  },

  'guide.fromHeadings': ({ db, session, describe }, { documentIds }) => {
    let added = 0;
    for (const documentId of documentIds) {
      const document = found(documentReads(db).byId.get(documentId), 'document', documentId);
      const { text } = session.texts.get(db, document.text_version_id);
      const paragraphs = documentReads(db).paragraphs.all(document.text_version_id);
      const ordinals = JSON.parse(document.headings) as readonly number[];
      added += addHeadingTopics(db, documentId, paragraphs, headingsOf(text, paragraphs, ordinals));
    }
    describe({ count: added });
    return { added };
  },

  'guide.resizeSpan': ({ db, session, describe }, { topicSpanId, ...range }) => {
    const span = found(transcriptReads(db).topicSpanById.get(topicSpanId), 'topicSpan', topicSpanId);
    const { start, end, paragraph } = checkRange(db, session, span.document_id, range);
    placeTopicSpan(db, topicSpanId, start, end);
    describe({ topic: span.title, paragraph });
    return {};
  },
};
