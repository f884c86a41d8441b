import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every file below a folder: the project, what lies beside it, backups and this person's data. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name));
}

/** Which of these words stand in some byte of the files, however they are written; with the file. */
export function wordsOnDisk(files: readonly string[], words: readonly string[]): string[] {
  return files.flatMap((file) => {
    const bytes = readFileSync(file);
    return words.flatMap((word) =>
      waysToWrite(word).some((way) => bytes.includes(way)) ? [`${word} in ${file}`] : [],
    );
  });
}

/** A word as it is, in small and capital letters, without accents, in JSON; in UTF-8 and UTF-16. */
function waysToWrite(word: string): Buffer[] {
  const bare = word.normalize('NFD').replaceAll(/\p{M}/gu, '');
  const escaped = Array.from(word, (sign) =>
    sign.codePointAt(0)! < 0x80 ? sign : `\\u${sign.codePointAt(0)!.toString(16).padStart(4, '0')}`,
  ).join('');
  const forms = new Set([word, word.toLowerCase(), word.toUpperCase(), bare, bare.toLowerCase(), escaped]);
  return [...forms].flatMap((form) => [Buffer.from(form, 'utf8'), Buffer.from(form, 'utf16le')]);
}

/** Words that stand nowhere else: letters that no text of the tests joins so. */
export function rareWords(count: number, mark: string): string[] {
  const letters = 'bdfgklmnprstvz';
  return Array.from({ length: count }, (_none, at) => {
    const [a, b] = [letters[at % letters.length], letters[Math.floor(at / letters.length) % letters.length]];
    return `${mark}q${a}é${b}wx`;
  });
}
