const MEBIBYTE = 1024 * 1024;

/** Everything a file may not exceed to be read. Far above any interview, far below what would stop the program. */
export const LIMITS = {
  /** Bytes of a file, of any format. */
  fileBytes: 50 * MEBIBYTE,
  /** UTF-16 code units of a document's text. */
  characters: 20_000_000,
  /** Paragraphs, cells and notes together, empty ones included. */
  lines: 500_000,
  comments: 20_000,
  /** Pages of a PDF. */
  pages: 5_000,
  /** Pieces of text on one page of a PDF; a page of a newspaper has some thousand. */
  pagePieces: 100_000,
  /** Files inside an archive. */
  archiveEntries: 5_000,
  /** Bytes of all files of an archive together, inflated. */
  archiveBytes: 500 * MEBIBYTE,
  /** Inflated over deflated bytes of one file; asked only of files of `archiveRatioFrom` bytes or more. */
  archiveRatio: 200,
  archiveRatioFrom: 32 * MEBIBYTE,
  /** Bytes of one XML part, inflated. */
  xmlBytes: 200 * MEBIBYTE,
  /** Elements within elements. Word writes some 30 for a table in a text box in a table. */
  xmlDepth: 256,
  /** Elements within elements of a web page, which is walked without recursion; browsers stop at 512. */
  htmlDepth: 20_000,
  /** Elements of a web page, those that a parser adds by itself included. */
  htmlElements: 500_000,
  /** Elements that a parser of web pages looks at again while it repairs others. */
  htmlLooks: 1_000_000_000,
  /** Groups within groups of an RTF file. */
  rtfDepth: 1_000,
  /** Rows of one sheet of a table, up to the last that holds something. */
  tableRows: 200_000,
  /** Columns of a sheet, up to the last that holds something. */
  tableColumns: 2_000,
  /** Cells and rows of all sheets together, empty ones that the file names included. */
  tableCells: 4_000_000,
  sheets: 200,
  /** How long one file may be read, in milliseconds, on whatever machine. */
  readMs: 30_000,
  /** Bytes that reading one file may take, above what the process had. */
  readMemory: 500 * MEBIBYTE,
} as const;
