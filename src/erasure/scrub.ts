import type { Connection } from '../database/connection.ts';
import { namedFields, writeField } from '../pseudonyms/field-store.ts';
import { applyEdits } from '../text/edits.ts';
import { linksOf, linkText } from '../text/memo-links.ts';
import { quoteFinder } from '../text/quotes.ts';
import { scrubVersions } from '../versions/scrub.ts';
import { GONE, scrubDetails, scrubImages } from './history-store.ts';
import { otherTexts, type Traces } from './scope-store.ts';

/** What stands where a quotation was. */
const QUOTATION_GONE = '[…]';

/** Prose by table: what people write about texts. Names stay as they are, and are told in the report. */
const PROSE: Readonly<Record<string, readonly string[]>> = {
  project: ['description'],
  code: ['brief_definition', 'full_definition', 'when_to_use', 'when_not_to_use', 'example'],
  hypothesis: ['statement'],
  memo: ['title', 'body'],
};

/** Whether quotations are taken out of a field (`table.column`). */
export function isProse(place: string): boolean {
  const [table = '', column = ''] = place.split('.');
  return (PROSE[table] ?? []).includes(column);
}

export interface Scrubber {
  /** Takes quotations and the words in links out of a text. */
  prose(text: string): string;
  /** Takes names out of what a label says, too. */
  label(text: string): string;
}

/** Made of what goes, while it is still there; `sources` are the texts of which no word is to be quoted any more. */
export function scrubberOf(
  db: Connection,
  traces: Traces,
  documentIds: readonly number[],
  sources: Iterable<string> = traces.texts,
): Scrubber {
  const quotes = quoteFinder(sources, () => otherTexts(db, documentIds));
  const names = traces.names.filter((name) => name.length > 1).toSorted((a, b) => b.length - a.length);
  const prose = (text: string): string => withoutQuotes(withoutLinks(text, traces.guids), quotes.find);
  return {
    prose,
    label: (text) => names.reduce((rest, name) => rest.replaceAll(name, GONE), prose(text)),
  };
}

function withoutLinks(text: string, guids: ReadonlySet<string>): string {
  if (!text.includes('[[')) return text;
  const gone = linksOf(text).filter(({ guid }) => guids.has(guid));
  return applyEdits(
    text,
    gone.map((link) => ({ start: link.start, end: link.end, text: linkText(link, GONE) })),
  );
}

function withoutQuotes(
  text: string,
  find: (text: string) => readonly { readonly start: number; readonly end: number }[],
): string {
  return applyEdits(
    text,
    find(text).map((range) => ({ ...range, text: QUOTATION_GONE })),
  );
}

/** Takes them out of memos, definitions, examples, kept versions and all that undo could bring back; answers how many fields changed. */
export function scrubProject(db: Connection, scrubber: Scrubber): number {
  let changed = 0;
  for (const { place, rows } of namedFields(db)) {
    if (!isProse(place)) continue;
    for (const { id, value } of rows) {
      const scrubbed = scrubber.prose(value);
      if (scrubbed === value) continue;
      writeField(db, place, id, scrubbed);
      changed += 1;
    }
  }
  scrubVersions(db, scrubber.prose);
  scrubDetails(db, scrubber.label);
  scrubImages(db, (table, image) => scrubImage(table, image, scrubber));
  return changed;
}

function scrubImage(table: string, image: string, scrubber: Scrubber): string {
  const row = JSON.parse(image) as Record<string, unknown>;
  const columns = table === 'codebook_version' ? ['name', 'subject'] : (PROSE[table] ?? []);
  for (const column of columns) {
    const value = row[column];
    if (typeof value === 'string') row[column] = scrubber.prose(value);
  }
  const { snapshot } = row;
  if (typeof snapshot === 'string')
    row['snapshot'] = JSON.stringify(
      JSON.parse(snapshot, (_key, value: unknown) =>
        typeof value === 'string' ? scrubber.prose(value) : value,
      ),
    );
  return JSON.stringify(row);
}
