import { z } from 'zod';
import { command, query } from '../contract/define.ts';
import { done, guid, id, nothing, range, topicTitle } from '../contract/common.ts';

const level = z.number().int().min(1).max(9);
const passage = { guideTopicId: id, documentId: id, ...range };

/** Where a question seems to be asked, to be looked at before it counts. */
export const proposedSpan = z.strictObject({
  ...passage,
  /** How surely the question is asked there, 0 to 1. */
  score: z.number(),
  /** What is said there, and the beginning of what follows; each cut after some 160 characters. */
  asked: z.string(),
  answer: z.string(),
});
export type ProposedSpan = z.output<typeof proposedSpan>;

/** A stretch of what somebody says about a topic. */
export const answer = z.strictObject({
  documentId: id,
  /** `null`: the speaker is bound to nobody. */
  participantId: id.nullable(),
  ...range,
});
export type Answer = z.output<typeof answer>;

export const topicCoverage = z.strictObject({
  guideTopicId: id,
  /** The topic's own passages in the project's order of documents. */
  spans: z.array(z.strictObject({ topicSpanId: id, documentId: id, ...range })),
  /** Who answers the topic or one below it. */
  participantIds: z.array(id),
});

export const guideContract = {
  'guide.list': query(
    nothing,
    z.array(
      z.strictObject({ id, guid, title: z.string(), level: z.number().int(), position: z.number().int() }),
    ),
  ),
  /** The lines of a guide as text would become topics: level 1 is a part, 2 a question. */
  'guide.previewText': query(
    z.strictObject({ text: z.string().max(1_000_000) }),
    z.array(z.strictObject({ title: z.string(), level: z.number().int() })),
  ),
  /** Who answers what: N are the participants who speak in at least one document. */
  'guide.coverage': query(
    nothing,
    z.strictObject({ participants: z.number().int(), topics: z.array(topicCoverage) }),
  ),
  /** What participants say in the passages of a topic and of those below it, without what the interviewer says. */
  'guide.answers': query(
    z.strictObject({ guideTopicId: id, participantIds: z.array(id).optional() }),
    z.array(answer),
  ),
  /**
   * Where questions of the guide are asked: an interviewer's turn that is like a question opens a passage, which lasts
   * to the next such turn or heading. Passages that a topic has already are left out.
   */
  'guide.proposeSpans': query(
    z.strictObject({
      documentIds: z.array(id).optional(),
      /** From 0 to 1; 0.6 when absent. */
      threshold: z.number().min(0).max(1).optional(),
    }),
    z.array(proposedSpan),
  ),
  'guide.createTopic': command(
    z.strictObject({ title: topicTitle, level: level.optional() }),
    z.strictObject({ guideTopicId: id }),
  ),
  'guide.renameTopic': command(z.strictObject({ guideTopicId: id, title: topicTitle }), done),
  /** Removes a topic and its passages; the topics below it stay. */
  'guide.removeTopic': command(z.strictObject({ guideTopicId: id }), done),
  /** Moves a topic with all below it; `position` counts the topics that stay. A level moves those below along. */
  'guide.moveTopic': command(
    z.strictObject({ guideTopicId: id, position: z.number().int().min(0), level: level.optional() }),
    done,
  ),
  /**
   * Takes topics from a text. Topics that are there under the same title stay with their passages; with `replace` those
   * that the text does not have are removed.
   */
  'guide.importText': command(
    z.strictObject({ text: z.string().max(1_000_000), replace: z.boolean() }),
    z.strictObject({ topics: z.number().int(), added: z.number().int(), removed: z.number().int() }),
  ),
  /** Says that this passage answers the topic. */
  'guide.addSpan': command(z.strictObject(passage), z.strictObject({ topicSpanId: id })),
  /** Many passages in one step; those that are there already are left out. */
  'guide.addSpans': command(
    z.strictObject({ spans: z.array(z.strictObject(passage)).max(50_000) }),
    z.strictObject({ added: z.number().int() }),
  ),
  /** Makes topics and passages of the documents' headings, as an import does. */
  'guide.fromHeadings': command(
    z.strictObject({ documentIds: z.array(id).min(1) }),
    z.strictObject({ added: z.number().int() }),
  ),
  'guide.resizeSpan': command(z.strictObject({ topicSpanId: id, ...range }), done, {
    mergeKey: (input) => `topic-span:${input.topicSpanId}`,
  }),
  'guide.removeSpan': command(z.strictObject({ topicSpanId: id }), done),
};
