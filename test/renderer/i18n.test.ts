import { describe, expect, it } from 'vitest';
import { areasEn, areasFr } from '../../renderer/i18n/areas.ts';
import { translate } from '../../renderer/i18n/i18n.ts';

type Texts = Readonly<Record<string, string>>;
const french = Object.entries<Texts>(areasFr);
const english: Readonly<Record<string, Texts>> = areasEn;

const entries = (areas: readonly (readonly [string, Texts])[]) =>
  areas.flatMap(([area, texts]) =>
    Object.entries(texts).map(([key, text]) => ({ name: `${area}.${key}`, text })),
  );

const slots = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/gu)].map((match) => match[1]).toSorted();
const marks = (text: string) => [...text.matchAll(/<\/?b>/gu)].map(([mark]) => mark);

describe('the sentences of the window', () => {
  it.each(french)('have the same keys in both languages: %s', (area, texts) => {
    expect(Object.keys(english[area] ?? {}).toSorted()).toEqual(Object.keys(texts).toSorted());
  });

  it.each(french)('are filled with the same values in both languages: %s', (area, texts) => {
    for (const [key, text] of Object.entries(texts)) {
      // A singular may say « the other file » and leave the number out.
      if (key.endsWith('_one')) continue;
      expect.soft(slots(english[area]?.[key] ?? ''), `${area}.${key}`).toEqual(slots(text));
      expect.soft(marks(english[area]?.[key] ?? ''), `${area}.${key}`).toEqual(marks(text));
    }
  });

  it('are never empty, and have both plural forms', () => {
    for (const { name, text } of [...entries(french), ...entries(Object.entries<Texts>(areasEn))]) {
      expect.soft(text.trim(), name).not.toBe('');
    }
    for (const [area, texts] of french) {
      for (const key of Object.keys(texts)) {
        if (key.endsWith('_one'))
          expect.soft(texts, `${area}.${key}`).toHaveProperty(key.replace(/_one$/u, '_other'));
      }
    }
  });

  it('keep French typography: no-break spaces, curly apostrophes', () => {
    for (const { name, text } of entries(french)) {
      expect.soft(text, `${name}: U+00A0 before a colon`).not.toMatch(/ :(?:\s|$)/u);
      expect.soft(text, `${name}: U+202F before ; ! ?`).not.toMatch(/[ \u00a0][;!?]/u);
      expect.soft(text, `${name}: U+00A0 inside « »`).not.toMatch(/« | »/u);
      expect.soft(text, `${name}: U+00A0 before %`).not.toMatch(/ %/u);
      expect.soft(text, `${name}: ’`).not.toMatch(/\p{L}'\p{L}/u);
    }
  });

  it('choose the plural of the language, and write numbers as it does', () => {
    expect(translate('fr', 'common.words', { count: 0 })).toBe('0 mot');
    expect(translate('fr', 'common.words', { count: 1 })).toBe('1 mot');
    expect(translate('fr', 'common.words', { count: 7032 })).toBe('7\u202f032 mots');
    expect(translate('fr', 'common.words', { count: 1_000_000 })).toBe('1\u202f000\u202f000 mots');
    expect(translate('en', 'common.words', { count: 0 })).toBe('0 words');
    expect(translate('en', 'common.words', { count: 7032 })).toBe('7,032 words');
  });

  it('are filled with names as they are', () => {
    expect(translate('fr', 'status.undo', { label: '<b>&amp; {{x}}' })).toContain('<b>&amp; {{x}}');
  });
});
