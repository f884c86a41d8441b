import { useMemo, useState } from 'react';
import { useCoder, type CodePlace } from '../state.ts';
import type { CodingData } from '../use-coding-data.ts';
import { prepare } from './match.ts';
import { parentsOf, stepsTo, typedPath, type Parent } from './parents.ts';

/** Where the code that is being made goes, and the list in which another place is chosen. */
export interface Parents {
  /** The name and the place of the new code, as typed: `Freins/Temps` is « Temps » under « Freins ». */
  readonly name: string;
  readonly place: CodePlace;
  readonly steps: readonly string[];
  /** The way to the place in hand, whatever was typed. */
  readonly stepsInHand: readonly string[];
  readonly isOpen: boolean;
  readonly query: string;
  readonly found: readonly Parent[];
  readonly open: () => void;
  readonly filter: (query: string) => void;
  /** Takes a place in hand; it holds for the codes made after this one, too. */
  readonly choose: (parent: Parent) => void;
  readonly close: () => void;
}

export function useParents(data: CodingData, typed: string): Parents {
  const { codes, codeOf, hypotheses } = data;
  const inHand = useCoder((state) => state.place);
  const [query, setQuery] = useState<string | null>(null);
  const all = useMemo(() => parentsOf(codes, codeOf, hypotheses), [codes, codeOf, hypotheses]);
  const search = useMemo(
    () =>
      prepare(
        all.map((parent, id) => ({
          id,
          name: parent.steps.at(-1) ?? '',
          definition: parent.steps.join(' '),
          parent,
        })),
      ),
    [all],
  );
  const { name, parentId } = typedPath(typed.trim(), codes);
  const place = parentId === null ? inHand : { parentId, hypothesisId: null, groupId: null };
  const isFiltered = query !== null && query.trim() !== '';
  return {
    name,
    place,
    steps: stepsTo(place, codeOf, hypotheses),
    stepsInHand: stepsTo(inHand, codeOf, hypotheses),
    isOpen: query !== null,
    query: query ?? '',
    found: isFiltered ? search(query).map(({ item }) => item.parent) : all,
    open: () => setQuery(''),
    filter: setQuery,
    choose: (parent) => {
      useCoder.setState({ place: parent.place });
      setQuery(null);
    },
    close: () => setQuery(null),
  };
}
