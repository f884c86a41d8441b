import fc from 'fast-check';

/** Pieces of text that break careless code: families, flags, marks, elisions, odd spaces, every kind of line end. */
export const PIECES = [
  'a',
  'e',
  'É',
  'é',
  'e\u0301',
  'o\u0323\u0302',
  'œ',
  'Æ',
  'ß',
  'İ',
  'ς',
  'ﬁ',
  'ö',
  '2',
  '½',
  ' ',
  '\u00A0',
  '\u202F',
  "l'",
  'l’',
  'qu’',
  "aujourd'hui",
  'peut-être',
  'rendez\u2011vous',
  'inter\u00ADnet',
  '-',
  '—',
  '.',
  '? ',
  '! ',
  '… ',
  '« ',
  ' »',
  ':',
  'R3 : ',
  '👋',
  '👩‍👩‍👧',
  '🏳️‍🌈',
  '🇫🇷',
  '👍🏽',
  '1️⃣',
  '❤️',
  '𝒜',
  '𐐀',
  '한',
  '\u1112\u1161\u11AB',
  'क्षि',
  'ی‌',
  '中',
  '\n',
  '\n\n',
];
const RAW_PIECES = [
  ...PIECES,
  '\r\n',
  '\r',
  '\u2028',
  '\u2029',
  '\u0085',
  '\v',
  '\f',
  '\uFEFF',
  '\0',
  '\uD83D',
  '\uDC4B',
];

/** Normalised text: whole characters, LF newlines. */
export const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(''));
/** Text as it may come from a file. */
export const rawText = fc
  .array(fc.constantFrom(...RAW_PIECES), { maxLength: 40 })
  .map((pieces) => pieces.join(''));

export function rangeIn(length: number) {
  return fc
    .tuple(fc.integer({ min: 0, max: length }), fc.integer({ min: 0, max: length }))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
}

export const textAndRange = text.chain((value) => fc.tuple(fc.constant(value), rangeIn(value.length)));
export const ranges = fc.array(rangeIn(60), { maxLength: 30 });

/** The positions that ranges cover, one by one: the model that nobody can get wrong. */
export function unitsOf(list: readonly { readonly start: number; readonly end: number }[]): Set<number> {
  const units = new Set<number>();
  for (const { start, end } of list) for (let at = start; at < end; at += 1) units.add(at);
  return units;
}

/** What `Intl.Segmenter` says about the whole text. */
export function graphemeBoundaries(value: string): Set<number> {
  const found = new Set([0, value.length]);
  for (const { index } of new Intl.Segmenter('fr').segment(value)) found.add(index);
  return found;
}

/** About a million UTF-16 code units of plausible French, the same at each call. */
export function longText(units = 1_000_000): string {
  const lines = [
    'R3 : Aujourd’hui, l’école répond ; peut-être qu’elle s’y prend autrement.',
    'ENQ : Et qu’est-ce que ça change, au fond, pour l’équipe ?',
    'R3 : Ça change le cœur du métier — on n’avait jamais vu ça, 2020 restera à part. 👋',
  ];
  const block = `${lines.join('\n')}\n`;
  return block.repeat(Math.ceil(units / block.length)).slice(0, units);
}
