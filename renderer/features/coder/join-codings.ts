import type { Code } from '../../../src/codebook/contract.ts';
import type { Coding } from '../../../src/codings/contract.ts';
import type { ViewCoding, ViewLink } from '../../transcript/types.ts';

/** Links by the id of a coding. */
export type LinksOf = ReadonlyMap<number, readonly ViewLink[]>;

const NO_LINKS: readonly ViewLink[] = [];

interface Joined {
  readonly code: Code;
  readonly view: ViewCoding;
}

interface JoinedList {
  readonly codeOf: ReadonlyMap<number, Code>;
  readonly coderNames: ReadonlyMap<number, string>;
  readonly linksOf: LinksOf;
  readonly views: readonly ViewCoding[];
}

/** Joined codings by the core's own objects: what did not change stays the same object for the view. */
const joined = new WeakMap<Coding, Joined>();
const lists = new WeakMap<readonly Coding[], JoinedList>();

/** Codings with what the view shows of their codes; codings of unknown codes are left out. The same list for the same. */
export function joinCodings(
  codings: readonly Coding[],
  codeOf: ReadonlyMap<number, Code>,
  coderNames: ReadonlyMap<number, string>,
  linksOf: LinksOf,
): readonly ViewCoding[] {
  const known = lists.get(codings);
  if (known?.codeOf === codeOf && known.coderNames === coderNames && known.linksOf === linksOf)
    return known.views;
  const views = codings.flatMap((coding) => viewOf(coding, codeOf, coderNames, linksOf) ?? []);
  lists.set(codings, { codeOf, coderNames, linksOf, views });
  return views;
}

function viewOf(
  coding: Coding,
  codeOf: ReadonlyMap<number, Code>,
  coderNames: ReadonlyMap<number, string>,
  linksOf: LinksOf,
): ViewCoding | null {
  const code = codeOf.get(coding.codeId);
  if (code === undefined) return null;
  const coderName = coderNames.get(coding.coderId) ?? '';
  const links = linksOf.get(coding.id) ?? NO_LINKS;
  const known = joined.get(coding);
  if (known?.code === code && known.view.coderName === coderName && known.view.links === links)
    return known.view;
  const view = joinCoding(coding, code, coderName, links);
  joined.set(coding, { code, view });
  return view;
}

function joinCoding(coding: Coding, code: Code, coderName: string, links: readonly ViewLink[]): ViewCoding {
  return {
    id: coding.id,
    start: coding.start,
    end: coding.end,
    codeId: coding.codeId,
    colour: code.colour,
    shape: code.shape,
    name: code.name,
    stance: coding.stance,
    hasMemo: coding.memo !== null && coding.memo !== '',
    links,
    coderName,
  };
}
