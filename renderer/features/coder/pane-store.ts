import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { useNavigation } from '../../app/navigation.ts';
import type { PaneId } from '../../app/panes.ts';

/** The reader a component stands in; `null` around them. */
export const PaneContext = createContext<PaneId | null>(null);

type Change<T> = Partial<T> | ((state: T) => Partial<T>);

/** What zustand's hook needs of a store, and what changes it. */
export interface MergedStore<T> {
  readonly getState: () => T;
  readonly getInitialState: () => T;
  readonly setState: (change: Change<T>) => void;
  readonly subscribe: (listener: (state: T, before: T) => void) => () => void;
}

/**
 * State of which one part is each reader's own and another the screen's. For whoever reads or changes it, both are one
 * object: the store of one reader, or of whichever is active at the moment.
 */
export function paneStore<P extends object, S extends object>(newPane: P, newScreen: S) {
  type Whole = Readonly<Record<PaneId, P>> & { readonly screen: S };
  const whole = createStore<Whole>(() => ({ a: newPane, b: newPane, screen: newScreen }));
  const initial = { ...newPane, ...newScreen };

  const storeFor = (
    paneNow: () => PaneId,
    alsoChangesWith: (listener: () => void) => () => void,
  ): MergedStore<P & S> => {
    let known = { pane: newPane, screen: newScreen, merged: initial };
    const getState = (): P & S => {
      const { [paneNow()]: pane, screen } = whole.getState();
      if (pane !== known.pane || screen !== known.screen)
        known = { pane, screen, merged: { ...pane, ...screen } };
      return known.merged;
    };
    return {
      getState,
      getInitialState: () => initial,
      setState: (change) => {
        const changes = typeof change === 'function' ? change(getState()) : change;
        const id = paneNow();
        whole.setState((state) => ({
          ...state,
          [id]: changedPart(state[id], changes),
          screen: changedPart(state.screen, changes),
        }));
      },
      subscribe: (listener) => {
        let before = getState();
        const check = (): void => {
          const now = getState();
          if (now === before) return;
          const last = before;
          before = now;
          listener(now, last);
        };
        const stops = [whole.subscribe(check), alsoChangesWith(check)];
        return () => {
          for (const stop of stops) stop();
        };
      },
    };
  };

  const never = (): (() => void) => () => undefined;
  const stores = { a: storeFor(() => 'a', never), b: storeFor(() => 'b', never) };
  const active = storeFor(
    () => useNavigation.getState().pane,
    (listener) => useNavigation.subscribe(listener),
  );
  const coderOf = (pane: PaneId): MergedStore<P & S> => stores[pane];
  /** The store of the reader a component stands in. */
  const useOwnCoder = (): MergedStore<P & S> => {
    const pane = useContext(PaneContext);
    return pane === null ? active : stores[pane];
  };
  const useCoder = <T>(selector: (state: P & S) => T): T => useStore(useOwnCoder(), selector);
  return { useCoder: Object.assign(useCoder, active), coderOf, useOwnCoder };
}

/** The same object when none of the changes concerns it. */
function changedPart<T extends object>(part: T, changes: object): T {
  const own = Object.entries(changes).filter(
    ([key, value]) => Object.hasOwn(part, key) && part[key as keyof T] !== value,
  );
  return own.length === 0 ? part : { ...part, ...Object.fromEntries(own) };
}
