import type { Locale } from '../../settings/contract.ts';
import type { ChangeLine, ChangePlace } from '../contract.ts';
import type { NetRow } from './net-rows.ts';
import { aspectsText, changeText, type Aspect } from './words.ts';

/** More lines than this of one kind are told document by document, without naming each code. */
const MOST_LINES = 40;

const KINDS = ['codingsAdded', 'codingsRecoded', 'codingsChanged', 'codingsRemoved'] as const;
type Kind = (typeof KINDS)[number];

const ASPECT_OF: Readonly<Record<string, Aspect>> = {
  start_utf16: 'bounds',
  end_utf16: 'bounds',
  stance: 'stance',
  weight: 'weight',
  is_key: 'key',
};
/** Kept up by the program itself. */
const SILENT: ReadonlySet<string> = new Set(['modified_at', 'word_start', 'word_end']);

export interface Names {
  readonly document: (id: number) => string;
  readonly code: (id: number) => string;
}

interface Told {
  readonly kind: Kind;
  readonly documentId: number;
  readonly codeId: number;
  readonly place: ChangePlace;
  readonly aspects: ReadonlySet<Aspect>;
}

/** What became of codings, by what was done, document and code, in the order of the documents' ids. */
export function codingLines(rows: readonly NetRow[], names: Names, locale: Locale): ChangeLine[] {
  const told = rows.flatMap(tell);
  return KINDS.flatMap((kind) => {
    const ofKind = told.filter((each) => each.kind === kind);
    const pairs = Map.groupBy(ofKind, (each) => `${each.documentId} ${each.codeId}`);
    const groups = pairs.size <= MOST_LINES ? pairs : Map.groupBy(ofKind, (each) => String(each.documentId));
    const isByCode = groups === pairs;
    return [...groups.values()]
      .toSorted((a, b) => (a[0]?.documentId ?? 0) - (b[0]?.documentId ?? 0))
      .flatMap((group): ChangeLine[] => {
        const first = group.reduce((a, b) => ((b.place.start ?? 0) < (a.place.start ?? 0) ? b : a));
        const values = {
          code: names.code(first.codeId),
          codes: new Set(group.map(({ codeId }) => codeId)).size,
          document: names.document(first.documentId),
          what: aspectsText(new Set(group.flatMap(({ aspects }) => [...aspects])), locale),
        };
        const word = isByCode ? kind : (`${kind}InDocument` as const);
        return [
          {
            area: 'codings',
            text: changeText(word, group.length, values, locale),
            count: group.length,
            place: first.place,
          },
        ];
      });
  });
}

function tell({ id, before, after, columns }: NetRow): Told[] {
  const row = after ?? before;
  if (row === null) return [];
  const aspects = new Set<Aspect>();
  for (const column of columns) if (!SILENT.has(column)) aspects.add(ASPECT_OF[column] ?? 'else');
  const kind: Kind | null =
    before === null
      ? 'codingsAdded'
      : after === null
        ? 'codingsRemoved'
        : columns.has('code_id')
          ? 'codingsRecoded'
          : aspects.size > 0
            ? 'codingsChanged'
            : null;
  if (kind === null) return [];
  const documentId = Number(row['document_id']);
  const place = {
    documentId,
    start: Number(row['start_utf16']),
    ...(after === null ? {} : { codingId: id }),
  };
  return [{ kind, documentId, codeId: Number(row['code_id']), place, aspects }];
}
