import { MAX_NAME } from '../contract/common.ts';
import { oneLine } from './cell-value.ts';
import { isOpenAnswer } from './infer.ts';
import { columnCells, type TableLayout } from './layout.ts';
import { keyOf } from '../text/name-key.ts';

/** Titles under which people put who a row is about, folded; the likelier first. */
const KEY_TITLES = [
  'participant', 'participante', 'participants', 'participant·e', 'nom', 'name', 'repondant', 'repondante', 'respondent', 'enquete',
  'enquetee', 'interviewe', 'interviewee', 'interviewe·e', 'pseudonyme', 'pseudonym', 'pseudo', 'sujet', 'subject', 'personne', 'person',
  'code', 'identifiant', 'identifier', 'id', 'cas', 'case', 'numero', 'n°', 'no', 'prenom', 'first name',
]; // prettier-ignore

/** A column with gaps or with a name twice may still be the one, where its title or known participants say so. */
const ENOUGH_DISTINCT = 0.5;

/**
 * The column that says whom a row is about: every cell filled, each value once, or most of them. Known participants
 * tell most, then the title, then the place. `null` when no column names the rows.
 */
export function guessKeyColumn(
  { titles, rows }: TableLayout,
  isKnown: (name: string) => boolean,
): number | null {
  const ranked = titles
    .map((title, column) => ({
      column,
      score: keyScore(title, columnCells(rows, column), isKnown) - column / 1_000,
    }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
  return ranked[0]?.column ?? null;
}

function keyScore(title: string, cells: readonly string[], isKnown: (name: string) => boolean): number {
  const names = cells.map(oneLine);
  if (names.length === 0 || names.some((name) => name.length > MAX_NAME)) return 0;
  if (isOpenAnswer(cells, 'text', title)) return 0;
  const each = new Set(names.filter((name) => name !== ''));
  const distinct = new Set([...each].map(keyOf)).size / names.length;
  const knownNames = new Set([...each].filter(isKnown));
  const known = names.filter((name) => knownNames.has(name)).length / names.length;
  const at = KEY_TITLES.indexOf(keyOf(title));
  const named = at === -1 ? 0 : 2 - at / 100;
  if (distinct < 1)
    return named + known === 0 || distinct < ENOUGH_DISTINCT ? 0 : distinct + known * 3 + named;
  const isNumber = names.every((name) => /^[\d.,\s%/-]+$/u.test(name));
  return 1 + known * 3 + named - (isNumber && named === 0 ? 0.9 : 0);
}
