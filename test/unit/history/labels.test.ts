import { describe, expect, test } from 'vitest';
import { stepLabel } from '../../../src/history/labels.ts';
import { contract } from '../../../src/contract/contract.ts';

const label = (command: string, details: Record<string, unknown>, locale: 'fr' | 'en' = 'fr') =>
  stepLabel(command, JSON.stringify(details), locale).replaceAll('\u00a0', ' ');

const commands = Object.entries(contract).flatMap(([name, { kind }]) => (kind === 'command' ? [name] : []));

/** The words right after a number, but for those that are no nouns. */
const counted = (said: string, count: number): string[] =>
  [...said.matchAll(new RegExp(`(?<!\\p{N})${count} (\\p{L}+)`, 'gu'))].flatMap(([, word]) =>
    word === undefined || word === 'in' || word === 'dans' ? [] : [word],
  );

describe('the forms of words in labels', () => {
  test('go with the number', () => {
    const said = (locale: 'fr' | 'en') =>
      [0, 1, 2].map((count) => label('codings.createMany', { code: 'Outils', count }, locale));
    expect(said('fr')).toEqual([
      'code « Outils » ajouté à 0 passage',
      'code « Outils » ajouté à 1 passage',
      'code « Outils » ajouté à 2 passages',
    ]);
    expect(said('en')).toEqual([
      'code “Outils” added to 0 passages',
      'code “Outils” added to 1 passage',
      'code “Outils” added to 2 passages',
    ]);
  });

  test.each(commands)('%s says no plural of one, in either language', (command) => {
    // Only one command counts its documents; the others name them.
    const isCounting = command === 'pseudonyms.apply';
    const details = (count: number) => ({ count, codings: count, documents: isCounting ? count : 'talk' });
    for (const locale of ['fr', 'en'] as const) {
      for (const [count, isPlural] of [
        [0, locale === 'en'],
        [1, false],
        [2, true],
      ] as const) {
        const said = label(command, details(count), locale);
        expect(said).not.toMatch(/[{}|]/u);
        for (const noun of counted(said, count)) expect([said, noun.endsWith('s')]).toEqual([said, isPlural]);
      }
    }
  });
});

describe('a digit given to a code', () => {
  test('is named, and so is one that is taken away', () => {
    const step = { key: 'codes.quick', digit: 3, code: 'Outils' };
    expect(label('settings.setProject', { ...step, given: true })).toBe('chiffre 3 donné à « Outils »');
    expect(label('settings.setProject', { ...step, given: false }, 'en')).toBe('digit 3 taken from “Outils”');
  });

  test('of older steps, which told the key alone, is told without the code', () => {
    expect(label('settings.setProject', { key: 'codes.quick' })).toBe('chiffres des codes');
    expect(label('settings.setProject', { key: 'panel' })).toBe('réglage du projet');
  });
});
