import { assignLanes } from '../../src/text/lanes.ts';

/** Distances of the margin, in CSS pixels. */
export const MARGIN = {
  firstLane: 8,
  lanePitch: 11,
  hook: 5,
  /** Free height between two brackets of one lane. */
  clearance: 5,
  labelGap: 12,
  labelHeight: 22,
  labelPitch: 23,
  labelMax: 196,
  /** Labels narrower than this say nothing. */
  labelMin: 104,
  fewestLanes: 3,
  /** Brackets beyond the others share the last of these lanes. */
  mostLanes: 12,
  /** A label pushed further than this joins the label before it instead. */
  furthestPush: 92,
} as const;

/** Lanes closer together than this would be one. */
const LEAST_PITCH = 2;

/** Vertical reach of one coding in the content, in pixels. */
export interface MarginSpan {
  readonly id: number;
  readonly top: number;
  readonly bottom: number;
}

/** Lanes of all codings of a document by id, and how many lanes there are. */
export interface MarginLanes {
  readonly laneOf: ReadonlyMap<number, number>;
  readonly count: number;
}

/** Where a bracket is drawn, of so many lanes: those that found no lane of their own share the last one. */
export interface ShownLane {
  readonly lane: number;
  readonly isShared: boolean;
}

/** How many lanes are drawn. */
export function shownLanes(count: number): number {
  return Math.min(count, MARGIN.mostLanes);
}

/** The lane in which a bracket is drawn. A function of the lane alone, so that nothing jumps while scrolling. */
export function shownLane(lane: number, count: number): ShownLane {
  const last = MARGIN.mostLanes - 1;
  return { lane: Math.min(lane, last), isShared: count > MARGIN.mostLanes && lane >= last };
}

/** The first free lane for each bracket, earlier brackets first, then longer ones. */
export function marginLanes(spans: readonly MarginSpan[]): MarginLanes {
  const { lanes, count } = assignLanes(
    spans.map(({ top, bottom }) => ({ start: top, end: bottom })),
    MARGIN.clearance,
  );
  return { laneOf: new Map(spans.map((span, at) => [span.id, lanes[at] ?? 0])), count };
}

/** Where the margin's parts stand across, given the room beside the text. */
export interface MarginColumns {
  /** Distance between two lanes: less than usual where there are too many. */
  readonly pitch: number;
  readonly labelLeft: number;
  /** 0 where labels find no room. */
  readonly labelWidth: number;
}

export function marginColumns(lanes: number, room: number): MarginColumns {
  const shown = Math.max(MARGIN.fewestLanes, lanes);
  const usual = shown * MARGIN.lanePitch + MARGIN.labelGap;
  // Beside a narrow text there are brackets alone, which take what room there is.
  if (room < shown * LEAST_PITCH + MARGIN.labelGap + MARGIN.labelMin) {
    const pitch = Math.max(LEAST_PITCH, Math.min(MARGIN.lanePitch, (room - MARGIN.firstLane) / shown));
    return { pitch, labelLeft: Math.round(shown * pitch + MARGIN.labelGap), labelWidth: 0 };
  }
  const squeezed = Math.max(LEAST_PITCH, (room - MARGIN.labelMin - MARGIN.labelGap) / shown);
  const pitch = room - usual >= MARGIN.labelMin ? MARGIN.lanePitch : Math.min(MARGIN.lanePitch, squeezed);
  const labelLeft = Math.round(shown * pitch + MARGIN.labelGap);
  const left = room - labelLeft;
  return { pitch, labelLeft, labelWidth: left < MARGIN.labelMin ? 0 : Math.min(MARGIN.labelMax, left) };
}

export interface PlacedLabel {
  readonly id: number;
  /** Where its bracket begins. */
  readonly anchor: number;
  /** Where the label stands: at its bracket, or lower. */
  readonly top: number;
  /** Codings that found no room and are told by this label too. */
  readonly more: readonly number[];
}

/**
 * One label per coding at its bracket's top, pushed down to keep the pitch. Where the push grows too long,
 * codings join the label above them, so that labels stay beside the text they belong to.
 */
export function placeLabels(spans: readonly MarginSpan[]): PlacedLabel[] {
  const placed: { id: number; anchor: number; top: number; more: number[] }[] = [];
  const inOrder = spans.toSorted((a, b) => a.top - b.top || b.bottom - a.bottom);
  let free = Number.NEGATIVE_INFINITY;
  for (const span of inOrder) {
    const top = Math.max(span.top, free);
    const last = placed.at(-1);
    if (last !== undefined && top - span.top > MARGIN.furthestPush) {
      last.more.push(span.id);
      continue;
    }
    placed.push({ id: span.id, anchor: span.top, top, more: [] });
    free = top + MARGIN.labelPitch;
  }
  return placed;
}
