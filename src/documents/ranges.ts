import type { Connection } from '../database/connection.ts';
import { RepereError, type ErrorCode } from '../errors/codes.ts';
import { found } from '../errors/lookup.ts';
import type { ProjectSession } from '../project/session.ts';
import { rangeProblem, type TextRange } from '../text/range.ts';
import { wordsTouching } from '../text/words.ts';
import { documentReads } from './store.ts';

const PROBLEM_CODES: Readonly<Record<NonNullable<ReturnType<typeof rangeProblem>>, ErrorCode>> = {
  'not-integer': 'range.invalid',
  empty: 'range.empty',
  outside: 'range.outside',
  surrogate: 'range.surrogate',
};

/** A passage that was checked against its document's text, with the ordinals of the words it touches. */
export interface CheckedRange extends TextRange {
  readonly wordStart: number;
  readonly wordEnd: number;
  /** Number of the paragraph where it begins, counted from 1, for labels. */
  readonly paragraph: number;
}

/** The range, when it is a passage of this text; throws `range.…` otherwise. */
export function checkedPassage(text: string, range: TextRange): TextRange {
  const problem = rangeProblem(text, range);
  if (problem === null) return range;
  const { start, end } = range;
  throw new RepereError(PROBLEM_CODES[problem], { start, end, length: text.length });
}

/** Checks a passage; throws `range.…` when it is not one of the text, `not-found` when the document is gone. */
export function checkRange(
  db: Connection,
  session: ProjectSession,
  documentId: number,
  range: TextRange,
): CheckedRange {
  const document = found(documentReads(db).byId.get(documentId), 'document', documentId);
  const { text, words } = session.texts.get(db, document.text_version_id);
  checkedPassage(text, range);
  const touched = wordsTouching(words, range);
  const ordinal = documentReads(db).paragraphAt.get(document.text_version_id, range.start) ?? 0;
  return {
    start: range.start,
    end: range.end,
    wordStart: touched.first,
    wordEnd: touched.end,
    paragraph: ordinal + 1,
  };
}
