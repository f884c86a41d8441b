import { writeFileSync } from 'node:fs';

/** A file of 40 MB that the core reads for some seconds: long enough to look at, and to stop. */
export function writeLargeFile(path: string): string {
  const line =
    'R1 : On s\\u8217?en souvient, de ces semaines pass\\u233?es devant l\\u8217?\\u233?cran.\\par\n';
  writeFileSync(path, `{\\rtf1\\ansi\\ansicpg1252\\uc1\n${line.repeat(450_000)}}`);
  return path;
}
