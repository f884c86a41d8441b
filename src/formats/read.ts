// PROVISIONAL, so that the core runs: to be replaced by the full reader.
import mammoth from 'mammoth';
import { normaliseText } from '../text/normalise.ts';
import { splitParagraphs } from '../text/paragraphs.ts';
import { FormatError, type ParsedDocument } from './parsed-document.ts';

export async function readDocument(
  bytes: Uint8Array,
  options: { readonly fileName: string; readonly encoding?: string; readonly signal?: AbortSignal },
): Promise<ParsedDocument> {
  if (bytes.length === 0) throw new FormatError('format.empty');
  if (options.fileName.endsWith('.docx')) {
    const html = (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value;
    const lines: string[] = [];
    const titles: { level: number; title: string }[] = [];
    for (const match of html.matchAll(/<(p|h\d)>(.*?)<\/\1>/gsu)) {
      const text = (match[2] ?? '').replaceAll(/<br \/>/gu, '\n').replaceAll(/<[^>]+>/gu, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
      if (match[1] !== 'p') titles.push({ level: Number(match[1]?.slice(1)), title: text });
      lines.push(text);
    }
    const { text } = normaliseText(lines.join('\n'));
    const paragraphs = splitParagraphs(text).map((range) => text.slice(range.start, range.end));
    let from = 0;
    const headings = titles.map((each) => {
      const paragraph = paragraphs.indexOf(each.title, from);
      from = paragraph + 1;
      return { ...each, paragraph };
    });
    return { format: 'docx', text, headings, encoding: null, properties: {}, warnings: [] };
  }
  const { text } = normaliseText(new TextDecoder(options.encoding ?? 'utf-8').decode(bytes));
  return { format: 'text', text, headings: [], encoding: { name: 'utf-8', label: 'UTF-8', confidence: 1, hadBom: false }, properties: {}, warnings: [] };
}
