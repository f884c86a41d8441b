import { useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { create } from 'zustand';

export type StatusSide = 'left' | 'right';

type Hosts = Readonly<Record<StatusSide, HTMLElement | null>>;

const useHosts = create<Hosts>(() => ({ left: null, right: null }));

/** Where the active screen's items appear; the status bar draws one on each side. */
export function StatusHost({ side }: { readonly side: StatusSide }): ReactNode {
  const [setHost] = useState(() => (element: HTMLElement | null) => useHosts.setState({ [side]: element }));
  return <div className="status-host" ref={setHost} />;
}

/** Puts a screen's items into the status bar while it is shown; each child is one item. */
export function StatusSlot({
  side,
  children,
}: {
  readonly side: StatusSide;
  readonly children: ReactNode;
}): ReactNode {
  const host = useHosts((hosts) => hosts[side]);
  return host === null ? null : createPortal(children, host);
}
