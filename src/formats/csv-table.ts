import Papa from 'papaparse';
import { decode, encodingNamed } from './encodings.ts';
import { LIMITS } from './limits.ts';
import {
  FormatError,
  holdLimit,
  stopIfCancelled,
  type DetectedEncoding,
  type ParsedWarning,
} from './parsed-document.ts';
import { DELIMITERS, type Delimiter, type ParsedTable, type ReadTableOptions } from './parsed-table.ts';
import { SheetBuilder, TableBudget } from './sheet-builder.ts';
import { guessEncoding } from './text.ts';
import { unicodeMark } from './unicode.ts';

/** How many rows tell which delimiter it is. */
/** In UTF-16 code units: rows may be long. */
const SAMPLE_LENGTH = 500_000;
const SAMPLE_ROWS = 100;
/** Below this a person should look at the accents. */
const UNCERTAIN = 0.6;
/** Excel's own line that names the delimiter. */
const SEPARATOR_LINE = /^sep=(.)[ \t]*\r?\n/iu;
/** The apostrophe that keeps spreadsheets from running a cell is no part of the value. */
const GUARDED = /^'(?=[=+\-@])/u;
/** What spreadsheets write where a formula failed. */
const FAILED =
  /^(?:#(?:DIV\/0!|N\/?A|REF!|VALUE!|VALEUR!|NAME\?|NOM\s?\?|NUM!|NOMBRE!|NULL!|NUL!)|Err:\d{3})$/u;

/**
 * Reads a table of text: quoted cells may hold delimiters and line ends. Errors: `format.empty`, `format.too-large`,
 * `format.wrong-kind` (`found: 'binary'`; not asked when a person has chosen the encoding), `encoding.unknown`,
 * `format.cancelled`.
 */
export function readCsvTable(bytes: Uint8Array, options: ReadTableOptions = {}): ParsedTable {
  const { encoding: name, signal } = options;
  const encoding = name === undefined ? guessEncoding(bytes) : chosen(bytes, name);
  const decoded = decode(bytes, encoding.name).replace(/^\uFEFF/u, '');
  holdLimit('characters', decoded.length, LIMITS.characters);
  const line = SEPARATOR_LINE.exec(decoded);
  // One kind of line end, also inside of cells: the parser knows one at a time.
  const text = decoded.slice(line?.[0].length ?? 0).replaceAll(/\r\n?/gu, '\n');
  const delimiter = options.delimiter ?? named(line?.[1]) ?? guessDelimiter(text);
  holdLimit('cells', cellsIn(text, delimiter), LIMITS.tableCells);
  const budget = new TableBudget();
  const builder = new SheetBuilder(budget);
  let row = 0;
  let hasOpenQuotes = false;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    step: ({ data, errors }) => {
      if (row % 1_000 === 0) stopIfCancelled(signal);
      budget.count(data.length);
      for (const [column, cell] of data.entries())
        if (!FAILED.test(cell)) builder.put(row, column, cell.replace(GUARDED, ''));
      hasOpenQuotes ||= errors.some((error) => error.code === 'MissingQuotes');
      row += 1;
    },
  });
  const sheet = builder.finish('', false);
  if (sheet.rows.length === 0) throw new FormatError('format.empty', { reason: 'no-text' });
  const warnings = warningsOf(encoding, decoded, hasOpenQuotes);
  return { format: 'csv', sheets: [sheet], encoding, delimiter, warnings };
}

/** How many cells the text names, before any of them is made: signs alone would make millions of empty ones. */
function cellsIn(text: string, delimiter: Delimiter): number {
  const [quote, lineEnd, between] = ['"', '\n', delimiter].map((sign) => sign.charCodeAt(0));
  let cells = 1;
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === quote) isQuoted = !isQuoted;
    else if (!isQuoted && (sign === between || sign === lineEnd)) cells += 1;
  }
  return cells;
}

function chosen(bytes: Uint8Array, name: string): DetectedEncoding {
  const encoding = encodingNamed(name);
  return { ...encoding, confidence: 1, hadBom: unicodeMark(bytes) === encoding.name };
}

function named(sign: string | undefined): Delimiter | null {
  return DELIMITERS.find((delimiter) => delimiter === sign) ?? null;
}

/**
 * The delimiter under which most rows have as many cells as most others, and at least two; of equals the one with more
 * cells. A file of one column gets the first of the list, which changes nothing.
 */
function guessDelimiter(text: string): Delimiter {
  const sample = text.slice(0, SAMPLE_LENGTH);
  const ranked = DELIMITERS.map((delimiter) => {
    const { data } = Papa.parse<string[]>(sample, {
      delimiter,
      newline: '\n',
      preview: SAMPLE_ROWS,
      skipEmptyLines: 'greedy',
    });
    const counts = new Map<number, number>();
    for (const { length } of data) counts.set(length, (counts.get(length) ?? 0) + 1);
    const [cells, rows] = [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
    return { delimiter, cells, share: cells < 2 ? 0 : rows / data.length };
  });
  const [best] = ranked.toSorted((a, b) => b.share - a.share || b.cells - a.cells);
  return best === undefined || best.share === 0 ? DELIMITERS[0] : best.delimiter;
}

function warningsOf(encoding: DetectedEncoding, text: string, hasOpenQuotes: boolean): ParsedWarning[] {
  const warnings: ParsedWarning[] = [];
  const replaced = text.split('\uFFFD').length - 1;
  if (encoding.confidence < UNCERTAIN)
    warnings.push({ code: 'encoding-uncertain', details: { encoding: encoding.label } });
  if (replaced > 0) warnings.push({ code: 'characters-replaced', details: { count: replaced } });
  if (hasOpenQuotes) warnings.push({ code: 'quotes-open', details: {} });
  return warnings;
}
