import { z } from 'zod';
import { codingEnd } from '../codings/contract.ts';
import { query, task } from '../contract/define.ts';
import { filter, id, nothing, range, speakerRole } from '../contract/common.ts';

export const searchUnit = z.enum(['match', 'sentence', 'paragraph', 'turn']);
export type SearchUnit = z.output<typeof searchUnit>;

/** In which stretch of text AND and NOT must be true. */
export const searchScope = z.enum(['document', 'paragraph', 'sentence', 'turn']);
export type SearchScope = z.output<typeof searchScope>;

/** Where hits must lie. An absent field does not limit; a hit must satisfy all that are there. */
export const searchWithin = z.strictObject({
  ...filter.shape,
  topicIds: z.array(id).optional(),
  speakerIds: z.array(id).optional(),
  speakerRoles: z.array(speakerRole).optional(),
  /** Inside segments of one of these codes or of their descendants. */
  codeIds: z.array(id).optional(),
});
export type SearchWithin = z.output<typeof searchWithin>;

export const searchHit = z.strictObject({
  documentId: id,
  documentName: z.string(),
  paragraph: z.number().int(),
  ...range,
  /** Some words around the hit; the hit itself stands at `[snippetStart, snippetEnd)` of the snippet. */
  snippet: z.string(),
  snippetStart: z.number().int(),
  snippetEnd: z.number().int(),
  /** Who speaks; `null` outside turns. */
  speakerName: z.string().nullable(),
  participantName: z.string().nullable(),
});
export type SearchHit = z.output<typeof searchHit>;

export const searchInput = z.strictObject({
  text: z.string().min(1).max(1_000),
  /** `plain`: the text is one phrase; `query`: it may hold AND, OR, NOT, NEAR/n, quotations and brackets. */
  syntax: z.enum(['plain', 'query']).optional(),
  documentIds: z.array(id).optional(),
  within: searchWithin.optional(),
  /** Whose words; labels of speakers are nobody's. */
  whose: z.enum(['everyone', 'participants']).optional(),
  scope: searchScope.optional(),
  unit: searchUnit.optional(),
  respectAccents: z.boolean().optional(),
  /** Words find all words of the same stem. */
  stem: z.enum(['fr', 'en']).optional(),
  /** Forms, as the answer listed them, that shall not count. */
  excludeForms: z.array(z.string()).max(2_000).optional(),
  offset: z.number().int().min(0).optional(),
  limit: z.number().int().min(1).max(200_000).optional(),
});
export type SearchInput = z.output<typeof searchInput>;

export const found = z.strictObject({
  total: z.number().int(),
  /** Whether all is counted; otherwise there is at least so much. */
  complete: z.boolean(),
  hits: z.array(searchHit),
  documents: z.array(z.strictObject({ documentId: id, documentName: z.string(), hits: z.number().int() })),
  /** What stems, `*` and `?` stood for, most frequent first. */
  forms: z.array(z.strictObject({ key: z.string(), written: z.string(), count: z.number().int() })),
});
export type Found = z.output<typeof found>;

export const searchContract = {
  /**
   * Whole words, folded as DOMAIN says; `*` and `?` stand for letters. With another unit than `match`, hits grow to it
   * and are listed once. Fails with `search.syntax` where a query cannot be read. `quick` stops when the page is full
   * or some time has passed.
   */
  'search.find': query(searchInput.extend({ quick: z.boolean().optional() }), found),
  /** Coded segments in which the text is said, words being found by their beginning, then those of codes so named. */
  'search.segments': query(
    z.strictObject({ text: z.string().max(1_000), limit: z.number().int().min(1).max(200) }),
    z.strictObject({ segments: z.array(codingEnd), isMore: z.boolean() }),
  ),
  /** As `search.find`, to its end, letting other calls in; progress counts documents. */
  'search.all': task(searchInput, found),
  /**
   * Brings the texts of an older project into the index and reads the words that `*` is looked up in. Progress counts
   * documents, with the label `index`, only while texts are missing. Stopped, it goes on where it was when asked again.
   */
  'search.prepare': task(nothing, z.strictObject({ indexed: z.number().int(), documents: z.number().int() })),
};
