import type { Connection } from '../database/connection.ts';
import type { Occurrence } from '../pseudonyms/contract.ts';
import { namedFields } from '../pseudonyms/field-store.ts';
import type { QuoteFinder } from '../text/quotes.ts';
import { overlaps } from '../text/range.ts';
import { snippetAround } from '../text/snippet.ts';
import { isProse } from './scrub.ts';

/** Characters shown on either side. */
const CONTEXT = 40;
/** What is told elsewhere, or is no prose. */
const NOT_LOOKED_INTO = /^(?:document|participant|speaker|setting)\./u;

/**
 * Where what people wrote may still quote somebody: quotations that are too short to be taken out, and names of codes.
 * `taken` finds what is still to be taken out of prose.
 */
export function quotedStill(
  db: Connection,
  quotes: QuoteFinder,
  taken: QuoteFinder = { find: () => [] },
): readonly Occurrence[] {
  return namedFields(db)
    .filter(({ place }) => !NOT_LOOKED_INTO.test(place))
    .flatMap(({ place, rows }) =>
      rows.flatMap(({ id, value, title }) => {
        const hits = quotes.find(value);
        const goes = hits.length > 0 && isProse(place) ? taken.find(value) : [];
        return hits
          .filter((hit) => !goes.some((range) => overlaps(range, hit)))
          .map((hit) => ({ place, id, title, paragraph: null, ...snippetAround(value, hit, CONTEXT) }));
      }),
    );
}
