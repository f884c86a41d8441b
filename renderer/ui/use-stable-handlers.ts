import { useEffect, useRef, useState } from 'react';

type Handlers = Readonly<Record<string, (...args: never[]) => void>>;

/**
 * The same handlers at every drawing, each of which does what its latest version does: what they are handed to
 * can be memoised, however long its list.
 */
export function useStableHandlers<T extends { readonly [K in keyof T]: (...args: never[]) => void }>(
  handlers: T,
): T {
  const latest = useRef<Handlers>(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  const [stable] = useState(() =>
    Object.fromEntries(
      Object.keys(handlers).map((name) => [name, (...args: never[]) => latest.current[name]?.(...args)]),
    ),
  );
  return stable as T;
}
