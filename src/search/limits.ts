import { NO_FILTER } from '../analysis/filter.ts';
import { withBranches } from '../analysis/filter-places.ts';
import { resolvedSets } from '../analysis/queries.ts';
import { loadCodings } from '../analysis/store.ts';
import { codeReads } from '../codebook/store.ts';
import type { Connection } from '../database/connection.ts';
import { below } from '../text/tree.ts';
import { contains, mergeRanges, type TextRange } from '../text/range.ts';
import type { SpeakerRow, TurnRow } from '../transcripts/store.ts';
import { transcriptReads } from '../transcripts/store.ts';
import type { SearchInput } from './contract.ts';
import type { SearchedDocument } from './store.ts';

/** The turns of a document and who speaks in them. */
export interface Talk {
  readonly turns: readonly TurnRow[];
  readonly speakers: ReadonlyMap<number, SpeakerRow>;
}

/** Where hits may lie. */
export interface Limits {
  keepsDocument(documentId: number): boolean;
  /** For a document: one list per limit, merged; a hit must lie inside a range of every list. */
  ranges(row: SearchedDocument, talk: Talk, lengthUtf16: number): readonly (readonly TextRange[])[];
}

export function talkOf(db: Connection, documentId: number): Talk {
  const reads = transcriptReads(db);
  return {
    turns: reads.turns.all(documentId),
    speakers: new Map(reads.speakers.all(documentId).map((speaker) => [speaker.id, speaker])),
  };
}

/** Looks up what the limits of a search name, once for all documents. */
export function limitsOf(db: Connection, { documentIds, within, whose }: SearchInput): Limits {
  const { topicIds, speakerIds, speakerRoles, codeIds, ...filter } = within ?? {};
  const { documentIds: kept, participantIds, coderIds } =
    // Looking variables up means listing all documents with their words: only where something is limited.
    Object.keys(filter).length === 0 ? NO_FILTER : resolvedSets(db, filter);
  const listed = documentIds === undefined ? null : new Set(documentIds);
  const speakers = speakerIds === undefined ? null : new Set(speakerIds);
  const topics = topicIds === undefined ? null : withBranches(db, topicIds);
  const roles = speakerRoles === undefined ? null : new Set(speakerRoles);
  const codes = codeIds === undefined ? null : branchesOf(db, codeIds);
  return {
    keepsDocument: (id) => (listed?.has(id) ?? true) && (kept?.has(id) ?? true),
    ranges: (row, talk, lengthUtf16) => {
      const lists: (readonly TextRange[])[] = [];
      const said = (keeps: (speaker: SpeakerRow) => boolean, otherwise: boolean): void => {
        lists.push(saidBy(talk, keeps, otherwise ? lengthUtf16 : 0));
      };
      if (whose === 'participants') said((speaker) => speaker.role === 'participant', true);
      if (roles !== null) said((speaker) => roles.has(speaker.role), false);
      if (speakers !== null) said((speaker) => speakers.has(speaker.id), false);
      if (participantIds !== null) {
        const named = (participantId: number | null) =>
          participantId !== null && participantIds.has(participantId);
        said((speaker) => named(speaker.participant_id), named(row.participant_id));
      }
      if (topics !== null)
        lists.push(
          transcriptReads(db)
            .topicSpans.all(row.id)
            .filter((span) => topics.has(span.guide_topic_id)),
        );
      if (codes !== null) lists.push(codedBy(db, row.id, codes, coderIds));
      return lists.map((list) => mergeRanges(list));
    },
  };
}

/** Those of the ascending hits that lie in a range of every list. */
export function insideAll<T extends TextRange>(
  hits: readonly T[],
  lists: readonly (readonly TextRange[])[],
): readonly T[] {
  return lists.reduce<readonly T[]>((kept, list) => {
    let at = 0;
    return kept.filter((hit) => {
      while (at < list.length && (list[at]?.end ?? 0) <= hit.start) at += 1;
      const range = list[at];
      return range !== undefined && contains(range, hit);
    });
  }, hits);
}

function saidBy(
  { turns, speakers }: Talk,
  keeps: (speaker: SpeakerRow) => boolean,
  withoutTurns: number,
): readonly TextRange[] {
  if (turns.length === 0) return withoutTurns > 0 ? [{ start: 0, end: withoutTurns }] : [];
  return turns
    .filter((turn) => {
      const speaker = speakers.get(turn.speaker_id);
      return speaker !== undefined && keeps(speaker);
    })
    .map((turn) => ({ start: turn.body_start, end: turn.end }));
}

function branchesOf(db: Connection, codeIds: readonly number[]): ReadonlySet<number> {
  const children = Map.groupBy(codeReads(db).all.all(), (row) => row.parent_id);
  const childrenOf = (codeId: number): readonly number[] => (children.get(codeId) ?? []).map(({ id }) => id);
  return new Set(codeIds.flatMap((codeId) => below(codeId, childrenOf)));
}

function codedBy(
  db: Connection,
  documentId: number,
  codes: ReadonlySet<number>,
  coders: ReadonlySet<number> | null,
): readonly TextRange[] {
  const { count, codeIds, coderIds, starts, ends } = loadCodings(db, documentId);
  const ranges: TextRange[] = [];
  for (let at = 0; at < count; at += 1) {
    if (!codes.has(codeIds[at] ?? 0) || !(coders?.has(coderIds[at] ?? 0) ?? true)) continue;
    ranges.push({ start: starts[at] ?? 0, end: ends[at] ?? 0 });
  }
  return ranges;
}
