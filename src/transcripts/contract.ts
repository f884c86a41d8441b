import { z } from 'zod';
import { command, query } from '../contract/define.ts';
import { done, guid, id, name, nothing, range, speakerRole } from '../contract/common.ts';

export const transcriptsContract = {
  /** Renames a speaker in the column, changes its role or binds it; binding to `null` unbinds. */
  'speakers.update': command(
    z.strictObject({
      speakerId: id,
      name: name.optional(),
      role: speakerRole.optional(),
      participantId: id.nullable().optional(),
    }),
    done,
  ),
  'guide.list': query(
    nothing,
    z.array(
      z.strictObject({ id, guid, title: z.string(), level: z.number().int(), position: z.number().int() }),
    ),
  ),
  'guide.createTopic': command(
    z.strictObject({ title: name, level: z.number().int().min(1).max(9).optional() }),
    z.strictObject({ guideTopicId: id }),
  ),
  'guide.renameTopic': command(z.strictObject({ guideTopicId: id, title: name }), done),
  'guide.removeTopic': command(z.strictObject({ guideTopicId: id }), done),
  /** Says that this passage answers the topic. */
  'guide.addSpan': command(
    z.strictObject({ guideTopicId: id, documentId: id, ...range }),
    z.strictObject({ topicSpanId: id }),
  ),
  'guide.removeSpan': command(z.strictObject({ topicSpanId: id }), done),
};
