import type { CommandHandlers, InFeature } from '../contract/handlers.ts';
import { reorder } from '../database/order.ts';
import { found, uniqueName } from '../errors/lookup.ts';
import { participantReads } from '../participants/store.ts';
import type { documentsContract } from './contract.ts';
import { baseOf } from './correct.ts';
import { editDocument } from './edit.ts';
import { removalImpact } from './impact.ts';
import { rememberSpeakerPattern } from './speaker-pattern.ts';
import {
  documentReads,
  placeDocument,
  removeDocument,
  renameDocument,
  setDocumentParticipant,
} from './store.ts';

export const documentCommands: CommandHandlers<InFeature<typeof documentsContract, 'command'>> = {
  'documents.rename': ({ db, describe }, { documentId, name }) => {
    const document = found(documentReads(db).byId.get(documentId), 'document', documentId);
    uniqueName(name, () => renameDocument(db, documentId, name));
    describe({ from: document.name, to: name });
    return {};
  },

  'documents.move': ({ db, describe }, { documentId, position }) => {
    const document = found(documentReads(db).byId.get(documentId), 'document', documentId);
    for (const place of reorder(documentReads(db).list.all(), documentId, position)) {
      placeDocument(db, place.id, place.position);
    }
    describe({ document: document.name });
    return {};
  },

  'documents.remove': ({ db, describe }, { documentIds }) => {
    const documents = documentIds.map((id) => found(documentReads(db).byId.get(id), 'document', id));
    const impact = removalImpact(db, documentIds);
    for (const document of documents) {
      removeDocument(db, document.id);
      rememberSpeakerPattern(db, document, null);
    }
    describe({ document: documents[0]?.name, count: documents.length, codings: impact.codings });
    return {};
  },

  'documents.edit': ({ db, session, now, describe }, { changes, dropEmptied }) => {
    const options = { dropEmptied: dropEmptied ?? false, now };
    const documents = [];
    let [codingsDropped, codingsJoined] = [0, 0];
    const names: string[] = [];
    for (const change of changes) {
      const document = baseOf(db, change);
      const done = editDocument(db, session, document, change.edits, options);
      if (done === null) continue;
      documents.push({ documentId: document.id, textVersionId: done.textVersionId });
      codingsDropped += done.codingsDropped;
      codingsJoined += done.codingsJoined;
      names.push(document.name);
    }
    describe({ document: names[0], count: names.length });
    return { documents, codingsDropped, codingsJoined };
  },

  'documents.setParticipant': ({ db, describe }, { documentId, participantId }) => {
    const document = found(documentReads(db).byId.get(documentId), 'document', documentId);
    const participant =
      participantId === null
        ? null
        : found(participantReads(db).byId.get(participantId), 'participant', participantId);
    setDocumentParticipant(db, documentId, participantId);
    describe({ document: document.name, participant: participant?.name ?? '' });
    return {};
  },
};
