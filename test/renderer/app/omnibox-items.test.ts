import { describe, expect, it } from 'vitest';
import { matching } from '../../../renderer/app/omnibox-items.ts';

const named = (...names: readonly string[]) => names.map((name) => ({ name }));
const found = (names: readonly string[], query: string) =>
  matching(named(...names), query).map(({ name }) => name);

describe('finding by name', () => {
  it('puts names that begin so first, then words that begin so, then the rest', () => {
    const names = ['Un moyen de relier', 'Entrelacs', 'Relais', 'Rôle de relais'];
    expect(found(names, 'rel')).toEqual(['Relais', 'Un moyen de relier', 'Rôle de relais', 'Entrelacs']);
  });

  it('does not mind accents, case, ligatures and apostrophes', () => {
    expect(found(['Évaluation'], 'eva')).toEqual(['Évaluation']);
    expect(found(['Le cœur de l’École'], "coeur de l'eco")).toEqual(['Le cœur de l’École']);
  });

  it('takes all, as they come, while nothing is typed', () => {
    const items = named(...Array.from({ length: 20 }, String));
    expect(matching(items, '  ')).toEqual(items);
  });
});
