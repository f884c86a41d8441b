import type { Screen } from '../../app/navigation.ts';
import type { MessageKey } from '../../i18n/areas.ts';

/** What the tour looks at to know whether a gesture was made. */
export interface TourState {
  readonly screen: Screen;
  readonly isSelecting: boolean;
  readonly codings: number;
  readonly codes: number;
  /** The segment in hand. */
  readonly codingId: number | null;
  /** Codes mapped to hypotheses, as one text. */
  readonly mappings: string;
  /** How many steps were undone since the tour began. */
  readonly undone: number;
}

export interface TourStep {
  readonly id: string;
  readonly title: MessageKey;
  readonly text: MessageKey;
  /** The screen the step is about; it is shown when the step begins. */
  readonly screen?: Screen;
  /** What the callout stands beside: the first of these that is in the page. */
  readonly target: readonly string[];
  /** Whether the gesture was made since the step began; without it the person says when they go on. */
  readonly isDone?: (now: TourState, start: TourState) => boolean;
}

const step = (id: string, rest: Omit<TourStep, 'id' | 'title' | 'text'>): TourStep => ({
  id,
  title: `tour.${id}Title` as MessageKey,
  text: `tour.${id}Text` as MessageKey,
  ...rest,
});

/** Five minutes on the sample study, each step a gesture of the person's own. */
export const TOUR: readonly TourStep[] = [
  step('read', { screen: 'coder', target: ['.tr-margin', '.tr-scroll'] }),
  step('select', {
    screen: 'coder',
    target: ['.tr-row:not(.tr-other, .tr-heading) .tr-words'],
    isDone: (now) => now.isSelecting,
  }),
  step('code', {
    screen: 'coder',
    target: ['.coder-inspector', '.tr-scroll'],
    isDone: (now, start) => now.codings > start.codings,
  }),
  step('create', {
    screen: 'coder',
    target: ['.tr-scroll'],
    isDone: (now, start) => now.codes > start.codes,
  }),
  step('overlap', {
    screen: 'coder',
    target: ['.tr-label', '.tr-margin'],
    isDone: (now, start) => now.codingId !== null && now.codingId !== start.codingId,
  }),
  step('map', {
    screen: 'coder',
    target: ['.code-tree', '.coder-side'],
    isDone: (now, start) => now.mappings !== start.mappings,
  }),
  step('count', {
    target: ['[data-screen=frequencies]'],
    isDone: (now) => now.screen === 'frequencies',
  }),
  step('figures', { screen: 'frequencies', target: ['.n-over-n'] }),
  step('quote', {
    target: ['[data-screen=quotations]'],
    isDone: (now) => now.screen === 'quotations',
  }),
  step('undo', {
    target: ['.status-undo', '[data-undo]'],
    isDone: (now, start) => now.undone > start.undone,
  }),
];
