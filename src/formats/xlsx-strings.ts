import type { TableBudget } from './sheet-builder.ts';
import { parseXml } from './xml.ts';

/** Signs that XML cannot hold are written as `_x000D_`, and an underline before such letters as `_x005F_`. */
const ESCAPED = /_x([0-9A-Fa-f]{4})_/gu;

export function unescapeXlsx(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(ESCAPED, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/**
 * The texts that cells refer to by number: runs of rich text joined, readings of East Asian words (`rPh`) left out.
 * Error: `format.too-large`.
 */
export async function readSharedStrings(
  source: AsyncIterable<Uint8Array>,
  budget: TableBudget,
): Promise<readonly string[]> {
  const strings: string[] = [];
  const names: string[] = [];
  let current = '';
  let isText = false;
  let phonetic = 0;
  await parseXml(source, {
    open({ name }) {
      if (name === 'si') {
        budget.count();
        current = '';
      } else if (name === 'rPh') phonetic += 1;
      isText = name === 't' && phonetic === 0;
      names.push(name);
    },
    close() {
      const name = names.pop();
      isText = false;
      if (name === 'rPh') phonetic -= 1;
      if (name === 'si') {
        budget.keep(current);
        strings.push(unescapeXlsx(current));
      }
    },
    text(value) {
      if (isText) current += value;
    },
  });
  return strings;
}
