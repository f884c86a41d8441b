import { useMemo } from 'react';
import type { Code } from '../../../src/codebook/contract.ts';
import type { Coding } from '../../../src/codings/contract.ts';
import type { DocumentContent } from '../../../src/documents/contract.ts';
import type { Hypothesis } from '../../../src/hypotheses/contract.ts';
import { useCall } from '../../app/use-call.ts';
import { useSession } from '../../app/session.ts';
import { buildModel, type TranscriptModel } from '../../transcript/model.ts';
import type { ViewCoding } from '../../transcript/types.ts';
import { segmentLinksOf, viewLinksOf, type SegmentLink } from '../codings/segment-links.ts';
import { joinCodings, type LinksOf } from './join-codings.ts';

export interface CodeCount {
  readonly participants: number;
  readonly segments: number;
}

/** The codes with all that is shown beside them. The same object as long as nothing of it changed. */
export interface Codebook {
  readonly codes: readonly Code[];
  readonly codeOf: ReadonlyMap<number, Code>;
  readonly hypotheses: readonly Hypothesis[];
  readonly counts: ReadonlyMap<number, CodeCount>;
  /** N of `n/N`. */
  readonly participants: number;
  readonly readOnly: boolean;
  /** Whether the codes have come. */
  readonly listed: boolean;
}

/** Everything the coding screen is made of, joined once. Empty lists stand for answers that have not come yet. */
export interface CodingData extends Codebook {
  readonly book: Codebook;
  readonly documentId: number | null;
  readonly content: DocumentContent | null;
  readonly model: TranscriptModel | null;
  readonly codings: readonly Coding[];
  readonly codingOf: ReadonlyMap<number, Coding>;
  /** Links with other segments by the id of a coding here. */
  readonly segmentLinks: ReadonlyMap<number, readonly SegmentLink[]>;
  readonly linksOf: LinksOf;
  readonly viewCodings: readonly ViewCoding[];
  readonly coderNames: ReadonlyMap<number, string>;
  /** The person who codes now; 0 before their first change. */
  readonly coderId: number;
  readonly ready: boolean;
}

const NONE: readonly never[] = [];

export function useCodingData(documentId: number | null, book: Codebook): CodingData {
  const forDocument = { documentId: documentId ?? 1 };
  const enabled = { enabled: documentId !== null };
  const document = useCall('documents.get', forDocument, enabled).data;
  const codingList = useCall('codings.ofDocument', forDocument, enabled).data;
  const linkList = useCall('codings.links', forDocument, enabled).data;
  const coderList = useCall('coders.list', {}).data;
  const coderName = useSession((state) => state.project?.coderName ?? '');
  const { codeOf } = book;

  const content = documentId === null ? null : (document ?? null);
  const codings: readonly Coding[] = documentId === null ? NONE : (codingList ?? NONE);
  const model = useMemo(() => (content === null ? null : buildModel(content)), [content]);
  const codingOf = useMemo(() => new Map(codings.map((coding) => [coding.id, coding])), [codings]);
  const coderNames = useMemo(
    () => new Map((coderList ?? NONE).map((coder) => [coder.id, coder.name])),
    [coderList],
  );
  const segmentLinks = useMemo(() => segmentLinksOf(linkList ?? NONE), [linkList]);
  const linksOf = useMemo(() => viewLinksOf(segmentLinks, codeOf), [segmentLinks, codeOf]);
  const viewCodings = useMemo(
    () => joinCodings(codings, codeOf, coderNames, linksOf),
    [codings, codeOf, coderNames, linksOf],
  );
  const coderId = useMemo(
    () => (coderList ?? NONE).find((coder) => coder.name === coderName)?.id ?? 0,
    [coderList, coderName],
  );
  const ready = book.listed && (documentId === null || (document !== undefined && codingList !== undefined));

  return useMemo(
    () => ({
      ...book,
      book,
      documentId,
      content,
      model,
      codings,
      codingOf,
      segmentLinks,
      linksOf,
      viewCodings,
      coderNames,
      coderId,
      ready,
    }),
    [
      book,
      documentId,
      content,
      model,
      codings,
      codingOf,
      segmentLinks,
      linksOf,
      viewCodings,
      coderNames,
      coderId,
      ready,
    ],
  );
}

/** The codes as they stand beside any document. */
export function useCodebook(): Codebook {
  const codeList = useCall('codes.list', {}).data;
  const hypothesisList = useCall('hypotheses.list', {}).data;
  const countList = useCall('codes.counts', {}).data;
  const readOnly = useSession((state) => state.project?.readOnly ?? false);
  const codes: readonly Code[] = codeList ?? NONE;
  const codeOf = useMemo(() => new Map(codes.map((code) => [code.id, code])), [codes]);
  return useMemo(
    () => ({
      codes,
      codeOf,
      hypotheses: hypothesisList ?? NONE,
      counts: new Map((countList?.counts ?? NONE).map((count) => [count.codeId, count])),
      participants: countList?.total ?? 0,
      readOnly,
      listed: codeList !== undefined,
    }),
    [codes, codeOf, hypothesisList, countList, readOnly, codeList],
  );
}
