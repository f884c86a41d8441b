import { join } from 'node:path';
import { readJson, writeJson } from '../settings/json-file.ts';

// A browser keeps what belongs to a page by its address: panels and unsaved words are found again at the same port.

/** The port that this person's windows had the first time; 0, any free one, before that. */
export function usualPort(dataDir: string): number {
  const port = readJson(fileOf(dataDir));
  return typeof port === 'number' && Number.isInteger(port) && port > 1_023 && port < 65_536 ? port : 0;
}

/** Makes a port the usual one where there is none yet. */
export function keepUsualPort(dataDir: string, port: number): void {
  if (usualPort(dataDir) !== 0) return;
  try {
    writeJson(fileOf(dataDir), port);
  } catch {
    // A data folder that cannot be written: the next window has another address.
  }
}

function fileOf(dataDir: string): string {
  return join(dataDir, 'port.json');
}
