import { describe, expect, it } from 'vitest';
import { inVivoName } from '../../../renderer/features/coder/palette/in-vivo.ts';
import {
  inListOrder,
  paletteSections,
  type PaletteCode,
} from '../../../renderer/features/coder/palette/items.ts';
import { prepare } from '../../../renderer/features/coder/palette/match.ts';
import { placePalette } from '../../../renderer/features/coder/palette/place.ts';
import { nextStance } from '../../../renderer/features/coder/palette/use-palette-actions.ts';
import { codeOf } from '../codebook/codes.ts';

const CODES = [
  { id: 1, name: 'Rôle de relais', definition: '' },
  { id: 2, name: 'Entraide entre pairs', definition: 'Échanges et mise en relation de collègues' },
  { id: 3, name: 'Relance des collègues', definition: '' },
  { id: 4, name: 'Gestes techniques', definition: '' },
  { id: 5, name: 'Œuvre collective', definition: '' },
];

const find = prepare(CODES);
const names = (query: string): string[] => find(query).map((match) => match.item.name);

describe('finding a code in the palette', () => {
  it('lists the beginning of a name, then of a word, then of the definition', () => {
    expect(find('rel').map((match) => [match.item.id, match.kind])).toEqual([
      [3, 'prefix'],
      [1, 'word'],
      [2, 'definition'],
    ]);
  });

  it('underlines the letters that matched', () => {
    const [match] = find('role rel');
    expect(match?.nameRanges.map(({ start, end }) => match.item.name.slice(start, end))).toEqual([
      'Rôle',
      'rel',
    ]);
  });

  it('shows the words of the definition around the match', () => {
    const match = find('relation')[0];
    expect(match?.excerpt?.text).toContain('mise en relation');
    expect(match?.excerpt?.ranges.map(({ start, end }) => match.excerpt?.text.slice(start, end))).toEqual([
      'relation',
    ]);
  });

  it('takes no notice of accents, case and ligatures', () => {
    expect(names('ROLE')).toEqual(['Rôle de relais']);
    expect(names('oeuvre')).toEqual(['Œuvre collective']);
  });

  it('finds initials and shortened words, but no strewn letters', () => {
    expect(names('gt')).toEqual(['Gestes techniques']);
    expect(names('entpa')).toEqual(['Entraide entre pairs']);
    expect(names('ett')).toEqual([]);
  });

  it('finds nothing for nothing', () => {
    expect(names('  ')).toEqual([]);
  });
});

describe('the sections of the palette', () => {
  const entries: PaletteCode[] = CODES.map((candidate) => ({
    ...candidate,
    code: codeOf(candidate.id, candidate.name),
    hypotheses: 'H2',
  }));
  const search = prepare(entries);
  const sections = (query: string) =>
    paletteSections({
      query,
      codes: entries,
      matches: search(query),
      recentIds: [4, 2, 9, 1, 3],
      inVivo: 'faire le relais',
    });

  it('begins with the recents and offers every code while nothing was typed', () => {
    const items = inListOrder(sections(''), '');
    expect(items.map((item) => item.key)).toEqual([
      'recent-4',
      'recent-2',
      'recent-1',
      'recent-3',
      'in-vivo',
      'code-1',
      'code-2',
      'code-3',
      'code-4',
      'code-5',
    ]);
  });

  it('keeps the number of each recent where some are not shown', () => {
    const recents = sections('rel').recents;
    expect(recents.map((item) => (item.kind === 'recent' ? item.index : null))).toEqual([0, 1, 3]);
  });

  it('offers to create what has no code of exactly that name', () => {
    expect(sections('rel').create.map((item) => item.kind)).toEqual(['create', 'inVivo']);
    expect(sections('Gestes techniques').create.map((item) => item.kind)).toEqual(['inVivo']);
  });
});

describe('a name in the words of the participant', () => {
  it('is one line without quotes and stops around it', () => {
    expect(inVivoName('« je mettais les gens\nen relation ».')).toBe('je mettais les gens en relation');
  });
  it('is cut at a word where it is long', () => {
    const name = inVivoName(
      'Quand quelqu’un trouvait une solution, il la postait, et le lendemain trois autres l’avaient reprise.',
    );
    expect(name.length).toBeLessThanOrEqual(81);
    expect(name).toMatch(/et le lendemain trois…$/u);
  });
});

describe('where the palette stands', () => {
  const view = { left: 272, top: 88, bottom: 872 };
  const room = { view, marginLeft: 890, width: 404, height: 360 };
  const line = (top: number) => ({ left: 406, top, bottom: top + 23 });

  it('is 8 px under the last line and aligned left to it', () => {
    expect(placePalette({ ...room, lines: [line(300), line(329)] })).toMatchObject({
      left: 406,
      top: 360,
      above: false,
    });
  });
  it('flips above where there is no room below', () => {
    expect(placePalette({ ...room, lines: [line(700), line(729)] })).toMatchObject({ top: 332, above: true });
  });
  it('never lies over the margin', () => {
    expect(placePalette({ ...room, lines: [{ ...line(300), left: 820 }] }).left).toBe(890 - 8 - 404);
  });
  it('is shorter where that keeps the selection free', () => {
    const placed = placePalette({ ...room, lines: [line(500)] });
    expect(placed.above).toBe(false);
    expect(placed.maxHeight).toBe(872 - 8 - 531);
  });
});

describe('the stance', () => {
  it('goes round with Tab', () => {
    expect(nextStance(null, 1)).toBe('supports');
    expect(nextStance('contradicts', 1)).toBeNull();
    expect(nextStance(null, -1)).toBe('contradicts');
  });
});
