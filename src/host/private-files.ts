import { chmodSync } from 'node:fs';

/** Everything that this process makes from here on is this person's alone; a file that is there keeps its mode. */
export function keepFilesPrivate(): void {
  process.umask(0o077);
}

/** Closes a folder of this person to others, also one that an earlier version made open to them. */
export function closeFolder(path: string): void {
  try {
    chmodSync(path, 0o700);
  } catch {
    // It is not there yet, or on a disk that knows no modes.
  }
}
