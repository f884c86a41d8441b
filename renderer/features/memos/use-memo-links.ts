import { useMemo } from 'react';
import type { LinkedThing } from '../../../src/memos/contract.ts';
import { linkKey, linksOf, type LinkRef, type NameOf } from '../../../src/text/memo-links.ts';
import { useCall } from '../../app/use-call.ts';

export interface MemoLinks {
  readonly nameOf: NameOf;
  /** What a link means now; `undefined` while that is asked. */
  readonly thingOf: (ref: LinkRef) => LinkedThing | undefined;
}

/** What the links of a memo mean, kept up to date; nothing is asked for a memo without links. */
export function useMemoLinks(body: string): MemoLinks {
  const keys = useMemo(() => [...new Set(linksOf(body).map(linkKey))].toSorted(), [body]);
  const links = useMemo(() => keys.map(refOf), [keys]);
  const things = useCall(
    'memos.resolveLinks',
    { links },
    { enabled: links.length > 0, keepPrevious: true },
  ).data;
  return useMemo(() => {
    const known = new Map((things ?? []).map((thing) => [linkKey(thing), thing]));
    const thingOf = (ref: LinkRef): LinkedThing | undefined => known.get(linkKey(ref));
    return { thingOf, nameOf: (ref) => thingOf(ref)?.name ?? null };
  }, [things]);
}

function refOf(key: string): LinkRef {
  const [kind, guid] = key.split(':');
  return { kind: kind as LinkRef['kind'], guid: guid ?? '' };
}
