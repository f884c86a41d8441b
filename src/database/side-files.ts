import { copyFileSync, existsSync } from 'node:fs';

/** What SQLite keeps beside a file while it is open, or was when its process died. */
export const SIDE_FILES = ['-wal', '-shm', '-journal'] as const;

/** Copies a file that nobody in this process has open, with what SQLite needs beside it to make it whole. */
export function copyWithSideFiles(from: string, to: string): void {
  copyFileSync(from, to);
  for (const side of ['-wal', '-journal'])
    if (existsSync(`${from}${side}`)) copyFileSync(`${from}${side}`, `${to}${side}`);
}
