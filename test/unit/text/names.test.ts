import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameFinder } from '../../../src/text/name-finder.ts';
import type { NameEntry } from '../../../src/text/name-forms.ts';
import { withPseudonyms, type ElisionRepair } from '../../../src/text/name-replacement.ts';

const person = (id: number, name: string, replacement: string): NameEntry => ({
  id,
  kind: 'person',
  name,
  replacement,
});

function forms(text: string, ...entries: NameEntry[]): string[] {
  return nameFinder(entries)
    .find(text)
    .map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`);
}

function replaced(text: string, entries: readonly NameEntry[], repair?: ElisionRepair): string {
  return withPseudonyms(text, nameFinder(entries).find(text), repair);
}

const ANNE = person(1, 'Anne', 'Paul');
const DUPONT = person(2, 'Jean-Pierre Dupont', 'Luc Moreau');

describe('a name is found', () => {
  test('whatever its case, accents, apostrophes and spaces', () => {
    expect(forms('HÉLÈNE, helene, Helène', person(1, 'Hélène', 'X'))).toEqual([
      'exact: HÉLÈNE',
      'lowercase: helene',
      'exact: Helène',
    ]);
    expect(forms('Jean\u00a0Pierre  Dupont', DUPONT)).toEqual(['exact: Jean\u00a0Pierre  Dupont']);
    expect(forms('Jean-Pierre\nDupont', DUPONT)).toEqual(['exact: Jean-Pierre\nDupont']);
    expect(forms('chez O’Connor', person(1, "O'Connor", 'X'))).toEqual(['exact: O’Connor']);
  });

  test('as a whole word only, behind an elision too', () => {
    expect(forms('Annette, Susanne, Annecy', ANNE)).toEqual([]);
    expect(forms('d’Anne, qu’Anne, cette Anne-là', ANNE)).toEqual([
      'exact: Anne',
      'exact: Anne',
      'exact: Anne',
    ]);
    expect(forms('Anne-Marie et Marie-Anne', ANNE)).toEqual(['compound: Anne', 'compound: Anne']);
  });

  test('in its inflected forms, each apart', () => {
    expect(forms('Anne’s, les Annes', ANNE)).toEqual(['possessive: Anne', 'plural: Annes']);
    expect(forms('J.-P. Dupont, J. P. Dupont, JP Dupont', DUPONT)).toEqual([
      'initials: J.-P. Dupont',
      'initials: J. P. Dupont',
      'initials: JP Dupont',
    ]);
    expect(forms('Jean-Pierre puis Dupont', DUPONT)).toEqual(['first: Jean-Pierre', 'last: Dupont']);
  });

  test('as the longest that stands there', () => {
    expect(forms('Anne Dupont et Anne', ANNE, person(2, 'Anne Dupont', 'X'))).toEqual([
      'exact: Anne Dupont',
      'exact: Anne',
    ]);
  });

  test('not over two paragraphs of which one is blank', () => {
    expect(forms('Anne\n\nDupont', person(1, 'Anne Dupont', 'X'))).toEqual(['first: Anne', 'last: Dupont']);
  });
});

describe('a pseudonym', () => {
  test('takes over the case of the name and its line end', () => {
    expect(replaced('ANNE, anne, Anne', [ANNE])).toBe('PAUL, paul, Paul');
    expect(replaced('Jean-Pierre\nDupont dit', [DUPONT])).toBe('Luc\nMoreau dit');
  });

  test('takes the part of its name that the form has', () => {
    expect(replaced('J.-P. Dupont, Jean-Pierre, les Dupont', [DUPONT])).toBe('L. Moreau, Luc, les Moreau');
  });

  test('changes places with another name at once', () => {
    expect(replaced('Anne et Luc', [ANNE, person(2, 'Luc', 'Anne')])).toBe('Paul et Anne');
  });

  test('mends « de » before it, and no more unless asked', () => {
    const luc = person(2, 'Luc', 'Éva');
    expect(replaced('d’Anne, D’Anne, de Luc, pas de\u00a0Luc, mode Luc', [ANNE, luc])).toBe(
      'de Paul, De Paul, d’Éva, pas d’Éva, mode Éva',
    );
    expect(replaced('qu’Anne, que Luc, l’Anne', [ANNE, luc])).toBe('qu’Paul, que Éva, l’Paul');
    expect(replaced('qu’Anne, que Luc, la Luc, l’Anne', [ANNE, luc], 'all')).toBe(
      'que Paul, qu’Éva, l’Éva, l’Paul',
    );
    expect(replaced('d’Anne, de Luc', [ANNE, luc], 'none')).toBe('d’Paul, de Éva');
    expect(replaced('d’Anne', [person(1, 'Anne', 'Hugo')])).toBe('d’Hugo');
  });
});

test('after the replacement nothing that was found is found again, and all else is as it was', () => {
  const piece = fc.constantFrom(
    'Anne',
    'ANNE',
    'anne',
    'd’Anne',
    'Annes',
    'Jean-Pierre',
    'Jean Pierre',
    'Dupont',
    'J.-P.',
    'JP',
    ' ',
    ' ',
    '\n',
    '-',
    '’',
    '. ',
    '😀',
    'oui',
    'de',
    'e\u0301',
  );
  const entries = [ANNE, { ...DUPONT, replacement: 'Luc Moreau' }, person(3, 'Anne Dupont', 'Zoé')];
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      const after = replaced(text, entries, 'none');
      expect(nameFinder(entries).find(after)).toEqual([]);
      let [from, at] = [0, 0];
      for (const hit of nameFinder(entries).find(text)) {
        const between = text.slice(from, hit.start);
        const found = after.indexOf(between, at);
        expect(found).toBeGreaterThanOrEqual(at);
        [from, at] = [hit.end, found + between.length];
      }
      expect(after.endsWith(text.slice(from))).toBe(true);
    }),
  );
});
