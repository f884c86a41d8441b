import type { Connection } from '../database/connection.ts';
import { documentReads } from '../documents/store.ts';
import { RepereError } from '../errors/codes.ts';
import { found as known } from '../errors/lookup.ts';
import type { ProjectSession } from '../project/session.ts';
import { unitsFor, type DocumentHits } from '../search/find-hits.ts';
import { insideAll, limitsOf, talkOf, type Limits, type Talk } from '../search/limits.ts';
import { searchingDocuments, type Reached } from '../search/searching.ts';
import type { SearchedDocument } from '../search/store.ts';
import { searchReads } from '../search/store.ts';
import { spokenParagraphs, unitsWith } from '../search/units.ts';
import type { CheckedInputOf } from '../contract/contract.ts';
import { trimWhiteSpace } from '../text/char-class.ts';
import { findPattern } from '../text/pattern-find.ts';
import { compilePattern } from '../text/pattern-program.ts';
import { intersect, type TextRange } from '../text/range.ts';
import { answersTo } from '../transcripts/answers.ts';
import { transcriptReads } from '../transcripts/store.ts';
import type { PassageSource } from './contract.ts';

export type PlanInput = CheckedInputOf<'autoCoding.plan'>;

/** The passages of one document, ascending, with what was found in each. */
export interface DocumentPassages extends Pick<DocumentHits, 'row' | 'text' | 'talk'> {
  readonly passages: readonly (TextRange & { readonly hits: readonly TextRange[] })[];
}

type Source<K extends PassageSource['kind']> = Extract<PassageSource, { kind: K }>;
type InDocument = (
  row: SearchedDocument,
  text: string,
  talk: Talk,
) => Generator<void, DocumentPassages['passages']>;

/** Finds passages, one document after the other in the project's order, in small pieces. */
export function* findingPassages(
  db: Connection,
  session: ProjectSession,
  input: PlanInput,
  found: (passages: DocumentPassages) => void,
): Generator<Reached, void, boolean> {
  const { source, documentIds, within } = input;
  const limited = {
    ...(documentIds === undefined ? {} : { documentIds }),
    ...(within === undefined ? {} : { within }),
  };
  if (source.kind === 'search') {
    const search = { ...source.search, ...limited, unit: source.unit };
    yield* searchingDocuments(db, session, search, false, {
      hasEnough: () => false,
      found: ({ row, text, talk, found: passages }) => found({ row, text, talk, passages }),
    });
    return;
  }
  const limits = limitsOf(db, { text: ' ', ...limited });
  const inDocument = finderOf(db, session, source, limits);
  const rows = searchReads(db)
    .documents.all()
    .filter(({ id }) => limits.keepsDocument(id));
  for (const [done, row] of rows.entries()) {
    yield { done, of: rows.length };
    const { text } = session.texts.get(db, row.text_version_id);
    const talk = talkOf(db, row.id);
    const looking = inDocument(row, text, talk);
    let step = looking.next();
    while (step.done !== true) {
      yield { done, of: rows.length };
      step = looking.next();
    }
    if (step.value.length > 0) found({ row, text, talk, passages: step.value });
  }
}

function finderOf(
  db: Connection,
  session: ProjectSession,
  source: Exclude<PassageSource, { kind: 'search' }>,
  limits: Limits,
): InDocument {
  switch (source.kind) {
    case 'topic':
      return inAnswers(db, session, source, limits);
    case 'speaker':
      return inTurns(db, source, limits);
    case 'pattern':
      return whereFound(db, source, limits);
  }
}

function inAnswers(
  db: Connection,
  session: ProjectSession,
  { topicIds, unit }: Source<'topic'>,
  limits: Limits,
): InDocument {
  for (const topicId of topicIds) known(transcriptReads(db).topicById.get(topicId), 'guideTopic', topicId);
  const answers = Map.groupBy(
    topicIds.flatMap((topicId) => answersTo(db, session, topicId)),
    (answer) => answer.documentId,
  );
  return (row, text, talk) => {
    const whole = apart(answers.get(row.id) ?? []);
    return atOnce(cut(db, unit === 'answer' ? 'whole' : unit, whole, row, text, talk, limits));
  };
}

function inTurns(db: Connection, { speakerIds, roles, unit }: Source<'speaker'>, limits: Limits): InDocument {
  const asked = new Set(speakerIds);
  return (row, text, talk) => {
    const whole = talk.turns
      .filter((turn) => {
        const speaker = talk.speakers.get(turn.speaker_id);
        return speaker !== undefined && (asked.has(speaker.id) || roles.includes(speaker.role));
      })
      .map((turn) => trimWhiteSpace(text, turn.body_start, turn.end));
    return atOnce(cut(db, unit === 'turn' ? 'whole' : unit, whole, row, text, talk, limits));
  };
}

function whereFound(
  db: Connection,
  { pattern: written, respectAccents = false, unit }: Source<'pattern'>,
  limits: Limits,
): InDocument {
  const pattern = compilePattern(written, !respectAccents);
  if ('problem' in pattern) throw new RepereError('pattern.invalid', { problem: pattern.problem });
  return function* (row, text, talk) {
    const paragraphs = spokenParagraphs(documentReads(db).paragraphs.all(row.text_version_id), talk.turns);
    const hits: TextRange[] = [];
    for (const { start, end } of paragraphs) {
      for (const hit of yield* findPattern(pattern, text.slice(start, end), { respectAccents }))
        hits.push({ start: hit.start + start, end: hit.end + start });
      yield;
    }
    const kept = insideAll(hits, limits.ranges(row, talk, text.length));
    if (unit === 'match') return kept.map((hit) => ({ ...hit, hits: [hit] }));
    return unitsWith(unitsFor(unit, text, paragraphs, paragraphs, talk), kept).map(
      ({ unit: { start, end }, hits: inside }) => ({ start, end, hits: inside }),
    );
  };
}

/** What is said at one place, whole or by paragraphs or sentences, without white space around, within the limits. */
function cut(
  db: Connection,
  unit: 'whole' | 'paragraph' | 'sentence',
  whole: readonly TextRange[],
  row: SearchedDocument,
  text: string,
  talk: Talk,
  limits: Limits,
): DocumentPassages['passages'] {
  const spoken = () => spokenParagraphs(documentReads(db).paragraphs.all(row.text_version_id), talk.turns);
  const pieces =
    unit === 'whole'
      ? whole
      : unitsWith(unitsFor(unit, text, spoken(), [], talk), whole).flatMap(({ unit: piece, hits }) =>
          hits.flatMap((each) => {
            const common = intersect(piece, each);
            return common === null ? [] : [trimWhiteSpace(text, common.start, common.end)];
          }),
        );
  return insideAll(
    pieces.filter(({ start, end }) => start < end),
    limits.ranges(row, talk, text.length),
  ).map((range) => ({ ...range, hits: [] }));
}

function* atOnce<T>(value: T): Generator<void, T> {
  yield;
  return value;
}

/** Ascending, each once: answers to a topic and to one below it are the same words. */
function apart(ranges: readonly TextRange[]): TextRange[] {
  const result: TextRange[] = [];
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (last === undefined || end > last.end) result.push({ start: Math.max(start, last?.end ?? 0), end });
  }
  return result;
}
