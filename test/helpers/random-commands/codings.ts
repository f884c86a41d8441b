import { codings, hypothesis, name, passage, prose } from './choices.ts';
import type { GeneratorsOf } from './situation.ts';

const STANCES = ['supports', 'qualifies', 'contradicts', null] as const;

export const codingGenerators: GeneratorsOf<'codings'> = {
  'codings.create': async (s) => {
    const [range, list] = [await passage(s), await s.client.codes.list({})];
    const codeIds = s.dice.some(list.map((each) => each.id)).slice(0, 3);
    return range === null || codeIds.length === 0
      ? null
      : { ...range, codeIds, stance: s.dice.pick(STANCES)! };
  },
  'codings.createWithNewCode': async (s) => {
    const range = await passage(s);
    if (range === null) return null;
    const hypothesisId = await hypothesis(s);
    return { ...range, name: name(s), ...(hypothesisId === null ? {} : { hypothesisId }) };
  },
  'codings.createMany': async (s) => {
    const ranges = [await passage(s), await passage(s), await passage(s)].filter((each) => each !== null);
    return {
      codePath: s.dice.pick(['Auto/Trouvé', 'Urgence', 'Auto/Trouvé/Plus', ' / '])!,
      passages: ranges,
    };
  },
  'codings.resize': async (s) => {
    const [codingId, range] = [s.dice.pick(await codings(s)), await passage(s)];
    return codingId === undefined || range === null ? null : { codingId, start: range.start, end: range.end };
  },
  'codings.setStance': async (s) => {
    const ids = s.dice.some(await codings(s));
    return ids.length === 0 ? null : { codingIds: ids, stance: s.dice.pick(STANCES)! };
  },
  'codings.setMemo': async (s) => {
    const codingId = s.dice.pick(await codings(s));
    return codingId === undefined ? null : { codingId, body: prose(s) };
  },
  'codings.remove': async (s) => {
    const ids = s.dice.some(await codings(s));
    return ids.length === 0 ? null : { codingIds: ids };
  },
};
