import type { Connection } from '../database/connection.ts';
import { documentReads, type DocumentRow } from '../documents/store.ts';
import { found } from '../errors/lookup.ts';
import type { ProjectSession } from '../project/session.ts';
import { bestQuestion, utterance, type Utterance } from '../text/question-match.ts';
import type { TextRange } from '../text/range.ts';
import type { ProposedSpan } from './guide-contract.ts';
import { transcriptReads, type TopicRow } from './store.ts';

const SHOWN = 160;

interface Question {
  readonly topicId: number;
  readonly words: Utterance;
}

/** Something that may ask a question of the guide. */
interface Asked extends TextRange {
  /** Where the words begin, after the speaker's label. */
  readonly bodyStart: number;
}

/**
 * Passages that begin where the interviewer asks a question of the guide. A passage holds the question itself and all
 * that follows, up to the next question of the guide or heading: other questions of the interviewer belong to it. In a
 * document without turns, paragraphs that end in `?` may ask.
 */
export function proposeSpans(
  db: Connection,
  session: ProjectSession,
  options: { readonly documentIds?: readonly number[] | undefined; readonly threshold: number },
): ProposedSpan[] {
  const questions = questionsOf(transcriptReads(db).topics.all());
  const wanted = options.documentIds?.map((id) => found(documentReads(db).byId.get(id), 'document', id));
  const ids = new Set(wanted?.map(({ id }) => id));
  return documentReads(db)
    .list.all()
    .filter(({ id }) => wanted === undefined || ids.has(id))
    .flatMap((document) => proposedIn(db, session, document, questions, options.threshold));
}

/** What is asked: the questions, or all topics when the guide has no line that ends in `?` or lies below a part. */
function questionsOf(topics: readonly TopicRow[]): readonly Question[] {
  const asked = topics.filter(({ title, level }) => level > 1 || title.endsWith('?'));
  return (asked.length > 0 ? asked : topics).map(({ id, title }) => ({
    topicId: id,
    words: utterance(title),
  }));
}

function proposedIn(
  db: Connection,
  session: ProjectSession,
  document: Pick<DocumentRow, 'id' | 'text_version_id' | 'headings'>,
  questions: readonly Question[],
  threshold: number,
): ProposedSpan[] {
  const { text } = session.texts.get(db, document.text_version_id);
  const paragraphs = documentReads(db).paragraphs.all(document.text_version_id);
  const words = questions.map((question) => question.words);
  const matches = askedIn(db, document.id, text, paragraphs).flatMap((asked) => {
    const best = bestQuestion(words, utterance(text.slice(asked.bodyStart, asked.end)), threshold);
    const topicId = best === null ? undefined : questions[best.index]?.topicId;
    return best === null || topicId === undefined ? [] : [{ ...asked, topicId, score: best.score }];
  });
  const headings = (JSON.parse(document.headings) as readonly number[]).map(
    (ordinal) => paragraphs[ordinal]?.start ?? 0,
  );
  const stops = [...matches.map(({ start }) => start), ...headings];
  const known = transcriptReads(db).topicSpans.all(document.id);
  return matches.flatMap(({ topicId, score, start, bodyStart, end: askedEnd }) => {
    const stop = Math.min(...stops.filter((each) => each > start), Infinity);
    const end = paragraphs.findLast((paragraph) => paragraph.start < stop)?.end ?? askedEnd;
    const isKnown = known.some((span) => span.guide_topic_id === topicId && span.start === start);
    if (isKnown || end <= start) return [];
    return [
      {
        guideTopicId: topicId,
        documentId: document.id,
        start,
        end,
        score: Math.round(score * 100) / 100,
        asked: shown(text, bodyStart, askedEnd),
        answer: shown(text, askedEnd, end),
      },
    ];
  });
}

function askedIn(
  db: Connection,
  documentId: number,
  text: string,
  paragraphs: readonly TextRange[],
): readonly Asked[] {
  const turns = transcriptReads(db).turns.all(documentId);
  if (turns.length === 0) {
    return paragraphs
      .filter(({ start, end }) => text.slice(start, end).trimEnd().endsWith('?'))
      .map(({ start, end }) => ({ start, bodyStart: start, end }));
  }
  const interviewers = new Set(
    transcriptReads(db)
      .speakers.all(documentId)
      .filter(({ role }) => role === 'interviewer')
      .map(({ id }) => id),
  );
  return turns
    .filter((turn) => interviewers.has(turn.speaker_id))
    .map(({ start, body_start: bodyStart, end }) => ({ start, bodyStart, end }));
}

function shown(text: string, start: number, end: number): string {
  return text
    .slice(start, Math.min(end, start + SHOWN))
    .toWellFormed()
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
