import { describe, expect, it } from 'vitest';
import {
  compareNames,
  formatBytes,
  formatDate,
  formatList,
  formatNOverN,
  formatNumber,
  formatPercent,
  formatRecent,
  quote,
} from '../../renderer/i18n/format.ts';

describe('numbers', () => {
  it('have U+202F between thousands and a decimal comma in French', () => {
    expect(formatNumber(44980, 'fr')).toBe('44\u202f980');
    expect(formatNumber(16.34, 'fr')).toBe('16,3');
    expect(formatNumber(44980, 'en')).toBe('44,980');
  });

  it('are shares written as percentages, never rounded to a false whole', () => {
    expect(formatPercent(5 / 8, 'fr')).toBe('62,5\u00a0%');
    expect(formatPercent(1, 'fr')).toBe('100\u00a0%');
    expect(formatPercent(0.09, 'fr', 1, true)).toBe('9,0\u00a0%');
    expect(formatPercent(5 / 8, 'en')).toBe('62.5%');
    expect(formatPercent(0, 'en')).toBe('0%');
  });

  it('are n over N', () => {
    expect(formatNOverN(5, 8)).toBe('5/8');
  });

  it('are sizes with one decimal where it tells something', () => {
    expect(formatBytes(0, 'fr')).toBe('0\u00a0o');
    expect(formatBytes(999, 'fr')).toBe('999\u00a0o');
    expect(formatBytes(1500, 'fr')).toBe('1,5\u00a0ko');
    expect(formatBytes(52_428_800, 'en')).toBe('52\u00a0MB');
  });
});

describe('times', () => {
  const now = new Date(2026, 2, 3, 12, 0);
  const at = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString();

  it('are told as a person would: today, yesterday, the day, the year', () => {
    expect(formatRecent(at(2026, 2, 3, 10, 42), 'fr', now)).toBe('Aujourd’hui, 10:42');
    expect(formatRecent(at(2026, 2, 2, 23, 59), 'fr', now)).toBe('Hier');
    expect(formatRecent(at(2026, 1, 12, 8, 0), 'fr', now)).toBe('12 février');
    expect(formatRecent(at(2025, 0, 28, 8, 0), 'fr', now)).toBe('28 janvier 2025');
    expect(formatRecent(at(2026, 2, 3, 10, 42), 'en', now)).toBe('Today, 10:42');
  });

  it('are dates in full', () => {
    expect(formatDate(at(2021, 2, 3, 10, 38), 'fr')).toBe('3 mars 2021');
    expect(formatDate(at(2021, 2, 3, 10, 38), 'en')).toBe('3 March 2021');
  });
});

describe('words', () => {
  it('are quoted and listed as the language does', () => {
    expect(quote('a', 'fr')).toBe('«\u00a0a\u00a0»');
    expect(quote('a', 'en')).toBe('“a”');
    expect(formatList(['1', '2', '3'], 'fr')).toBe('1, 2 et 3');
  });

  it('are sorted without accents and with numbers in order', () => {
    const names = ['Référent 10', 'référent 2', 'Évaluation', 'Zoom', 'École'];
    expect(names.toSorted((a, b) => compareNames(a, b, 'fr'))).toEqual([
      'École',
      'Évaluation',
      'référent 2',
      'Référent 10',
      'Zoom',
    ]);
  });
});
