import { readRelations } from './opc-relations.ts';
import { mainPart } from './opening.ts';
import { FormatError, holdLimit } from './parsed-document.ts';
import { LIMITS } from './limits.ts';
import { parseXml } from './xml.ts';
import type { Archive } from './zip.ts';

export interface XlsxSheetPart {
  readonly name: string;
  readonly isHidden: boolean;
  readonly part: string;
}

export interface XlsxParts {
  readonly sheets: readonly XlsxSheetPart[];
  readonly strings: string | null;
  readonly styles: string | null;
  /** Days count from 1 January 1904, as old Macintoshes did. */
  readonly is1904: boolean;
}

/**
 * Where the parts of a workbook are, sheets in the order of their tabs. Errors: `format.unreadable`
 * (`reason: 'no-main-part'`), `format.no-table` for a binary workbook.
 */
export async function locateXlsxParts(archive: Archive, signal?: AbortSignal): Promise<XlsxParts> {
  const root = await readRelations(archive, '', signal);
  const main = root.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (main.endsWith('.bin')) throw new FormatError('format.no-table', { found: 'xlsb' });
  mainPart(archive, main);
  const own = await readRelations(archive, main, signal);
  const beside = (type: string): string | null => {
    const target = own.find((relation) => relation.type === type)?.target;
    return target !== undefined && archive.names.has(target) ? target : null;
  };
  const worksheets = new Map(own.filter(({ type }) => type === 'worksheet').map((each) => [each.id, each]));
  const sheets: XlsxSheetPart[] = [];
  let is1904 = false;
  await parseXml(archive.read(main, signal), {
    open(element) {
      if (element.name === 'workbookPr') is1904 = isTrue(element.attribute('date1904'));
      if (element.name !== 'sheet') return;
      const target = worksheets.get(element.attribute('id') ?? '')?.target;
      if (target === undefined || !archive.names.has(target)) return;
      const state = element.attribute('state');
      sheets.push({
        name: element.attribute('name') ?? '',
        isHidden: state === 'hidden' || state === 'veryHidden',
        part: target,
      });
      holdLimit('sheets', sheets.length, LIMITS.sheets);
    },
    close: () => undefined,
    text: () => undefined,
  });
  return { sheets, strings: beside('sharedStrings'), styles: beside('styles'), is1904 };
}

function isTrue(value: string | null): boolean {
  return value === '1' || value === 'true';
}
