import type { Coding } from '../../../src/codings/contract.ts';
import { overlaps } from '../../../src/text/range.ts';
import { allCodings, code, codings, hypothesis, name, passage, prose } from './choices.ts';
import type { GeneratorsOf } from './situation.ts';

const isAlike = (a: Coding, b: Coding) =>
  a.codeId === b.codeId && a.documentId === b.documentId && a.coderId === b.coderId;

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
    const documents = await s.client.documents.list({});
    const texts = await Promise.all(
      documents.map(async ({ id }) => {
        const { textVersionId } = await s.client.documents.get({ documentId: id });
        // Now and then the text was corrected since the passages were found.
        return { documentId: id, textVersionId: s.dice.chance(8) ? textVersionId + 1 : textVersionId };
      }),
    );
    return {
      codePath: s.dice.pick(['Auto/Trouvé', 'Urgence', 'Auto/Trouvé/Plus', ' / '])!,
      passages: ranges,
      ...(s.dice.chance(2) ? { texts } : {}),
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
  'codings.setWeight': async (s) => {
    const ids = s.dice.some(await codings(s));
    return ids.length === 0 ? null : { codingIds: ids, weight: s.dice.pick([0, 40, 100, null])! };
  },
  'codings.setKey': async (s) => {
    const ids = s.dice.some(await codings(s));
    return ids.length === 0 ? null : { codingIds: ids, isKey: s.dice.chance(2) };
  },
  'codings.split': async (s) => {
    const coding = s.dice.pick(await allCodings(s));
    return coding === undefined
      ? null
      : { codingId: coding.id, at: coding.start + s.dice.below(coding.end - coding.start + 1) };
  },
  'codings.merge': async (s) => {
    const all = await allCodings(s);
    // Mostly two that may be merged; now and then any two.
    const any = s.dice.chance(5);
    const pairs = all.flatMap((one) =>
      all
        .filter((other) => other.id > one.id && (any || (isAlike(one, other) && overlaps(one, other))))
        .map((other) => [one.id, other.id]),
    );
    const codingIds = s.dice.pick(pairs);
    return codingIds === undefined ? null : { codingIds };
  },
  'codings.recode': async (s) => {
    const [ids, codeId] = [s.dice.some(await codings(s)), await code(s)];
    return ids.length === 0 || codeId === null ? null : { codingIds: ids, codeId };
  },
  'codings.copyCodes': async (s) => {
    const [from, to] = [s.dice.pick(await allCodings(s)), await passage(s)];
    if (from === undefined || to === null) return null;
    return { from: { documentId: from.documentId, start: from.start, end: from.end }, to };
  },
  'codings.link': async (s) => {
    const all = await codings(s);
    const [fromId, toId] = [s.dice.pick(all), s.dice.pick(all)];
    return fromId === undefined || toId === undefined
      ? null
      : { fromId, toId, kind: s.dice.pick(['explains', 'contradicts', 'continues'] as const)! };
  },
  'codings.unlink': async (s) => {
    const documents = await s.client.documents.list({});
    const links = await Promise.all(documents.map((each) => s.client.codings.links({ documentId: each.id })));
    const linkId = s.dice.pick(links.flat())?.id;
    return linkId === undefined ? null : { linkId };
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
