import type { CommandHandlers, InFeature } from '../contract/handlers.ts';
import { reorder } from '../database/order.ts';
import { documentReads } from '../documents/store.ts';
import { found, uniqueName } from '../errors/lookup.ts';
import type { participantsContract } from './contract.ts';
import {
  addParticipant,
  addVariable,
  participantReads,
  placeParticipant,
  removeParticipant,
  removeVariable,
  renameParticipant,
  renameVariable,
  setValue,
} from './store.ts';
import { canonicalValue } from './values.ts';

export const participantCommands: CommandHandlers<InFeature<typeof participantsContract, 'command'>> = {
  'participants.create': ({ db, now, describe }, { name }) => {
    describe({ participant: name });
    return { participantId: uniqueName(name, () => addParticipant(db, name, now)) };
  },

  'participants.rename': ({ db, describe }, { participantId, name }) => {
    const participant = found(participantReads(db).byId.get(participantId), 'participant', participantId);
    uniqueName(name, () => renameParticipant(db, participantId, name));
    describe({ from: participant.name, to: name });
    return {};
  },

  'participants.move': ({ db, describe }, { participantId, position }) => {
    const participant = found(participantReads(db).byId.get(participantId), 'participant', participantId);
    for (const place of reorder(participantReads(db).list.all(), participantId, position)) {
      placeParticipant(db, place.id, place.position);
    }
    describe({ participant: participant.name });
    return {};
  },

  'participants.remove': ({ db, describe }, { participantId }) => {
    const participant = found(participantReads(db).byId.get(participantId), 'participant', participantId);
    removeParticipant(db, participantId);
    describe({ participant: participant.name });
    return {};
  },

  'variables.create': ({ db, describe }, { name, scope, type }) => {
    describe({ variable: name });
    return { variableId: uniqueName(name, () => addVariable(db, name, scope, type)) };
  },

  'variables.rename': ({ db, describe }, { variableId, name }) => {
    const variable = found(participantReads(db).variableById.get(variableId), 'variable', variableId);
    uniqueName(name, () => renameVariable(db, variableId, name));
    describe({ from: variable.name, to: name });
    return {};
  },

  'variables.remove': ({ db, describe }, { variableId }) => {
    const variable = found(participantReads(db).variableById.get(variableId), 'variable', variableId);
    removeVariable(db, variableId);
    describe({ variable: variable.name });
    return {};
  },

  'variables.setValue': ({ db, describe }, { variableId, targetId, value }) => {
    const variable = found(participantReads(db).variableById.get(variableId), 'variable', variableId);
    const target =
      variable.scope === 'participant'
        ? found(participantReads(db).byId.get(targetId), 'participant', targetId)
        : found(documentReads(db).byId.get(targetId), 'document', targetId);
    setValue(db, variable, targetId, canonicalValue(value, variable.type));
    describe({ variable: variable.name, target: target.name });
    return {};
  },
};
