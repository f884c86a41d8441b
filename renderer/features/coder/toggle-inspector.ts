import { useCoder } from './state.ts';
import { isWide } from './use-wide.ts';

/** Hides the panel of the thing in hand, or shows it again: beside the reader, or over it in a narrow window. */
export function toggleInspector(): void {
  const name = isWide() ? 'inspectorOpen' : 'overlayOpen';
  useCoder.setState((state) => ({ [name]: !state[name] }));
}
