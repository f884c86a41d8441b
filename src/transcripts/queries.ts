import type { InFeature, QueryHandlers } from '../contract/handlers.ts';
import { MAX_TOPIC_TITLE } from '../contract/common.ts';
import { found } from '../errors/lookup.ts';
import { parseGuideText } from '../text/guide-text.ts';
import { answersTo, speakingParticipants } from './answers.ts';
import { detectIn, roleOf } from './redetect.ts';
import { labelKey, type DetectedLabel } from '../text/speakers.ts';
import type { transcriptsContract } from './contract.ts';
import { proposeSpans } from './propose-spans.ts';
import { transcriptReads } from './store.ts';
import { documentReads } from '../documents/store.ts';

export const transcriptQueries: QueryHandlers<InFeature<typeof transcriptsContract, 'query'>> = {
  'guide.list': ({ db }) => transcriptReads(db).topics.all(),

  'speakers.list': ({ db }) =>
    documentReads(db)
      .list.all()
      .flatMap(({ id: documentId }) =>
        transcriptReads(db)
          .speakers.all(documentId)
          .map(({ id, label, name, role, participant_id: participantId }) => ({
            id,
            documentId,
            label,
            name,
            role,
            participantId,
          })),
      ),

  'speakers.detect': ({ db, session }, { documentId, pattern }) => {
    const document = found(documentReads(db).byId.get(documentId), 'document', documentId);
    const { detection } = detectIn(db, session, document, pattern);
    const known = new Map(
      transcriptReads(db)
        .speakers.all(documentId)
        .map(({ id, label }) => [labelKey(label), id]),
    );
    const shown = (accepted: boolean) => (each: DetectedLabel) => ({
      ...each,
      roleGuess: roleOf(each.roleGuess),
      speakerId: known.get(labelKey(each.label)) ?? null,
      accepted,
    });
    const labels = [...detection.labels.map(shown(true)), ...detection.rejected.map(shown(false))];
    return { turns: detection.turns.length, labels };
  },

  'guide.previewText': (_context, { text }) => parseGuideText(text, MAX_TOPIC_TITLE),

  'guide.answers': ({ db, session }, { guideTopicId, participantIds }) => {
    found(transcriptReads(db).topicById.get(guideTopicId), 'guideTopic', guideTopicId);
    const wanted = participantIds === undefined ? null : new Set(participantIds);
    return answersTo(db, session, guideTopicId).filter(
      ({ participantId }) => wanted === null || (participantId !== null && wanted.has(participantId)),
    );
  },

  'guide.coverage': ({ db, session }) => {
    const spans = documentReads(db)
      .list.all()
      .flatMap(({ id: documentId }) =>
        transcriptReads(db)
          .topicSpans.all(documentId)
          .map((span) => ({ ...span, documentId })),
      );
    const byTopic = Map.groupBy(spans, (span) => span.guide_topic_id);
    return {
      participants: speakingParticipants(db, session).size,
      topics: transcriptReads(db)
        .topics.all()
        .map(({ id: guideTopicId }) => ({
          guideTopicId,
          spans: (byTopic.get(guideTopicId) ?? []).map(({ id, documentId, start, end }) => ({
            topicSpanId: id,
            documentId,
            start,
            end,
          })),
          participantIds: [
            ...new Set(
              answersTo(db, session, guideTopicId)
                .map(({ participantId }) => participantId)
                .filter((id) => id !== null),
            ),
          ],
        })),
    };
  },

  'guide.proposeSpans': ({ db, session }, { documentIds, threshold }) =>
    proposeSpans(db, session, { documentIds, threshold: threshold ?? 0.6 }),
};
