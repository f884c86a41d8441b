import { document, name, passage, place, topic, withId } from './choices.ts';
import type { GeneratorsOf } from './situation.ts';

const GUIDES = [
  'Thème 1 : Vécu\n1. Comment ça va ?\n2. Et ensuite ?\nThème 2\n- Oui ?',
  '# Début\nComment vous êtes-vous organisés ?',
  '',
];

export const guideGenerators: GeneratorsOf<'guide'> = {
  'guide.createTopic': async (s) => ({ title: name(s), level: 1 + s.dice.below(3) }),
  'guide.renameTopic': (s) => withId(topic(s), (guideTopicId) => ({ guideTopicId, title: name(s) })),
  'guide.removeTopic': (s) => withId(topic(s), (guideTopicId) => ({ guideTopicId })),
  'guide.moveTopic': (s) =>
    withId(topic(s), (guideTopicId) => ({
      guideTopicId,
      position: place(s),
      ...(s.dice.chance(2) ? { level: 1 + s.dice.below(4) } : {}),
    })),
  'guide.importText': async (s) => ({ text: s.dice.pick(GUIDES)!, replace: s.dice.chance(2) }),
  'guide.addSpans': async (s) => {
    const proposed = s.dice.chance(2) ? await s.client.guide.proposeSpans({ threshold: 0.4 }) : [];
    const spans = proposed.map(({ guideTopicId, documentId, start, end }) => ({
      guideTopicId,
      documentId,
      start,
      end,
    }));
    const [guideTopicId, range] = [await topic(s), await passage(s)];
    return {
      spans: guideTopicId === null || range === null ? spans : [...spans, { guideTopicId, ...range }],
    };
  },
  'guide.fromHeadings': async (s) => {
    const documentIds = (await s.client.documents.list({})).map(({ id }) => id);
    return documentIds.length === 0 ? null : { documentIds };
  },
  'guide.resizeSpan': async (s) => {
    const range = await passage(s);
    if (range === null) return null;
    const { documentId, ...to } = range;
    const span = s.dice.pick((await s.client.documents.get({ documentId })).topics);
    return span === undefined ? null : { topicSpanId: span.id, ...to };
  },
  'guide.addSpan': (s) =>
    withId(topic(s), async (guideTopicId) => {
      const range = await passage(s);
      return range === null ? null : { guideTopicId, ...range };
    }).then((input) => input),
  'guide.removeSpan': async (s) => {
    const id = await document(s);
    if (id === null || id === 999_999) return null;
    const span = s.dice.pick((await s.client.documents.get({ documentId: id })).topics);
    return span === undefined ? null : { topicSpanId: span.id };
  },
};
