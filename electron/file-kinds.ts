/** Names of files that `import.inspect` reads. */
const TRANSCRIPTS =
  'docx docm dotx dotm odt ott fodt rtf pdf epub html htm xhtml xht md markdown mdown mkd vtt srt txt text log asc';

/** Names of files that `tables.inspect` reads. */
export const TABLES: readonly string[] = 'csv tsv tab xlsx xlsm ods txt'.split(' ');

/** What the import window takes: it hands tables on to theirs. */
export const READABLE: readonly string[] = [...new Set([...TRANSCRIPTS.split(' '), ...TABLES])];
