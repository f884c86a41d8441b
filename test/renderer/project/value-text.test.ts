import { describe, expect, it } from 'vitest';
import { keptValue, shownValue } from '../../../renderer/features/project/value-text.ts';

describe('the value of a variable', () => {
  it('is shown as the language writes it', () => {
    expect(shownValue('2020-05-18', 'date', 'fr')).toBe('18/05/2020');
    expect(shownValue('2020-05-18', 'date', 'en')).toBe('2020-05-18');
    expect(shownValue('1.5', 'float', 'fr')).toBe('1,5');
    expect(shownValue('1.5', 'text', 'fr')).toBe('1.5');
  });

  it('is kept in one form, whatever the language it was written in', () => {
    expect(keptValue(' 8/5/2020 ', 'date')).toBe('2020-05-08');
    expect(keptValue('18.05.2020', 'date')).toBe('2020-05-18');
    expect(keptValue('2020-05-18', 'date')).toBe('2020-05-18');
    expect(keptValue('1,5', 'float')).toBe('1.5');
    expect(keptValue('1,5', 'text')).toBe('1,5');
  });

  it('that is none is left as it is, for the core to refuse', () => {
    expect(keptValue('hier', 'date')).toBe('hier');
    expect(shownValue('?', 'date', 'fr')).toBe('?');
  });
});
