/** Width of a text in a CSS font, in pixels. */
export type Measure = (text: string, font: string) => number;

/** Breaks a text at its spaces into lines of at most `width` pixels; a longer word is cut. The last allowed line ends in « … ». */
export function wrap(
  text: string,
  width: number,
  font: string,
  measure: Measure,
  maxLines = 20,
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ +/u).flatMap((each) => cut(each, width, font, measure))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || measure(longer, font) <= width) {
      line = longer;
    } else {
      lines.push(line);
      line = word;
    }
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  if (lines.length <= maxLines) return lines;
  const kept = lines.slice(0, maxLines);
  return [...kept.slice(0, -1), shortened(`${kept.at(-1) ?? ''}…`, width, font, measure)];
}

function shortened(text: string, width: number, font: string, measure: Measure): string {
  let characters = [...text];
  while (characters.length > 1 && measure(characters.join(''), font) > width) {
    characters = [...characters.slice(0, -2), '…'];
  }
  return characters.join('');
}

function cut(word: string, width: number, font: string, measure: Measure): string[] {
  if (measure(word, font) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && measure(piece + character, font) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}
