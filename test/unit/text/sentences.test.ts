import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceAt, sentences } from '../../../src/text/sentences.ts';
import { textAndRange } from './arbitraries.ts';

function split(value: string): string[] {
  return sentences(value, { start: 0, end: value.length }).map(({ start, end }) => value.slice(start, end));
}

describe('sentences', () => {
  it.each([
    ['Oui. Non ! Peut-être ? Voilà…', ['Oui.', 'Non !', 'Peut-être ?', 'Voilà…']],
    ['Vraiment ?! Oui ! ! Bon... Alors', ['Vraiment ?!', 'Oui ! !', 'Bon...', 'Alors']],
    ['Il a dit « oui. » Puis il est parti.', ['Il a dit « oui. »', 'Puis il est parti.']],
    ['Elle dit : "Venez." On y va.', ['Elle dit : "Venez."', 'On y va.']],
    ['(C’est fini.) On sort.', ['(C’est fini.)', 'On sort.']],
    ['– Tu viens ? – Oui. « Enfin ! » Bien.', ['– Tu viens ?', '– Oui.', '« Enfin ! »', 'Bien.']],
    ['En 2020. 15 jours plus tard.', ['En 2020.', '15 jours plus tard.']],
    ['Une ligne\nune autre', ['Une ligne', 'une autre']],
    ['  Entourée de blancs.  ', ['Entourée de blancs.']],
  ])('are cut in « %s »', (value, expected) => {
    expect(split(value)).toEqual(expected);
  });
  it.each([
    'M. Dupont et Mme. Durand sont là.',
    'Des outils, p. ex. Moodle ou Zoom, etc. et puis voilà.',
    'Voir p. 12 et art. 3, cf. Annexe, n° 4.',
    'J. Dupont, J.-P. Martin, l’O.N.U. Genève.',
    'C.-à-d. Moodle, environ 3.5 heures sur www.exemple.fr par jour.',
    'Il hésite… mais il vient.',
    '« Comment ? » dit-elle.',
  ])('are one in « %s »', (value) => {
    expect(split(value)).toEqual([value]);
  });
  it('are none in a blank paragraph', () => {
    expect(split('  \u00A0 ')).toEqual([]);
    expect(sentenceAt('  ', { start: 0, end: 2 }, 1)).toBeNull();
  });
  it('are found by position; between two, the one before', () => {
    const value = 'Oui. Non.';
    const paragraph = { start: 0, end: value.length };
    expect(sentenceAt(value, paragraph, 2)).toEqual({ start: 0, end: 4 });
    expect(sentenceAt(value, paragraph, 4)).toEqual({ start: 0, end: 4 });
    expect(sentenceAt(value, paragraph, 5)).toEqual({ start: 5, end: 9 });
    expect(sentenceAt(value, paragraph, 9)).toEqual({ start: 5, end: 9 });
    expect(sentenceAt(value, { start: 5, end: 9 }, 2)).toBeNull();
  });
  it('cover everything of the range but white space, in order, trimmed', () => {
    fc.assert(
      fc.property(textAndRange, ([value, range]) => {
        let reached = range.start;
        for (const { start, end } of sentences(value, range)) {
          expect(value.slice(reached, start).trim()).toBe('');
          expect(value.slice(start, end)).toBe(value.slice(start, end).trim());
          expect(end).toBeGreaterThan(start);
          reached = end;
        }
        expect(value.slice(reached, range.end).trim()).toBe('');
      }),
      { numRuns: 500 },
    );
  });
});
