import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { CoreOptions } from '../../../src/host/core.ts';
import { REPOSITORY } from '../core.ts';
import { ProjectDump } from '../dump.ts';

/** How a project is written: with a log beside it, or, in a folder that another program synchronises, with a journal. */
export type Journal = 'wal' | 'delete';

/** The project of one folder of the harness; the folder's name decides about the journal. */
export function projectIn(folder: string, journal: Journal): string {
  return join(projectFolder(folder, journal), 'étude.repere');
}

export function projectFolder(folder: string, journal: Journal): string {
  return join(folder, journal === 'wal' ? 'projet' : 'Dropbox');
}

export function optionsIn(folder: string): CoreOptions {
  return {
    dataDir: join(folder, 'data'),
    documentsDir: folder,
    resourcesDir: REPOSITORY,
    coderName: 'Camille',
  };
}

const GUID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gu;
const TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/gu;

/**
 * One word for everything that stands in a project’s tables, but for the history, the search index, and what differs
 * from one run to the next: guids and times.
 */
export function digestOf(path: string): string {
  const dump = new ProjectDump(path);
  try {
    const told = dump.take().join('\n').replaceAll(GUID, 'guid').replaceAll(TIME, 'time');
    return createHash('sha256').update(told).digest('hex').slice(0, 16);
  } finally {
    dump.close();
  }
}
