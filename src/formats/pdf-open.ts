import { getDocumentProxy } from 'unpdf';
import { FormatError, type DocumentProperties } from './parsed-document.ts';

export type PdfFile = Awaited<ReturnType<typeof getDocumentProxy>>;
export type PdfPage = Awaited<ReturnType<PdfFile['getPage']>>;

/** Says nothing on the console. */
const SILENT = 0;

/**
 * Opens a PDF without fonts, canvas, scripts or network; this build of the library evaluates no code. Its loading task is to be destroyed at the end. Errors: `format.encrypted`,
 * `format.unreadable` with `reason: 'pdf'`.
 */
export async function openPdf(bytes: Uint8Array): Promise<PdfFile> {
  try {
    // The library keeps and detaches what it is given: the original bytes are still wanted.
    return await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: SILENT,
      useSystemFonts: false,
      disableFontFace: true,
      useWorkerFetch: false,
      enableXfa: false,
      disableAutoFetch: true,
      disableStream: true,
      disableRange: true,
    });
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException')
      throw new FormatError('format.encrypted', {}, { cause: error });
    throw unreadable(error);
  }
}

export function unreadable(error: unknown): FormatError {
  return error instanceof FormatError
    ? error
    : new FormatError('format.unreadable', { reason: 'pdf' }, { cause: error });
}

/** Title and author, where the file says them. */
export async function propertiesOf(file: PdfFile): Promise<DocumentProperties> {
  const { info } = await file.getMetadata();
  const value = (key: string): string => {
    const found: unknown = Reflect.get(info, key);
    return typeof found === 'string' ? found.trim() : '';
  };
  const [title, author] = [value('Title'), value('Author')];
  return { ...(title === '' ? {} : { title }), ...(author === '' ? {} : { author }) };
}
