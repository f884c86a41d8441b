import type { StoreApi } from 'zustand';

const resets = new Set<() => void>();

/** Says that what a store holds belongs to the open project: nothing of it is seen in the next one. */
export function ofProject<S extends Pick<StoreApi<unknown>, 'setState'> & { getInitialState(): unknown }>(
  store: S,
): S {
  resets.add(() => store.setState(store.getInitialState(), true));
  return store;
}

/** Puts every such store back to where it began; to be called when another project is opened, or none is. */
export function forgetProject(): void {
  for (const reset of resets) reset();
}
