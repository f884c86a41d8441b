import { compactHypotheses } from './hypotheses-compact.ts';
import { labelledHypotheses } from './hypotheses-labelled.ts';
import type { ChartRequest, DrawnChart } from './chart.ts';

/** How many participants name each code, hypothesis by hypothesis, over 0 to N. */
export function hypothesesChart(request: ChartRequest): DrawnChart {
  return request.variant === 'compact' ? compactHypotheses(request) : labelledHypotheses(request);
}
