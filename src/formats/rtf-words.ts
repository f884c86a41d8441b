/** Control words and symbols that stand for a character (RTF 1.9.1, “Special characters”). */
export const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['~', '\u00A0'],
  ['-', '\u00AD'],
  ['_', '\u2011'],
  ['{', '{'],
  ['}', '}'],
  ['\\', '\\'],
  ['\t', '\t'],
  ['tab', '\t'],
  ['line', '\n'],
  ['lbr', '\n'],
  ['page', '\n'],
  ['column', '\n'],
  ['emdash', '—'],
  ['endash', '–'],
  ['emspace', '\u2003'],
  ['enspace', '\u2002'],
  ['qmspace', '\u2005'],
  ['bullet', '•'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['zwj', '\u200D'],
  ['zwnj', '\u200C'],
  ['zwbo', '\u200B'],
  ['zwnbo', '\u2060'],
  ['ltrmark', '\u200E'],
  ['rtlmark', '\u200F'],
]);

/** Destinations that are no text of the document though no `\*` says so. */
export const SKIPPED: ReadonlySet<string> = new Set([
  'colortbl', 'filetbl', 'listtable', 'listoverridetable', 'revtbl', 'rsidtbl', 'generator', 'template', 'pict',
  'nonshppict', 'header', 'headerl', 'headerr', 'headerf', 'footer', 'footerl', 'footerr', 'footerf', 'ftnsep',
  'ftnsepc', 'ftncn', 'aftnsep', 'aftnsepc', 'aftncn', 'shprslt', 'sp', 'nonesttables', 'fldinst', 'fldtype', 'xe',
  'tc', 'tcn', 'rxe', 'objdata', 'objclass', 'objname', 'pntxta', 'pntxtb', 'themedata', 'colorschememapping',
  'atndate', 'atnicn', 'atntime', 'atnparent', 'operator', 'company', 'category', 'keywords', 'comment', 'doccomm',
  'subject', 'manager', 'hlinkbase', 'revtim', 'printim', 'buptim', 'password', 'bkmkstart', 'bkmkend', 'private',
  'do', 'datafield', 'ffname', 'mmathPict', 'falt', 'panose', 'fontemb',
]); // prettier-ignore

/** Destinations behind a `\*` that hold text of the document, or say something about it. All others are left out. */
export const STARRED: ReadonlySet<string> = new Set([
  'footnote', 'annotation', 'atnauthor', 'atnref', 'atrfstart', 'atrfend', 'shpinst', 'shppict', 'nesttableprops',
  'ud', 'pn', 'pntext', 'listtext', 'shptxt', 'do',
]); // prettier-ignore
