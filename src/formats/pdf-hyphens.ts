/** Second parts that French joins with a hyphen of their own. */
const CLITICS = words(
  'je tu il elle on nous vous ils elles ce moi toi lui leur leurs le la les y en là ci même mêmes être dire',
);
const NUMBERS = words(
  'vingt trente quarante cinquante soixante quatre cent un une deux trois cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingts',
);
/** First parts that stand before a hyphen. */
const FIRST = words(
  'après avant demi ex mi non semi sous vice quasi grand celui celle ceux celles au là par peut',
);
const WORD = /[\p{L}\p{M}]+(?:[-\u2010][\p{L}\p{M}]+)*/gu;

/** Words of a text that no line end cuts, small. */
export function vocabularyOf(lines: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const line of lines) {
    for (const match of line.matchAll(WORD)) {
      // The first and last word of a line may be halves.
      const isCut =
        match.index === 0 || /^[-\u2010\u00AD]\s*$/u.test(line.slice(match.index + match[0].length));
      if (!isCut) found.add(match[0].toLowerCase().replaceAll('\u2010', '-'));
    }
  }
  return found;
}

/** Joins a line to the text before it; a hyphen at the end is mended, or kept where the word has one. */
export function joinLine(before: string, line: string, vocabulary: ReadonlySet<string>): string {
  if (before.endsWith('\u00AD')) return before.slice(0, -1) + line;
  const cut = /([\p{L}\p{M}]+(?:[-\u2010][\p{L}\p{M}]+)*)[-\u2010]$/u.exec(before);
  const rest = /^[\p{L}\p{M}]+(?:[-\u2010][\p{L}\p{M}]+)*/u.exec(line)?.[0];
  if (cut === null || rest === undefined)
    return /[\p{L}\d]-$/u.test(before) ? before + line : `${before} ${line}`;
  return keepsHyphen((cut[1] ?? '').toLowerCase(), rest, vocabulary)
    ? before + line
    : before.slice(0, -1) + line;
}

function keepsHyphen(first: string, rest: string, vocabulary: ReadonlySet<string>): boolean {
  const second = rest.toLowerCase();
  if (second !== rest) return true;
  if (vocabulary.has(first + second)) return false;
  if (vocabulary.has(`${first}-${second}`)) return true;
  const last = first.split('-').at(-1) ?? first;
  const head = second.split('-')[0] ?? second;
  if (NUMBERS.has(last) && NUMBERS.has(head)) return true;
  if (first.includes('-') && (last === 't' || last === 'à')) return true;
  // « celui- » + « là » has its hyphen; « vil- » + « le » is most likely a word that was cut.
  return FIRST.has(last) && (CLITICS.has(head) || vocabulary.has(head));
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
