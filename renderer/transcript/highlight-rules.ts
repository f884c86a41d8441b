import type { Shape } from '../../src/contract/common.ts';
import { DEEPEST, UNDERLINE_LANES } from './highlight-pieces.ts';

export const COLOURS = 24;

/** How a shape shows in an underline. */
const STYLE_OF: Readonly<Record<Shape, 'solid' | 'dashed' | 'dotted'>> = {
  round: 'solid',
  square: 'dashed',
  diamond: 'dotted',
};

/** The highlight of a coding; with a shape whose underline is not solid, one of its own. */
export const tintName = (colour: number, lane: number, shape: Shape = 'round'): string =>
  `rp-c${colour}-${Math.min(lane, UNDERLINE_LANES)}${shape === 'round' ? '' : `-${shape}`}`;
export const litName = (colour: number): string => `rp-lit${colour}`;
export const depthName = (depth: number): string => `rp-over${depth}`;
export const SELECTION = 'rp-selection';
export const DROP = 'rp-drop';
export const FOUND = 'rp-found';

/** Above which others a highlight lies: its tint is the one that shows. */
export const PRIORITY = { tint: 10, depth: 20, lit: 30, found: 34, drop: 38, selection: 40 } as const;

/** 4, 7 and 10 px under the baseline at the size of 17 px. */
const OFFSETS = ['0.235em', '0.412em', '0.588em'];

/**
 * The looks of all highlights of the transcript, as the text of a style sheet. One name per colour and lane: rules stand
 * on the container, from which paragraphs inherit them, so that their number does not grow with codes or paragraphs.
 */
export function highlightRules(): string {
  const rules: string[] = [];
  for (let colour = 1; colour <= COLOURS; colour += 1) {
    rules.push(...tintRules(colour, 'round'));
    rules.push(
      `.tr-text::highlight(${litName(colour)}){background-color:var(--t${colour});color:var(--ink)}`,
    );
  }
  for (let depth = 2; depth <= DEEPEST; depth += 1) {
    const name = depthName(depth);
    const share = (depth - 1) * 5;
    rules.push(
      `.tr-text::highlight(${name}){background-color:color-mix(in oklab,var(--tr-overlap) ${share}%,transparent)}`,
      `.tr-text:not([data-fills=all])::highlight(${name}),.tr-text[data-lit]::highlight(${name}){background-color:transparent}`,
    );
  }
  rules.push(`.tr-text::highlight(${SELECTION}){background-color:var(--selection);color:var(--ink)}`);
  rules.push(`.tr-text::highlight(${FOUND}){background-color:var(--accent-soft);color:var(--accent-ink)}`);
  rules.push(`.tr-text::highlight(${DROP}){background-color:var(--accent-soft);color:var(--ink)}`);
  rules.push(FORCED);
  return rules.join('\n');
}

/** Where the person forces colours: no tint darkens the words, and what is selected has the system's look. */
const FORCED = `@media (forced-colors:active){.tr-text::highlight(${SELECTION}),.tr-text::highlight(${DROP}){background-color:Highlight;color:HighlightText}.tr-text::highlight(${FOUND}){background-color:Mark;color:MarkText}}`;

/** What is added once underlines are to tell shapes: most people never need it, and every rule is matched. */
export function patternRules(): string {
  const rules: string[] = [];
  for (let colour = 1; colour <= COLOURS; colour += 1) {
    rules.push(...tintRules(colour, 'square'), ...tintRules(colour, 'diamond'));
  }
  return rules.join('\n');
}

function tintRules(colour: number, shape: Shape): string[] {
  const rules: string[] = [];
  for (let lane = 0; lane <= UNDERLINE_LANES; lane += 1) {
    const name = tintName(colour, lane, shape);
    const line =
      lane < UNDERLINE_LANES
        ? `text-decoration:underline ${STYLE_OF[shape]} 2px var(--c${colour});text-underline-offset:${OFFSETS[lane] ?? '0'};text-decoration-skip-ink:none`
        : '';
    rules.push(
      `.tr-text::highlight(${name}){background-color:var(--t${colour});color:var(--ink);${line}}`,
      `.tr-text[data-fills=none]::highlight(${name}),.tr-text[data-fills=selected]::highlight(${name}){background-color:transparent}`,
      `.tr-text[data-fills=all][data-lit]::highlight(${name}){background-color:color-mix(in oklab,var(--t${colour}) 35%,transparent)}`,
    );
  }
  return rules;
}
