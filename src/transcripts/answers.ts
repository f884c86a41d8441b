import type { Connection } from '../database/connection.ts';
import { documentReads } from '../documents/store.ts';
import type { ProjectSession } from '../project/session.ts';
import { trimWhiteSpace } from '../text/char-class.ts';
import type { TextRange } from '../text/range.ts';
import type { Answer } from './guide-contract.ts';
import { topicBranch } from './guide-order.ts';
import { transcriptReads } from './store.ts';

interface Said extends TextRange {
  readonly participantId: number | null;
}

/**
 * What participants say in the passages of a topic and of those below it: the words of their turns, or of the whole
 * document where it has no turns. Interviewers' and ignored turns are nobody's answer. Nothing twice, without white
 * space around, in the project's order.
 */
export function answersTo(db: Connection, session: ProjectSession, guideTopicId: number): Answer[] {
  const branch = new Set(topicBranch(transcriptReads(db).topics.all(), guideTopicId).map(({ id }) => id));
  const answers: Answer[] = [];
  for (const document of documentReads(db).list.all()) {
    const spans = transcriptReads(db)
      .topicSpans.all(document.id)
      .filter((span) => branch.has(span.guide_topic_id));
    if (spans.length === 0) continue;
    const { text } = session.texts.get(db, document.text_version_id);
    for (const { participantId, ...said } of saidIn(db, document.id, text, document.participant_id)) {
      for (const span of united(spans)) {
        const { start, end } = trimWhiteSpace(
          text,
          Math.max(said.start, span.start),
          Math.max(said.start, span.start, Math.min(said.end, span.end)),
        );
        if (start < end) answers.push({ documentId: document.id, participantId, start, end });
      }
    }
  }
  return answers;
}

/** Participants who speak in at least one document: the N of n/N. */
export function speakingParticipants(db: Connection, session: ProjectSession): ReadonlySet<number> {
  const { documents } = session.analysis.data(db);
  const ids = documents.flatMap(({ spans }) => spans.map(({ participantId }) => participantId));
  return new Set(ids.filter((id) => id !== null));
}

function saidIn(
  db: Connection,
  documentId: number,
  text: string,
  participantId: number | null,
): readonly Said[] {
  const turns = transcriptReads(db).turns.all(documentId);
  if (turns.length === 0) return [{ start: 0, end: text.length, participantId }];
  const speakers = new Map(
    transcriptReads(db)
      .speakers.all(documentId)
      .map((speaker) => [speaker.id, speaker]),
  );
  return turns.flatMap(({ speaker_id: speakerId, body_start: start, end }) => {
    const speaker = speakers.get(speakerId);
    return speaker?.role === 'participant' ? [{ start, end, participantId: speaker.participant_id }] : [];
  });
}

/** Ranges in text order, those that overlap as one. */
function united(ranges: readonly TextRange[]): TextRange[] {
  const result: TextRange[] = [];
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last === undefined || start >= last.end) result.push({ start, end });
    else result[result.length - 1] = { start: last.start, end: Math.max(last.end, end) };
  }
  return result;
}
