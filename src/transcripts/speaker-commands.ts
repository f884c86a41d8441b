import type { CommandContext, CommandHandlers, InFeature } from '../contract/handlers.ts';
import type { Connection } from '../database/connection.ts';
import { checkRange } from '../documents/ranges.ts';
import { writeTurns } from '../documents/rewrite.ts';
import { rememberSpeakerPattern } from '../documents/speaker-pattern.ts';
import { documentReads, setDocumentParticipant } from '../documents/store.ts';
import { RepereError } from '../errors/codes.ts';
import { found } from '../errors/lookup.ts';
import { ensureParticipant, participantReads } from '../participants/store.ts';
import { paragraphsTouching } from '../text/paragraphs.ts';
import { labelKey } from '../text/speaker-label.ts';
import { assignTurns } from '../text/turn-assign.ts';
import type { transcriptsContract } from './contract.ts';
import type { guideContract } from './guide-contract.ts';
import { redetect } from './redetect.ts';
import {
  addSpeaker,
  moveTurns,
  removeSpeaker,
  transcriptReads,
  turnsOf,
  updateSpeaker,
  type SpeakerRow,
} from './store.ts';

type SpeakerContract = Omit<typeof transcriptsContract, keyof typeof guideContract>;

function speakerById({ db }: CommandContext, speakerId: number): SpeakerRow {
  return found(transcriptReads(db).speakerById.get(speakerId), 'speaker', speakerId);
}

export const speakerCommands: CommandHandlers<InFeature<SpeakerContract, 'command'>> = {
  'speakers.update': (context, { speakerId, everywhere, ...change }) => {
    const { db, describe } = context;
    const speaker = speakerById(context, speakerId);
    if (typeof change.participantId === 'number')
      found(participantReads(db).byId.get(change.participantId), 'participant', change.participantId);
    changeSpeaker(context, speaker, change);
    if (everywhere === true) {
      const now = speakerById(context, speakerId);
      const same = { name: now.name, role: now.role, participantId: now.participant_id };
      for (const other of transcriptReads(db).allSpeakers.all()) {
        if (other.id !== speakerId && labelKey(other.label) === labelKey(speaker.label))
          changeSpeaker(context, other, same);
      }
    }
    describe({ speaker: speaker.name });
    return {};
  },

  'speakers.redetect': (context, { documentIds, pattern, labels }) => {
    let turns = 0;
    const names: string[] = [];
    for (const documentId of new Set(documentIds)) {
      const document = found(documentReads(context.db).byId.get(documentId), 'document', documentId);
      turns += redetect(context, document, pattern ?? null, labels);
      rememberSpeakerPattern(context.db, document, pattern ?? null);
      names.push(document.name);
    }
    context.describe({
      documents: names.slice(0, 3).join(', '),
      count: names.length > 3 ? names.length : undefined,
    });
    return { turns };
  },

  'speakers.merge': (context, { speakerIds, intoSpeakerId }) => {
    const into = speakerById(context, intoSpeakerId);
    const others = [...new Set(speakerIds)].filter((each) => each !== intoSpeakerId);
    for (const each of others) {
      if (speakerById(context, each).document_id !== into.document_id)
        throw new RepereError('speakers.other-document');
      moveTurns(context.db, each, intoSpeakerId);
      removeSpeaker(context.db, each);
    }
    context.describe({ speaker: into.name });
    return {};
  },

  'speakers.create': ({ db, describe }, { documentId, name, role, participantId }) => {
    found(documentReads(db).byId.get(documentId), 'document', documentId);
    if (typeof participantId === 'number')
      found(participantReads(db).byId.get(participantId), 'participant', participantId);
    const bound = role === 'participant' ? (participantId ?? null) : null;
    describe({ speaker: name });
    const label = freeLabel(db, documentId, name);
    return { speakerId: addSpeaker(db, { documentId, label, name, role, participantId: bound }) };
  },

  'speakers.assignTurns': (context, { documentId, speakerId, newSpeaker, ...range }) => {
    const { db, session, describe } = context;
    const { paragraph } = checkRange(db, session, documentId, range);
    const given = speakerId === null ? null : speakerById(context, speakerId);
    if (given !== null && given.document_id !== documentId) throw new RepereError('speakers.other-document');
    const document = found(documentReads(db).byId.get(documentId), 'document', documentId);
    const paragraphs = documentReads(db).paragraphs.all(document.text_version_id);
    const touched = paragraphsTouching(paragraphs, range);
    const [first, last] = [paragraphs[touched.first], paragraphs[touched.end - 1]];
    if (first === undefined || last === undefined || last.end <= first.start) return {};
    const speaker =
      newSpeaker === undefined ? given : speakerById(context, madeSpeaker(context, documentId, newSpeaker));
    const touchedRange = { start: first.start, end: last.end };
    const assigned = assignTurns(turnsOf(db, documentId), paragraphs, touchedRange, speaker?.id ?? null);
    writeTurns(db, documentId, assigned, session.texts.get(db, document.text_version_id).words);
    describe({ speaker: speaker?.name ?? '–', paragraph });
    return {};
  },
};

/** A speaker whom a person named: a participant counts, so the speaker is bound to the one of that name. */
function madeSpeaker(
  { db, now }: CommandContext,
  documentId: number,
  { name, role }: { readonly name: string; readonly role: SpeakerRow['role'] },
): number {
  const participantId = role === 'participant' ? ensureParticipant(db, name, now) : null;
  return addSpeaker(db, { documentId, label: freeLabel(db, documentId, name), name, role, participantId });
}

/** A label that no other speaker of the document has. */
function freeLabel(db: Connection, documentId: number, name: string): string {
  const taken = new Set(
    transcriptReads(db)
      .speakers.all(documentId)
      .map(({ label }) => label),
  );
  let label = name;
  for (let number = 2; taken.has(label); number += 1) label = `${name} (${number})`;
  return label;
}

function changeSpeaker(
  { db }: CommandContext,
  speaker: SpeakerRow,
  {
    name,
    role,
    participantId,
  }: {
    readonly name?: string | undefined;
    readonly role?: SpeakerRow['role'] | undefined;
    readonly participantId?: number | null | undefined;
  },
): void {
  const newRole = role ?? speaker.role;
  const wanted = participantId === undefined ? speaker.participant_id : participantId;
  // An interviewer's words count for nobody.
  const bound = newRole === 'participant' ? wanted : null;
  updateSpeaker(db, speaker.id, { name: name ?? speaker.name, role: newRole, participantId: bound });
  // The interview of the person whom this speaker was goes with the speaker.
  const document = documentReads(db).byId.get(speaker.document_id);
  if (speaker.participant_id !== null && document?.participant_id === speaker.participant_id)
    setDocumentParticipant(db, document.id, bound);
}
