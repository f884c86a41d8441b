import type { ReactNode } from 'react';

/** Draws a sentence whose `<b>…</b>` parts are strong. No other markup is known. */
export function RichText({ text }: { readonly text: string }): ReactNode {
  return text
    .split(/(<b>.*?<\/b>)/u)
    .map((part, index) => (part.startsWith('<b>') ? <strong key={index}>{part.slice(3, -4)}</strong> : part));
}
