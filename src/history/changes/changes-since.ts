import type { Connection } from '../../database/connection.ts';
import type { Locale } from '../../settings/contract.ts';
import type { ChangeLine, ChangePlace, ChangesOfDay } from '../contract.ts';
import { stepLabel } from '../labels.ts';
import { namesOf } from '../steps.ts';
import { historyReads, type StepRow } from '../store.ts';
import { codingLines, type Names } from './coding-lines.ts';
import { NetRows, type NetRow } from './net-rows.ts';
import { codeLines, documentLines, memoLines, otherLines } from './thing-lines.ts';
import { OTHER_TABLES } from './words.ts';

export interface ChangesWish {
  readonly since: string;
  readonly until?: string | undefined;
  readonly coderName?: string | undefined;
}

/** These move all codings behind what they change: told is the text, not each of them. */
const TEXT_COMMANDS: ReadonlySet<string> = new Set(['documents.edit', 'import.replace', 'pseudonyms.apply']);
/** These are told by their own sentence, which says what became of codes and codings. */
const WHOLE_COMMANDS: ReadonlySet<string> = new Set(['codes.merge', 'codes.split']);
const TOLD_TABLES: ReadonlySet<string> = new Set([
  'coding',
  'code',
  'memo',
  'document',
  ...Object.keys(OTHER_TABLES),
]);

interface Work {
  readonly day: string;
  readonly coderName: string;
  readonly rows: NetRows;
  readonly whole: ChangeLine[];
  /** Steps in which a document's text was corrected. */
  readonly textSteps: Map<number, number>;
  steps: number;
}

/**
 * What work since a moment came to, by day and coder, newest first: rows that changed in steps that are done, joined row
 * by row and told as sentences. Takes time in proportion to these steps and their changes alone.
 */
export function changesSince(db: Connection, wish: ChangesWish, locale: Locale): ChangesOfDay[] {
  const reads = historyReads(db);
  const works = new Map<string, Work>();
  for (const step of stepsSince(db, wish)) {
    const day = dayOf(step.at);
    const key = `${day} ${step.coder_name}`;
    let work = works.get(key);
    if (work === undefined) {
      work = {
        day,
        coderName: step.coder_name,
        rows: new NetRows(),
        whole: [],
        textSteps: new Map(),
        steps: 0,
      };
      works.set(key, work);
    }
    work.steps += 1;
    const isWhole = WHOLE_COMMANDS.has(step.command);
    if (isWhole) {
      const [codeId] = reads.codes.all(step.id).filter((id) => reads.codeName.get(id) !== undefined);
      work.whole.push({
        area: 'codes',
        text: stepLabel(step.command, step.details, locale),
        count: 1,
        place: codeId === undefined ? {} : { codeId },
      });
    }
    for (const change of reads.changes.iterate(step.id)) {
      if (!TOLD_TABLES.has(change.table_name)) continue;
      const isUpdate = change.old_row !== null && change.new_row !== null;
      if (change.table_name === 'coding' && (isWhole || (isUpdate && TEXT_COMMANDS.has(step.command))))
        continue;
      if (change.table_name === 'code' && isWhole && change.new_row === null) continue;
      if (change.table_name === 'document' && isUpdate && TEXT_COMMANDS.has(step.command))
        work.textSteps.set(change.row_id, (work.textSteps.get(change.row_id) ?? 0) + 1);
      work.rows.add(step.id, change);
    }
  }
  const nameOf = namesOf(db);
  const names: Names = {
    document: (id) => nameOf('document', id) ?? '…',
    code: (id) => nameOf('code', id) ?? '…',
  };
  const tell = (work: Work): ChangesOfDay => ({
    day: work.day,
    coderName: work.coderName,
    steps: work.steps,
    lines: linesOf(work, names, db, locale),
  });
  return [...works.values()]
    .toSorted((a, b) => (a.day === b.day ? (a.coderName < b.coderName ? -1 : 1) : a.day < b.day ? 1 : -1))
    .map(tell);
}

/** Done steps since the moment, oldest first. Only these are read: the index gives done steps from the newest back. */
function stepsSince(db: Connection, { since, until, coderName }: ChangesWish): readonly StepRow[] {
  const steps: StepRow[] = [];
  for (const step of historyReads(db).doneBackward.iterate()) {
    if (step.at < since) break;
    if (until !== undefined && step.at >= until) continue;
    if (coderName === undefined || step.coder_name === coderName) steps.push(step);
  }
  return steps.toReversed();
}

function linesOf(work: Work, names: Names, db: Connection, locale: Locale): ChangeLine[] {
  const rowsOf = Map.groupBy(work.rows.all(), ({ table }) => table);
  const of = (table: string): readonly NetRow[] => rowsOf.get(table) ?? [];
  const gone = (table: string): ReadonlySet<number> =>
    new Set(of(table).flatMap(({ id, after }) => (after === null ? [id] : [])));
  const [codesGone, documentsGone] = [gone('code'), gone('document')];
  // Codings that went with their code or document are told with it.
  const codings: NetRow[] = [];
  const [withCode, withDocument] = [new Map<number, number>(), new Map<number, number>()];
  for (const row of of('coding')) {
    const codeId = Number(row.before?.['code_id']);
    const documentId = Number(row.before?.['document_id']);
    const went = row.after === null;
    if (went && documentsGone.has(documentId))
      withDocument.set(documentId, (withDocument.get(documentId) ?? 0) + 1);
    else if (went && codesGone.has(codeId)) withCode.set(codeId, (withCode.get(codeId) ?? 0) + 1);
    else codings.push(row);
  }
  const placeOfCoding = (codingId: number): ChangePlace => {
    const row = historyReads(db).codingPlace.get(codingId);
    return row === undefined ? {} : { documentId: row.documentId, start: row.start, codingId };
  };
  return [
    ...documentLines(of('document'), work.textSteps, withDocument, locale),
    ...codingLines(codings, names, locale),
    ...codeLines(of('code'), withCode, locale),
    ...work.whole,
    ...memoLines(of('memo'), placeOfCoding, locale),
    ...otherLines(rowsOf, locale),
  ].map((line) => ({ ...line, place: stillThere(db, line.place) }));
}

/** A place without what is gone meanwhile. */
function stillThere(db: Connection, place: ChangePlace): ChangePlace {
  const reads = historyReads(db);
  const { documentId, codingId, codeId, memoId, start } = place;
  const isRead = documentId !== undefined && reads.documentName.get(documentId) !== undefined;
  const coding = codingId === undefined ? undefined : reads.codingPlace.get(codingId);
  return {
    ...(isRead ? { documentId, ...(start === undefined ? {} : { start: coding?.start ?? start }) } : {}),
    ...(isRead && coding !== undefined && codingId !== undefined ? { codingId } : {}),
    ...(codeId !== undefined && reads.codeName.get(codeId) !== undefined ? { codeId } : {}),
    ...(memoId !== undefined && reads.memoTitle.get(memoId) !== undefined ? { memoId } : {}),
  };
}

/** The day of a moment where this machine is, as `2021-03-03`. */
export function dayOf(at: string): string {
  const date = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
