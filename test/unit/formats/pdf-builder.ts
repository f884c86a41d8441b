import { deflateSync } from 'node:zlib';

const FONT = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';

/** A PDF of these objects, numbered from 1; the first is its catalogue. */
function pdfOf(objects: readonly (string | Buffer)[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let length = 9;
  for (const [at, object] of objects.entries()) {
    const part = Buffer.concat([
      Buffer.from(`${at + 1} 0 obj\n`),
      Buffer.isBuffer(object) ? object : Buffer.from(object),
      Buffer.from('\nendobj\n'),
    ]);
    offsets.push(length);
    parts.push(part);
    length += part.length;
  }
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

/** One page that draws this content, deflated. */
export function pdfWithContent(content: string | Buffer): Uint8Array {
  const deflated = deflateSync(content);
  return pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    Buffer.concat([
      Buffer.from(`<</Length ${deflated.length}/Filter/FlateDecode>>stream\n`),
      deflated,
      Buffer.from('\nendstream'),
    ]),
    FONT,
  ]);
}

const PAGE = '/Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]';

function stream(dictionary: string, content: string | Buffer): Buffer {
  const data = Buffer.from(content);
  return Buffer.concat([
    Buffer.from(`<<${dictionary}/Length ${data.length}>>stream\n`),
    data,
    Buffer.from('\nendstream'),
  ]);
}

/** One page whose forms draw each the next one ten times: 10 to the power of `depth` texts. */
export function pdfOfNestedForms(depth: number): Uint8Array {
  const form = (at: number): Buffer =>
    stream(
      `/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X ${6 + at} 0 R>>/Font<</F1 5 0 R>>>>`,
      at === depth ? 'BT /F1 12 Tf 72 700 Td (oui) Tj ET' : '/X Do '.repeat(10),
    );
  return pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<<${PAGE}/Contents 4 0 R/Resources<</XObject<</X 6 0 R>>>>>>`,
    stream('', '/X Do'),
    FONT,
    ...Array.from({ length: depth }, (_none, at) => form(at + 1)),
  ]);
}

/** One page whose content was deflated again and again: each time it is some thousand times smaller. */
export function pdfDeflatedAgain(content: Buffer, times: number): Uint8Array {
  let data = content;
  for (let time = 0; time < times; time += 1) data = deflateSync(data, { level: 9 });
  return pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<<${PAGE}/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>`,
    stream(`/Filter[${'/FlateDecode'.repeat(times)}]`, data),
    FONT,
  ]);
}

/** One page that stands so many times in its tree. */
export function pdfOfOnePage(times: number, content: string): Uint8Array {
  return pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${'3 0 R '.repeat(times)}]/Count ${times}>>`,
    `<<${PAGE}/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>`,
    stream('/Filter/FlateDecode', deflateSync(content)),
    FONT,
  ]);
}

/** A page tree that is its own child, or that says to have so many pages. */
export function pdfWithPageTree(kids: string, count: number): Uint8Array {
  return pdfOf(['<</Type/Catalog/Pages 2 0 R>>', `<</Type/Pages/Kids[${kids}]/Count ${count}>>`]);
}
