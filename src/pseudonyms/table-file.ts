import Papa from 'papaparse';
import { nameWords, type NameEntry, type NameKind } from '../text/name-forms.ts';

const KINDS: Readonly<Record<string, NameKind>> = {
  person: 'person',
  personne: 'person',
  place: 'place',
  lieu: 'place',
  organisation: 'organisation',
  organization: 'organisation',
  other: 'other',
  autre: 'other',
};
const TITLES = new Set(['name', 'nom', 'noms']);

/** The lines of a table `name;pseudonym;kind`; a line of titles and lines that lack one of the two names are left out. */
export function readNameTable(csv: string): Omit<NameEntry, 'id'>[] {
  const { data } = Papa.parse<string[]>(csv.replace(/^\uFEFF/u, ''), { skipEmptyLines: 'greedy' });
  return data.flatMap(([first, second, third], index) => {
    const [name, replacement] = [cell(first), cell(second)];
    const isTitles = index === 0 && TITLES.has(name.toLowerCase());
    if (isTitles || nameWords(name).length === 0 || nameWords(replacement).length === 0) return [];
    return [{ name, replacement, kind: KINDS[cell(third).toLowerCase()] ?? 'person' }];
  });
}

/** One line, without the apostrophe that keeps spreadsheets from running a cell. */
function cell(raw: string | undefined): string {
  const text = (raw ?? '').toWellFormed().replaceAll(/\s+/gu, ' ').trim().slice(0, 200);
  return /^'[=+\-@]/u.test(text) ? text.slice(1) : text;
}
