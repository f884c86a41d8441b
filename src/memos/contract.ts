import { z } from 'zod';
import { command, query } from '../contract/define.ts';
import { done, guid, id, name, nothing, prose, range, timestamp } from '../contract/common.ts';
import { LINK_KINDS } from '../text/memo-links.ts';

export const memoTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('free') }),
  z.strictObject({ kind: z.literal('project') }),
  z.strictObject({ kind: z.enum(['document', 'code', 'coding', 'participant', 'hypothesis']), id }),
]);
export type MemoTarget = z.output<typeof memoTarget>;

export const memo = z.strictObject({
  id,
  guid,
  title: z.string(),
  body: z.string(),
  target: memoTarget,
  /** Where in the document's text it stands; `null` for a memo about the whole of something. */
  passage: z.strictObject(range).nullable(),
  coderName: z.string(),
  createdAt: timestamp,
  modifiedAt: timestamp,
});
export type Memo = z.output<typeof memo>;

/** What a memo is about; `passage` is a place in a document. */
export const memoKind = z.enum([
  'free',
  'project',
  'document',
  'passage',
  'code',
  'coding',
  'participant',
  'hypothesis',
]);
export type MemoKind = z.output<typeof memoKind>;

export const memoSearch = z.strictObject({
  /** Every word of it stands in the title or the text; accents and case do not count. */
  text: z.string().max(1_000).optional(),
  /** An absent condition does not limit. */
  kinds: z.array(memoKind).optional(),
  coderNames: z.array(z.string()).optional(),
  /** Changed last at this time or later, and before that one. */
  since: timestamp.optional(),
  until: timestamp.optional(),
  /** By last change or by beginning, the newest first, or by title. */
  sort: z.enum(['modified', 'created', 'title']).optional(),
  limit: z.number().int().min(1).max(10_000),
});
export type MemoSearch = z.output<typeof memoSearch>;

const place = z.strictObject({ documentId: id, ...range });

export const memoSummary = z.strictObject({
  id,
  guid,
  title: z.string(),
  /** The beginning of the text, in one line, links by their names; at most 200 UTF-16 code units. */
  excerpt: z.string(),
  kind: memoKind,
  target: memoTarget,
  /** What it is attached to is called; of a segment, its code; `null` for free memos and the project's. */
  targetName: z.string().nullable(),
  /** Where in the texts it stands, for a memo of a segment or at a passage. */
  place: place.nullable(),
  coderName: z.string(),
  createdAt: timestamp,
  modifiedAt: timestamp,
});
export type MemoSummary = z.output<typeof memoSummary>;

/** A memo with its text, and with what and where it is about. */
export const wholeMemo = memo.extend({
  kind: memoKind,
  targetName: memoSummary.shape.targetName,
  place: memoSummary.shape.place,
});
export type WholeMemo = z.output<typeof wholeMemo>;

export const linkRef = z.strictObject({ kind: z.enum(LINK_KINDS), guid });

export const linkedThing = z.strictObject({
  ...linkRef.shape,
  /** `null` when it is not there any more. */
  id: id.nullable(),
  name: z.string().nullable(),
  /** Of a segment. */
  place: place.nullable(),
});
export type LinkedThing = z.output<typeof linkedThing>;

export const linkable = z.strictObject({
  ...linkRef.shape,
  id,
  name: z.string(),
  /** Of a segment: its document. */
  detail: z.string().nullable(),
});
export type Linkable = z.output<typeof linkable>;

export const memosContract = {
  'memos.list': query(nothing, z.array(memo)),
  /** One memo with its text; `null` when it is not there (any more). */
  'memos.get': query(z.strictObject({ memoId: id }), wholeMemo.nullable()),
  /** The memos that fit, at most `limit` of them, and how many there are; `all` counts every memo of the project. */
  'memos.search': query(
    memoSearch,
    z.strictObject({
      total: z.number().int(),
      all: z.number().int(),
      memos: z.array(memoSummary),
      authors: z.array(z.string()),
    }),
  ),
  /** What the links of a memo mean now, in their order. */
  'memos.resolveLinks': query(z.strictObject({ links: z.array(linkRef).max(2_000) }), z.array(linkedThing)),
  /** What a link can be made to, by a part of its name, or of its words for a segment; `limit` counts per kind. */
  'memos.linkable': query(
    z.strictObject({ text: z.string().max(200), limit: z.number().int().min(1).max(50) }),
    z.array(linkable),
  ),
  /** The memos that link to something, the one changed last first. */
  'memos.mentions': query(
    z.strictObject({ kind: z.enum(LINK_KINDS), id, limit: z.number().int().min(1).max(1_000) }),
    z.array(memoSummary),
  ),
  'memos.create': command(
    z.strictObject({
      title: name,
      body: prose,
      target: memoTarget,
      /** For a memo of a document: the passage it is about. */
      passage: z.strictObject(range).optional(),
    }),
    z.strictObject({ memoId: id }),
  ),
  'memos.update': command(
    z.strictObject({ memoId: id, title: name.optional(), body: prose.optional() }),
    done,
    { mergeKey: (input) => `memo:${input.memoId}` },
  ),
  'memos.remove': command(z.strictObject({ memoId: id }), done),
};
