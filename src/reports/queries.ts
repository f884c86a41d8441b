import { rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { RenderedFile } from '../contract/common.ts';
import type { InFeature, QueryContext, QueryHandlers, TaskHandlers } from '../contract/handlers.ts';
import { RepereError } from '../errors/codes.ts';
import { sqliteProblem } from '../errors/describe.ts';
import { openSession } from '../host/state.ts';
import type { Report, reportsContract } from './contract.ts';

type Reports = typeof reportsContract;

async function render(_context: QueryContext, _report: Report): Promise<RenderedFile> {
  throw new RepereError('chart.empty');
}

export const reportQueries: QueryHandlers<InFeature<Reports, 'query'>> = {
  'reports.render': (context, report) => render(context, report),
};

export const reportTasks: TaskHandlers<InFeature<Reports, 'task'>> = {
  'reports.save': async ({ core, locale }, { report, path }) => {
    const session = openSession(core);
    const file = await render({ db: session.reader, session, locale }, report);
    const bytes = Buffer.from(file.content, file.encoding);
    const target = resolve(path);
    await writeWhole(target, bytes);
    return { path: target, byteLength: bytes.byteLength };
  },
};

/** Writes beside, then renames: the file is there whole, or not at all. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const partial = `${path}.${process.pid}.partial`;
  try {
    await writeFile(partial, bytes);
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw writeProblem(error, path);
  }
}

function writeProblem(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return new RepereError('file.permission', { path }, { cause: error });
  if (code === 'ENOENT') return new RepereError('project.folder-missing', { path }, { cause: error });
  if (code === 'EISDIR') return new RepereError('file.is-folder', { path }, { cause: error });
  return sqliteProblem(error) ?? error;
}
