/** How many of each were changed; a CRLF is one newline. */
export interface NormaliseChanges {
  /** CR, CRLF, U+0085, U+2028, U+2029, vertical tabs and form feeds that became LF. */
  readonly newlines: number;
  readonly byteOrderMarks: number;
  readonly nuls: number;
  /** Halves of a character without the other half, now U+FFFD. */
  readonly loneSurrogates: number;
}

export interface NormalisedText {
  readonly text: string;
  readonly changes: NormaliseChanges;
}

/**
 * The text as it is kept: LF newlines, no byte order mark, no NUL, no lone surrogate. Everything else stays as the
 * researcher has it; composed and decomposed letters are not touched. Normalising twice changes nothing more.
 */
export function normaliseText(raw: string): NormalisedText {
  const changes = { newlines: 0, byteOrderMarks: 0, nuls: 0, loneSurrogates: 0 };
  let text = raw;
  // A surrogate torn by a NUL or a byte order mark must meet its half before halves are judged.
  if (/[\r\u0085\u2028\u2029\v\f\uFEFF\0]/u.test(raw)) {
    text = raw.replaceAll(/\r\n?|[\u0085\u2028\u2029\v\f\uFEFF\0]/gu, (found) => {
      if (found === '\uFEFF') {
        changes.byteOrderMarks += 1;
        return '';
      }
      if (found === '\0') {
        changes.nuls += 1;
        return '';
      }
      changes.newlines += 1;
      return '\n';
    });
  }
  if (!text.isWellFormed()) {
    changes.loneSurrogates = [...text.matchAll(/\p{Surrogate}/gu)].length;
    text = text.toWellFormed();
  }
  return { text, changes };
}
