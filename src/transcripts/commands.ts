import type { CommandHandlers, InFeature } from '../contract/handlers.ts';
import { documentReads, setDocumentParticipant } from '../documents/store.ts';
import { found } from '../errors/lookup.ts';
import { participantReads } from '../participants/store.ts';
import type { transcriptsContract } from './contract.ts';
import { guideCommands } from './guide-commands.ts';
import { transcriptReads, updateSpeaker } from './store.ts';

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

  ...guideCommands,
};
