import { codingEnd } from '../codings/coding-end.ts';
import type { Connection } from '../database/connection.ts';
import type { ProjectSession } from '../project/session.ts';
import { linkKey, linksOf, readableBody } from '../text/memo-links.ts';
import { withoutMarks } from '../text/plain-markdown.ts';
import type { Memo, MemoSummary, MemoTarget } from './contract.ts';
import { memoSummaries, type MemoSummaryRow } from './find-store.ts';
import { resolveLinks } from './linked.ts';
import type { MemoRow } from './store.ts';

const EXCERPT = 200;
/** A link is longer than its name: so much of a memo is read for the excerpt. */
const READ = 2_000;

export function toMemo(row: MemoRow): Memo {
  return {
    id: row.id,
    guid: row.guid,
    title: row.title,
    body: row.body,
    target: toTarget(row),
    passage: row.start === null || row.end === null ? null : { start: row.start, end: row.end },
    coderName: row.coder_name,
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
  };
}

function toTarget(row: MemoRow): MemoTarget {
  if (row.target === 'free' || row.target === 'project' || row.target_id === null) {
    return { kind: row.target === 'project' ? 'project' : 'free' };
  }
  return { kind: row.target, id: row.target_id };
}

/** Memos as a list shows them, in the order of their ids given; one that is not there is left out. */
export function summariesOf(
  db: Connection,
  session: ProjectSession,
  ids: readonly number[],
): readonly MemoSummary[] {
  return ids.flatMap((id) => {
    const row = memoSummaries(db).byId.get(id);
    return row === undefined ? [] : [toSummary(db, session, row)];
  });
}

function toSummary(db: Connection, session: ProjectSession, row: MemoSummaryRow): MemoSummary {
  const { body: _body, passage, ...memo } = toMemo(row);
  const { target } = memo;
  return {
    ...memo,
    excerpt: excerptOf(db, session, row.body),
    kind: passage === null ? target.kind : 'passage',
    targetName: row.target_name,
    place: target.kind === 'coding' ? placeOf(db, session, target.id) : passageOf(target, passage),
  };
}

function placeOf(db: Connection, session: ProjectSession, codingId: number): MemoSummary['place'] {
  const { documentId, start, end } = codingEnd(db, session, codingId);
  return { documentId, start, end };
}

function passageOf(target: MemoTarget, passage: Memo['passage']): MemoSummary['place'] {
  return target.kind === 'document' && passage !== null ? { documentId: target.id, ...passage } : null;
}

function excerptOf(db: Connection, session: ProjectSession, body: string): string {
  const read = body.slice(0, READ);
  const line = withoutMarks(readableBody(read, namesIn(db, session, read)))
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return line.slice(0, EXCERPT).toWellFormed();
}

/** The present names of what a memo links to. */
export function namesIn(db: Connection, session: ProjectSession, body: string) {
  const things = resolveLinks(
    db,
    session,
    linksOf(body).map(({ kind, guid }) => ({ kind, guid })),
  );
  const names = new Map(things.map((thing) => [linkKey(thing), thing.name]));
  return (ref: Parameters<typeof linkKey>[0]): string | null => names.get(linkKey(ref)) ?? null;
}
