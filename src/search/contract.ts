import { z } from 'zod';
import { query } from '../contract/define.ts';
import { id, range } from '../contract/common.ts';

export const searchUnit = z.enum(['match', 'sentence', 'paragraph', 'turn']);
export type SearchUnit = z.output<typeof searchUnit>;

export const searchHit = z.strictObject({
  documentId: id,
  documentName: z.string(),
  paragraph: z.number().int(),
  ...range,
  /** Some words around the hit; the hit itself stands at `[snippetStart, snippetEnd)` of the snippet. */
  snippet: z.string(),
  snippetStart: z.number().int(),
  snippetEnd: z.number().int(),
});

export const searchContract = {
  /** Whole words, folded as DOMAIN says; `*` and `?` stand for letters. With another unit than `match`, hits grow to it and are listed once. */
  'search.find': query(
    z.strictObject({
      text: z.string().min(1).max(1_000),
      documentIds: z.array(id).optional(),
      unit: searchUnit.optional(),
      respectAccents: z.boolean().optional(),
      limit: z.number().int().min(1).max(200_000).optional(),
    }),
    z.strictObject({ total: z.number().int(), hits: z.array(searchHit) }),
  ),
};
