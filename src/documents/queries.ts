import type { InFeature, QueryHandlers } from '../contract/handlers.ts';
import { found } from '../errors/lookup.ts';
import { transcriptReads } from '../transcripts/store.ts';
import type { documentsContract } from './contract.ts';
import { DENSITY_BINS } from './contract.ts';
import { documentReads } from './store.ts';
import { editImpact, findReplace } from './correct.ts';
import { removalImpact } from './impact.ts';

export const documentQueries: QueryHandlers<InFeature<typeof documentsContract, 'query'>> = {
  'documents.list': ({ db, session }) =>
    documentReads(db)
      .list.all()
      .map((row) => {
        const profile = session.analysis.documentProfile(db, row.id, row.length_utf16, DENSITY_BINS);
        return {
          id: row.id,
          guid: row.guid,
          name: row.name,
          position: row.position,
          participantId: row.participant_id ?? profile.onlyParticipantId,
          words: row.words,
          codings: profile.codings,
          density: [...profile.density],
          codedShare: row.words === 0 ? 0 : Math.min(1, profile.codedWords / row.words),
          importedAt: row.imported_at,
        };
      }),

  'documents.get': ({ db, session }, { documentId }) => {
    const row = found(documentReads(db).byId.get(documentId), 'document', documentId);
    const headings = new Set<unknown>(JSON.parse(row.headings) as unknown[]);
    const { text } = session.texts.get(db, row.text_version_id);
    const transcript = transcriptReads(db);
    return {
      id: row.id,
      textVersionId: row.text_version_id,
      name: row.name,
      participantId: row.participant_id,
      fileName: row.file_name,
      format: row.format,
      encoding: row.encoding,
      importedAt: row.imported_at,
      words: documentReads(db).words.get(documentId) ?? 0,
      text,
      paragraphs: documentReads(db)
        .paragraphs.all(row.text_version_id)
        .map(({ ordinal, start, end }) => ({ start, end, heading: headings.has(ordinal) })),
      turns: transcript.turns.all(documentId).map((turn) => ({
        id: turn.id,
        speakerId: turn.speaker_id,
        start: turn.start,
        end: turn.end,
        bodyStart: turn.body_start,
        timecodeMs: turn.timecode_ms,
      })),
      speakers: transcript.speakers.all(documentId).map((speaker) => ({
        id: speaker.id,
        documentId: speaker.document_id,
        label: speaker.label,
        name: speaker.name,
        role: speaker.role,
        participantId: speaker.participant_id,
      })),
      topics: transcript.topicSpans.all(documentId).map((span) => ({
        id: span.id,
        guideTopicId: span.guide_topic_id,
        title: span.title,
        level: span.level,
        start: span.start,
        end: span.end,
      })),
    };
  },

  'documents.editImpact': ({ db, session }, { changes }) => ({ lost: editImpact(db, session, changes) }),
  'documents.findReplace': ({ db, session }, input) => findReplace(db, session, input),
  'documents.removalImpact': ({ db }, { documentIds }) => removalImpact(db, documentIds),
};
