import type { Code } from '../../../src/codebook/contract.ts';
import type { Coding } from '../../../src/codings/contract.ts';
import type { ViewCoding } from '../../transcript/types.ts';

interface Joined {
  readonly code: Code;
  readonly view: ViewCoding;
}

interface JoinedList {
  readonly codeOf: ReadonlyMap<number, Code>;
  readonly coderNames: ReadonlyMap<number, string>;
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
): readonly ViewCoding[] {
  const known = lists.get(codings);
  if (known !== undefined && known.codeOf === codeOf && known.coderNames === coderNames) return known.views;
  const views = codings.flatMap((coding) => viewOf(coding, codeOf, coderNames) ?? []);
  lists.set(codings, { codeOf, coderNames, views });
  return views;
}

function viewOf(
  coding: Coding,
  codeOf: ReadonlyMap<number, Code>,
  coderNames: ReadonlyMap<number, string>,
): ViewCoding | null {
  const code = codeOf.get(coding.codeId);
  if (code === undefined) return null;
  const coderName = coderNames.get(coding.coderId) ?? '';
  const known = joined.get(coding);
  if (known !== undefined && known.code === code && known.view.coderName === coderName) return known.view;
  const view = joinCoding(coding, code, coderName);
  joined.set(coding, { code, view });
  return view;
}

function joinCoding(coding: Coding, code: Code, coderName: string): ViewCoding {
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
    coderName,
  };
}
