import { z } from 'zod';
import { query, task } from '../contract/define.ts';
import { delimiter, filter, renderedFile } from '../contract/common.ts';
import { segmentSelection } from '../analysis/contract.ts';

export const chartKind = z.enum(['hypotheses', 'stances']);
export type ChartKind = z.output<typeof chartKind>;

const frequencyReport = z.strictObject({
  what: z.literal('frequencies'),
  /** `text` is an aligned table for a terminal. */
  format: z.enum(['csv', 'json', 'text']),
  delimiter,
  by: z.enum(['hypothesis', 'code']),
  filter: filter.optional(),
});
const segmentReport = z.strictObject({
  what: z.literal('segments'),
  format: z.enum(['csv', 'json']),
  delimiter,
  selection: segmentSelection.optional(),
});
const chartReport = z.strictObject({
  what: z.literal('chart'),
  format: z.enum(['svg', 'png']),
  chart: chartKind,
  /** Pixels per CSS pixel of a PNG: 3.125 is 300 dots per inch. */
  scale: z.number().min(1).max(8).optional(),
  filter: filter.optional(),
});

export const report = z.discriminatedUnion('what', [frequencyReport, segmentReport, chartReport]);
export type Report = z.output<typeof report>;

export const reportsContract = {
  /** The file in memory: for the shell that downloads, and for copying. */
  'reports.render': query(report, renderedFile),
  /** Writes the file beside and renames it into place, so that a full disk leaves no half file. */
  'reports.save': task(
    z.strictObject({
      report,
      path: z.string().min(1),
      /** A file of another kind may be replaced. */
      overwrite: z.boolean().optional(),
    }),
    z.strictObject({ path: z.string(), byteLength: z.number().int() }),
  ),
};
