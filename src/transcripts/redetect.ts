import type { SpeakerRole } from '../contract/common.ts';
import type { CommandContext } from '../contract/handlers.ts';
import type { Connection } from '../database/connection.ts';
import { writeTurns } from '../documents/rewrite.ts';
import { documentReads, type DocumentRow } from '../documents/store.ts';
import { RepereError } from '../errors/codes.ts';
import { ensureParticipant } from '../participants/store.ts';
import type { ProjectSession } from '../project/session.ts';
import { detectSpeakers, labelKey, turnsForLabels, type RoleGuess } from '../text/speakers.ts';
import { speakerTemplate, type SpeakerTemplate } from '../text/speaker-template.ts';
import { addSpeaker, removeSpeaker, transcriptReads } from './store.ts';

type Place = Pick<DocumentRow, 'id' | 'text_version_id' | 'headings'>;

/** A person's pattern, ready to read with; throws `speakers.pattern`. */
export function checkedTemplate(pattern: string | null): SpeakerTemplate | null {
  if (pattern === null) return null;
  const template = speakerTemplate(pattern);
  if ('problem' in template)
    throw new RepereError('speakers.pattern', { pattern, problem: template.problem });
  return template;
}

export function roleOf(guess: RoleGuess): SpeakerRole {
  return guess === 'other' ? 'ignored' : guess;
}

/** What a pattern finds in the text of a document. */
export function detectIn(db: Connection, session: ProjectSession, document: Place, pattern: string | null) {
  const { text, words } = session.texts.get(db, document.text_version_id);
  const paragraphs = documentReads(db).paragraphs.all(document.text_version_id);
  const headings = JSON.parse(document.headings) as readonly number[];
  const options = { headings, template: checkedTemplate(pattern) };
  return { text, words, paragraphs, options, detection: detectSpeakers(text, paragraphs, options) };
}

/** Makes the turns of a document anew; answers how many there are. */
export function redetect(
  { db, session, now }: CommandContext,
  document: Place,
  pattern: string | null,
  wanted: readonly string[] | undefined,
): number {
  const { text, words, paragraphs, options, detection } = detectIn(db, session, document, pattern);
  const known = new Map(
    transcriptReads(db)
      .speakers.all(document.id)
      .map((speaker) => [labelKey(speaker.label), speaker.id]),
  );
  const seen = [...detection.labels, ...detection.rejected];
  const labels = wanted ?? detection.labels.map(({ label }) => label);
  const speakerIds = new Map<string, number>();
  for (const label of labels) {
    const key = labelKey(label);
    if (speakerIds.has(key)) continue;
    const role = roleOf(seen.find((each) => labelKey(each.label) === key)?.roleGuess ?? 'participant');
    const fresh = () => {
      const participantId = role === 'participant' ? ensureParticipant(db, label, now) : null;
      return addSpeaker(db, { documentId: document.id, label, name: label, role, participantId });
    };
    speakerIds.set(key, known.get(key) ?? fresh());
  }
  const turns = turnsForLabels(text, paragraphs, labels, options).flatMap((turn) => {
    const speakerId = speakerIds.get(labelKey(turn.label));
    const { start, bodyStart, end, timecodeMs } = turn;
    return speakerId === undefined ? [] : [{ id: null, speakerId, start, bodyStart, end, timecodeMs }];
  });
  writeTurns(db, document.id, turns, words);
  for (const [key, id] of known) if (!speakerIds.has(key)) removeSpeaker(db, id);
  return turns.length;
}
