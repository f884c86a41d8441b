import type { RenderedFile } from '../contract/common.ts';
import type { Locale } from '../settings/contract.ts';
import type { FrequencyTable } from '../analysis/contract.ts';
import { FILE_WIDTH } from '../charts/chart.ts';
import { hypothesesChart } from '../charts/hypotheses.ts';
import { chartMessages } from '../charts/messages.ts';
import { chartModel } from '../charts/model.ts';
import { participantNoun } from '../charts/participant-noun.ts';
import { stancesChart } from '../charts/stances.ts';
import { chartTheme } from '../charts/theme.ts';
import { RepereError } from '../errors/codes.ts';
import { canvasLibrary, measureWith } from './canvas.ts';
import { chartPng, chartSvg } from './chart-image.ts';
import type { ReportCodebook } from './codebook.ts';
import type { ChartKind } from './contract.ts';
import { toCsv, type TableRecord } from './csv.ts';
import {
  FREQUENCY_COLUMNS,
  FREQUENCY_TEXT_COLUMNS,
  frequencyRecords,
  frequencyTextRecords,
  type FrequencySource,
} from './frequencies-csv.ts';
import { segmentColumns, segmentRecords, type Segment, type SegmentSource } from './segments-csv.ts';
import { toText } from './text-table.ts';

/** Pixels per CSS pixel that give 300 dots per inch. */
const PRINT_SCALE = 3.125;

const FILE_NAMES: Readonly<Record<Locale, Readonly<Record<'frequencies' | 'segments' | ChartKind, string>>>> =
  {
    fr: { frequencies: 'frequences', segments: 'extraits', hypotheses: 'hypotheses', stances: 'positions' },
    en: { frequencies: 'frequencies', segments: 'segments', hypotheses: 'hypotheses', stances: 'stances' },
  };

export interface TableFormat<F extends string> {
  readonly format: F;
  readonly delimiter: ',' | ';';
  readonly locale: Locale;
}

/** The frequency table as a file. */
export function frequenciesFile(
  source: FrequencySource,
  by: 'code' | 'hypothesis',
  options: TableFormat<'csv' | 'json' | 'text'>,
): RenderedFile {
  const name = FILE_NAMES[options.locale].frequencies;
  const records = frequencyRecords(source, by);
  if (options.format === 'text') {
    const content = toText(FREQUENCY_TEXT_COLUMNS, frequencyTextRecords(records));
    return { fileName: `${name}.txt`, mime: 'text/plain', encoding: 'utf8', content };
  }
  return tableFile(name, FREQUENCY_COLUMNS, records, options.format, options.delimiter);
}

/** Coded segments as a file, in the order given. */
export function segmentsFile(
  segments: readonly Segment[],
  source: SegmentSource,
  options: TableFormat<'csv' | 'json'>,
): RenderedFile {
  const name = FILE_NAMES[options.locale].segments;
  return tableFile(
    name,
    segmentColumns(source),
    segmentRecords(segments, source),
    options.format,
    options.delimiter,
  );
}

export interface ChartFileSource extends ReportCodebook {
  /** In order of hypotheses. */
  readonly table: FrequencyTable;
  readonly contacted: number | null;
}

export interface ChartFormat {
  readonly chart: ChartKind;
  readonly format: 'svg' | 'png';
  /** Pixels per CSS pixel of a PNG; 3.125 (300 dots per inch) by default. */
  readonly scale?: number | undefined;
  readonly locale: Locale;
}

/** A chart as a file, in the light theme, with all its names. Throws `chart.empty` where there is nothing to draw. */
export async function chartFile(source: ChartFileSource, options: ChartFormat): Promise<RenderedFile> {
  const { chart, format, locale } = options;
  const words = chartMessages(locale);
  const model = chartModel(source.table, source, words.unmapped);
  if (!model.hypotheses.some((each) => chart === 'hypotheses' || each.hypothesisId !== null)) {
    throw new RepereError('chart.empty');
  }
  const library = await canvasLibrary();
  const measure = measureWith(library);
  const draw = chart === 'hypotheses' ? hypothesesChart : stancesChart;
  const drawn = draw({
    model,
    variant: 'labelled',
    width: FILE_WIDTH,
    theme: chartTheme('light'),
    locale,
    contacted: source.contacted,
    measure,
  });
  const name = FILE_NAMES[locale][chart];
  if (format === 'svg') {
    const noun = participantNoun(model.participantNames, locale);
    const title = chart === 'hypotheses' ? words.hypothesesTitle(noun) : words.stancesTitle;
    const content = chartSvg(drawn, title, measure);
    return { fileName: `${name}.svg`, mime: 'image/svg+xml', encoding: 'utf8', content };
  }
  if (library === null) throw new RepereError('chart.unavailable');
  const content = chartPng(drawn, options.scale ?? PRINT_SCALE, library).toString('base64');
  return { fileName: `${name}.png`, mime: 'image/png', encoding: 'base64', content };
}

function tableFile(
  name: string,
  columns: readonly string[],
  records: readonly TableRecord[],
  format: 'csv' | 'json',
  delimiter: ',' | ';',
): RenderedFile {
  if (format === 'json') {
    const content = `${JSON.stringify(records, null, 2)}\n`;
    return { fileName: `${name}.json`, mime: 'application/json', encoding: 'utf8', content };
  }
  return {
    fileName: `${name}.csv`,
    mime: 'text/csv',
    encoding: 'utf8',
    content: toCsv(columns, records, delimiter),
  };
}
