import { code, group, hypothesis, mapping, name, place, prose, withId } from './choices.ts';
import type { GeneratorsOf } from './situation.ts';

export const hypothesisGenerators: GeneratorsOf<'hypotheses'> = {
  'hypotheses.create': async (s) => ({ label: `H${s.dice.below(6)}`, title: name(s), statement: prose(s) }),
  'hypotheses.update': (s) =>
    withId(hypothesis(s), (hypothesisId) => ({
      hypothesisId,
      label: `H${s.dice.below(6)}`,
      statement: prose(s),
    })),
  'hypotheses.move': (s) => withId(hypothesis(s), (hypothesisId) => ({ hypothesisId, position: place(s) })),
  'hypotheses.remove': (s) =>
    withId(hypothesis(s), async (hypothesisId) => ({
      hypothesisId,
      giveToId: s.dice.chance(2) ? null : await hypothesis(s),
    })),
  'hypotheses.createGroup': (s) => withId(hypothesis(s), (hypothesisId) => ({ hypothesisId, name: name(s) })),
  'hypotheses.renameGroup': (s) =>
    withId(group(s), (hypothesisGroupId) => ({ hypothesisGroupId, name: name(s) })),
  'hypotheses.moveGroup': (s) =>
    withId(group(s), (hypothesisGroupId) => ({ hypothesisGroupId, position: place(s) })),
  'hypotheses.removeGroup': (s) => withId(group(s), (hypothesisGroupId) => ({ hypothesisGroupId })),
  'hypotheses.map': (s) =>
    withId(code(s), async (codeId) => {
      const hypothesisId = await hypothesis(s);
      if (hypothesisId === null) return null;
      return {
        codeId,
        hypothesisId,
        hypothesisGroupId: s.dice.chance(2) ? null : await group(s),
        wholeBranch: s.dice.chance(2),
      };
    }),
  'hypotheses.unmap': (s) => withId(mapping(s), (mappingId) => ({ mappingId })),
  'hypotheses.placeMany': async (s) => {
    const items = [];
    for (const mappingId of [await mapping(s), null]) {
      const known = (await s.client.hypotheses.list({}))
        .flatMap((each) => each.mappings)
        .find((each) => each.id === mappingId);
      const codeId = known?.codeId ?? (await code(s));
      if (codeId !== null) items.push({ codeId, mappingId });
    }
    if (items.length === 0) return null;
    const hypothesisId = s.dice.chance(4) ? null : await hypothesis(s);
    return { items, hypothesisId, hypothesisGroupId: s.dice.chance(2) ? null : await group(s) };
  },
  'hypotheses.remap': (s) =>
    withId(mapping(s), async (mappingId) => {
      const hypothesisId = await hypothesis(s);
      return hypothesisId === null
        ? null
        : { mappingId, hypothesisId, hypothesisGroupId: s.dice.chance(2) ? null : await group(s) };
    }),
};
