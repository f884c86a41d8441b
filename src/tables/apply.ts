import type { Connection } from '../database/connection.ts';
import { addDocument, addTextVersion, freeDocumentName, keepOriginal } from '../documents/store.ts';
import { addParticipant } from '../participants/store.ts';
import { wordsTouching } from '../text/words.ts';
import { addHeadingTopics } from '../transcripts/heading-topics.ts';
import { addSpeaker, addTurn } from '../transcripts/store.ts';
import type { KeptTable } from './draft.ts';
import { ValueWriter } from './known.ts';
import { keyOf } from '../text/name-key.ts';
import type { ParticipantsPlan } from './participants-plan.ts';
import type { PlannedRespondent, SurveyPlan } from './survey-plan.ts';
import { surveyText } from './survey-text.ts';

/** Makes and changes participants as planned. */
export function applyParticipants(db: Connection, { people, misfits }: ParticipantsPlan, now: string): void {
  const writer = new ValueWriter(
    db,
    misfits.map(({ column }) => column),
  );
  for (const { name, participantId, values } of people)
    writer.write(participantId ?? addParticipant(db, name, now), values);
}

/** Makes a document per respondent, with their participant, values, questions as topics. Answers the documents' ids. */
export function applySurvey(
  db: Connection,
  table: Pick<KeptTable, 'fileName' | 'bytes' | 'parsed'>,
  { respondents, misfits }: SurveyPlan,
  now: string,
): number[] {
  if (respondents.length === 0) return [];
  const writer = new ValueWriter(
    db,
    misfits.map(({ column }) => column),
  );
  const originalId = keepOriginal(db, table.bytes);
  const made = new Map<string, number>();
  return respondents.map((respondent) => {
    const key = keyOf(respondent.name);
    const participantId =
      respondent.participantId ?? made.get(key) ?? addParticipant(db, respondent.name, now);
    made.set(key, participantId);
    writer.write(participantId, respondent.values);
    return addAnswers(db, table, respondent, { participantId, originalId }, now);
  });
}

function addAnswers(
  db: Connection,
  { fileName, parsed }: Pick<KeptTable, 'fileName' | 'parsed'>,
  { name, answers }: PlannedRespondent,
  { participantId, originalId }: { readonly participantId: number; readonly originalId: number },
  now: string,
): number {
  const { text, paragraphs, headings, answers: ranges } = surveyText(answers);
  const { textVersionId, words } = addTextVersion(db, text, paragraphs);
  const documentId = addDocument(
    db,
    {
      name: freeDocumentName(db, name),
      participantId,
      textVersionId,
      originalId,
      fileName,
      format: parsed.format,
      encoding: parsed.encoding?.name ?? null,
      headings: headings.map(({ paragraph }) => paragraph),
    },
    now,
  );
  // The questions are not the respondent's words: turns say which are.
  const speakerId = addSpeaker(db, { documentId, label: name, name, role: 'participant', participantId });
  for (const { start, end } of ranges) {
    const { first, end: wordEnd } = wordsTouching(words, { start, end });
    const wordsOf = { labelWordStart: first, wordStart: first, wordEnd };
    addTurn(db, { documentId, speakerId, start, bodyStart: start, end, ...wordsOf, timecodeMs: null });
  }
  addHeadingTopics(db, documentId, paragraphs, headings);
  return documentId;
}
