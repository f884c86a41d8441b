import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inVivoName } from '../../../renderer/features/coder/palette/in-vivo.ts';
import {
  inListOrder,
  paletteSections,
  type PaletteCode,
} from '../../../renderer/features/coder/palette/items.ts';
import { prepare, type MatchKind } from '../../../renderer/features/coder/palette/match.ts';
import { parentsOf, stepsTo, typedPath } from '../../../renderer/features/coder/palette/parents.ts';
import { placePalette } from '../../../renderer/features/coder/palette/place.ts';
import { nextStance } from '../../../renderer/features/coder/palette/use-palette-actions.ts';
import { codeOf, hypothesisOf } from '../codebook/codes.ts';

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

describe('the order of what is found', () => {
  const word = fc.stringMatching(/^[a-zéœ]{1,6}$/u);
  const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
  const codes = fc
    .array(fc.tuple(phrase, phrase), { maxLength: 12 })
    .map((pairs) => pairs.map(([name, definition], id) => ({ id, name, definition })));

  it('is by kind, each code once, and by the codebook among those that are equally good', () => {
    const kinds: readonly MatchKind[] = ['prefix', 'word', 'fuzzy', 'definition'];
    fc.assert(
      fc.property(codes, fc.stringMatching(/^[a-zéœ]{1,4}$/u), (candidates, query) => {
        const found = prepare(candidates)(query);
        const ranks = found.map(({ kind }) => kinds.indexOf(kind));
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
        expect(new Set(found.map(({ item }) => item.id)).size).toBe(found.length);
        const twins = prepare(candidates.map((each) => ({ ...each, name: 'temps' })))('te');
        expect(twins.map(({ item }) => item.id)).toEqual(candidates.map(({ id }) => id));
      }),
    );
  });

  it('leaves out no code whose name begins with what was typed', () => {
    fc.assert(
      fc.property(codes, fc.nat(), fc.integer({ min: 1, max: 5 }), (candidates, at, length) => {
        const chosen = candidates[at % Math.max(1, candidates.length)];
        if (chosen === undefined) return;
        const query = chosen.name.slice(0, length).trim();
        const match = prepare(candidates)(query).find(({ item }) => item.id === chosen.id);
        expect(match?.kind).toBe('prefix');
      }),
    );
  });
});

describe('where a new code goes', () => {
  const list = [
    codeOf(1, 'Freins'),
    { ...codeOf(2, 'Temps', 1), path: 'Freins/Temps' },
    codeOf(3, 'Leviers'),
    { ...codeOf(4, 'Temps', 3), path: 'Leviers/Temps' },
  ];
  const byId = new Map(list.map((code) => [code.id, code]));
  const hypotheses = [hypothesisOf(2, [], ['Cognitif'])];

  it('is told with the whole way to it', () => {
    expect(parentsOf(list, byId, hypotheses).map(({ steps }) => steps.join(' › '))).toEqual([
      '',
      'H2',
      'H2 › Cognitif',
      'Freins',
      'Freins › Temps',
      'Leviers',
      'Leviers › Temps',
    ]);
    expect(stepsTo({ parentId: 2, hypothesisId: 2, groupId: 20 }, byId, hypotheses)).toEqual([
      'H2',
      'Cognitif',
      'Freins',
      'Temps',
    ]);
    expect(stepsTo({ parentId: 99, hypothesisId: 99, groupId: null }, byId, hypotheses)).toEqual([]);
  });

  it('is read from a path that names just one code', () => {
    expect(typedPath('freins / Visio', list)).toEqual({ name: 'Visio', parentId: 1 });
    expect(typedPath('Leviers/Temps/Soir', list)).toEqual({ name: 'Soir', parentId: 4 });
    expect(typedPath('Temps/Soir', list)).toEqual({ name: 'Temps/Soir', parentId: null });
    expect(typedPath('oui/non', list)).toEqual({ name: 'oui/non', parentId: null });
    expect(typedPath('Freins/', list)).toEqual({ name: 'Freins/', parentId: null });
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
