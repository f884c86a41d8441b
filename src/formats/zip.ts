import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { LIMITS } from './limits.ts';
import { FormatError, holdLimit, stopIfCancelled } from './parsed-document.ts';

/** An archive whose directory was read and found harmless. Nothing of it is inflated before it is asked for. */
export interface Archive {
  readonly names: ReadonlySet<string>;
  /** Inflated bytes that the directory announces for a file; 0 when there is none. */
  size(name: string): number;
  /** The inflated file, in chunks. Fails when it gives another number of bytes than announced. */
  read(name: string, signal?: AbortSignal): AsyncGenerator<Uint8Array>;
}

/**
 * Reads the directory of a zip. Errors: `format.unreadable` (`reason: 'zip'`) when it is damaged, cut off, or names
 * files outside of itself; `format.encrypted`; `format.too-large` when it holds too many files or would inflate to
 * too much: it is what the directory announces that counts, and reading holds every file to that.
 */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, Entry>();
  let zip: ZipFile;
  try {
    zip = await fromBufferPromise(buffer, { lazyEntries: true, validateEntrySizes: true });
    holdLimit('entries', zip.entryCount, LIMITS.archiveEntries);
    let total = 0;
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) throw new FormatError('format.encrypted');
      total += entry.uncompressedSize;
      holdLimit('inflated-bytes', total, LIMITS.archiveBytes);
      holdRatio(entry);
      if (!entries.has(entry.fileName)) entries.set(entry.fileName, entry);
    }
  } catch (error) {
    throw damaged(error);
  }
  return {
    names: new Set(entries.keys()),
    size: (name) => entries.get(name)?.uncompressedSize ?? 0,
    read: (name, signal) => inflate(zip, entries.get(name), signal),
  };
}

function holdRatio({ uncompressedSize, compressedSize }: Entry): void {
  if (uncompressedSize < LIMITS.archiveRatioFrom) return;
  holdLimit('ratio', Math.round(uncompressedSize / Math.max(1, compressedSize)), LIMITS.archiveRatio);
}

async function* inflate(
  zip: ZipFile,
  entry: Entry | undefined,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  if (entry === undefined) throw new FormatError('format.unreadable', { reason: 'zip-entry' });
  stopIfCancelled(signal);
  try {
    const stream: AsyncIterable<Uint8Array> = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) {
      stopIfCancelled(signal);
      yield chunk;
    }
  } catch (error) {
    throw damaged(error);
  }
}

function damaged(error: unknown): FormatError {
  if (error instanceof FormatError) return error;
  return new FormatError('format.unreadable', { reason: 'zip' }, { cause: error });
}
