import type { ComponentProps, ReactNode } from 'react';

export interface RegionProps extends Omit<ComponentProps<'section'>, 'role' | 'aria-label'> {
  /** Read out when the region gets the focus. */
  readonly name: string;
}

/** A part of the window that F6 goes to, in the order of the page. */
export function Region({ name, children, ...rest }: RegionProps): ReactNode {
  return (
    <section {...rest} aria-label={name} data-region tabIndex={-1}>
      {children}
    </section>
  );
}

/** Moves the focus to the next region (or the one before), where it was last or to its first focusable thing. */
export function cycleRegions(step: 1 | -1, root: ParentNode = document): void {
  const regions = [...root.querySelectorAll<HTMLElement>('[data-region]')].filter(isShown);
  if (regions.length === 0) return;
  const current = regions.findIndex((region) => region.contains(document.activeElement));
  const start = current === -1 ? (step === 1 ? -1 : regions.length) : current;
  const region = regions[(start + step + regions.length) % regions.length];
  if (region === undefined) return;
  const target = [...region.querySelectorAll<HTMLElement>(FOCUSABLE)].find(isShown) ?? region;
  target.focus();
}

const FOCUSABLE =
  'a[href],button:not([disabled]),input:not([disabled]),textarea:not([disabled]),select:not([disabled]),[tabindex]:not([tabindex="-1"])';

function isShown(element: HTMLElement): boolean {
  return element.closest('[inert],[hidden]') === null && element.getClientRects().length > 0;
}
