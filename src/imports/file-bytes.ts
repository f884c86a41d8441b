import { readFile, stat } from 'node:fs/promises';
import type { TaskContext } from '../contract/handlers.ts';
import { RepereError } from '../errors/codes.ts';
import { LIMITS } from '../formats/limits.ts';
import { FormatError } from '../formats/parsed-document.ts';
import type { FileSource } from './contract.ts';

/** Progress counts in hundredths of a file, so that a long one shows its share. */
export const WHOLE = 100;

/** Tells a reader's share in whole percent, each once. Who stops is told by the signal, not from here. */
export function byPercent(tell: (percent: number) => Promise<void>): (share: number) => void {
  let told = 0;
  return (share) => {
    const percent = Math.min(WHOLE, Math.floor(share * WHOLE));
    if (percent <= told) return;
    told = percent;
    tell(percent).catch(() => undefined);
  };
}

/** The bytes of a file of this machine, or of one that the shell handed over; those are given once. */
export async function bytesOf(context: TaskContext, source: FileSource): Promise<Uint8Array> {
  if (source.kind === 'staged') {
    const staged = context.core.staged.get(source.stagedId);
    if (staged === undefined) throw new RepereError('draft.missing', { draftId: source.stagedId });
    context.core.staged.delete(source.stagedId);
    return staged.bytes;
  }
  return bytesOfPath(source.path);
}

/** The bytes of a file of this machine. Errors: `file.*`; `format.too-large` before anything of it is read. */
export async function bytesOfPath(path: string): Promise<Uint8Array> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) throw new RepereError('file.is-folder', { path });
    if (stats.size > LIMITS.fileBytes)
      throw new FormatError('format.too-large', { what: 'bytes', limit: LIMITS.fileBytes });
    return new Uint8Array(await readFile(path));
  } catch (error) {
    throw readProblem(error, path);
  }
}

function readProblem(error: unknown, path: string): unknown {
  if (error instanceof RepereError || error instanceof FormatError) return error;
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOENT') return new RepereError('file.missing', { path }, { cause: error });
  if (code === 'EACCES' || code === 'EPERM')
    return new RepereError('file.permission', { path }, { cause: error });
  return new RepereError('file.unreadable', { path, reason: String(code) }, { cause: error });
}
