import { TextDecoder } from 'node:util';
import { SaxesParser, type SaxesAttributeNS } from 'saxes';
import { LIMITS } from './limits.ts';
import { FormatError, holdLimit } from './parsed-document.ts';

/** An element as it opens, by namespace and local name: prefixes are the writer's own business. */
export interface XmlElement {
  readonly space: string;
  readonly name: string;
  /** The value of the attribute with this local name, whatever its prefix; `null` when there is none. */
  attribute(localName: string): string | null;
}

export interface XmlHandler {
  open(element: XmlElement): void;
  close(): void;
  text(value: string): void;
}

/**
 * Walks an XML part without building a tree, so that neither depth nor size can exhaust memory. Errors:
 * `format.unreadable` (`reason: 'dtd'` for a document type, which could declare entities, or `'xml'`),
 * `format.too-deep`, `format.too-large`. Errors of the source pass through.
 */
export async function parseXml(
  chunks: AsyncIterable<Uint8Array>,
  handler: XmlHandler,
  onBytes: (total: number) => void = () => undefined,
): Promise<void> {
  const parser = parserFor(handler);
  let decoder: TextDecoder | null = null;
  let total = 0;
  for await (const chunk of chunks) {
    decoder ??= decoderFor(chunk);
    total += chunk.byteLength;
    holdLimit('inflated-bytes', total, LIMITS.xmlBytes);
    write(parser, decoder.decode(chunk, { stream: true }));
    onBytes(total);
  }
  write(parser, decoder?.decode() ?? '');
  // Closing is what finds out that the part was cut off.
  guarded(() => parser.close());
}

type Parser = SaxesParser<{ xmlns: true; position: false }>;

function parserFor(handler: XmlHandler): Parser {
  const parser: Parser = new SaxesParser({ xmlns: true, position: false });
  let depth = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new FormatError('format.unreadable', { reason: 'dtd' });
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > LIMITS.xmlDepth) throw new FormatError('format.too-deep', { limit: LIMITS.xmlDepth });
    const { attributes } = tag;
    handler.open({
      space: tag.uri,
      name: tag.local,
      attribute: (localName) => attributeOf(attributes, localName),
    });
  });
  parser.on('closetag', () => {
    depth -= 1;
    handler.close();
  });
  parser.on('text', (value) => handler.text(value));
  parser.on('cdata', (value) => handler.text(value));
  return parser;
}

function attributeOf(
  attributes: Readonly<Record<string, SaxesAttributeNS>>,
  localName: string,
): string | null {
  for (const attribute of Object.values(attributes)) {
    if (attribute.local === localName && attribute.prefix !== 'xmlns') return attribute.value;
  }
  return null;
}

function write(parser: Parser, text: string): void {
  if (text !== '') guarded(() => parser.write(text));
}

function guarded(run: () => unknown): void {
  try {
    run();
  } catch (error) {
    if (error instanceof FormatError) throw error;
    throw new FormatError('format.unreadable', { reason: 'xml' }, { cause: error });
  }
}

/** XML is UTF-8 unless it begins with the mark of UTF-16. */
function decoderFor(chunk: Uint8Array): TextDecoder {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return new TextDecoder('utf-16le');
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return new TextDecoder('utf-16be');
  return new TextDecoder('utf-8');
}
