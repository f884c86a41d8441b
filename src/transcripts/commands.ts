import type { CommandHandlers, InFeature } from '../contract/handlers.ts';
import { checkRange } from '../documents/ranges.ts';
import { documentReads, setDocumentParticipant } from '../documents/store.ts';
import { found } from '../errors/lookup.ts';
import { participantReads } from '../participants/store.ts';
import type { transcriptsContract } from './contract.ts';
import {
  addTopic,
  addTopicSpan,
  removeTopic,
  removeTopicSpan,
  renameTopic,
  transcriptReads,
  updateSpeaker,
} from './store.ts';

export const transcriptCommands: CommandHandlers<InFeature<typeof transcriptsContract, 'command'>> = {
  'speakers.update': ({ db, describe }, { speakerId, name, role, participantId }) => {
    const speaker = found(transcriptReads(db).speakerById.get(speakerId), 'speaker', speakerId);
    const newRole = role ?? speaker.role;
    const wanted = participantId === undefined ? speaker.participant_id : participantId;
    if (wanted !== null) found(participantReads(db).byId.get(wanted), 'participant', wanted);
    // An interviewer's words count for nobody.
    const bound = newRole === 'participant' ? wanted : null;
    updateSpeaker(db, speakerId, {
      name: name ?? speaker.name,
      role: newRole,
      participantId: bound,
    });
    // The interview of the person whom this speaker was goes with the speaker.
    const document = documentReads(db).byId.get(speaker.document_id);
    if (speaker.participant_id !== null && document?.participant_id === speaker.participant_id) {
      setDocumentParticipant(db, document.id, bound);
    }
    describe({ speaker: speaker.name });
    return {};
  },

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
};
