import { document, name, participant, passage, withId } from './choices.ts';
import type { GeneratorsOf, Situation } from './situation.ts';

const ROLES = ['participant', 'interviewer', 'ignored'] as const;

async function speakersOf(s: Situation): Promise<readonly { readonly id: number }[]> {
  const id = await document(s);
  if (id === null || id === 999_999) return [];
  return (await s.client.documents.get({ documentId: id })).speakers;
}

export const speakerGenerators: GeneratorsOf<'speakers'> = {
  'speakers.update': async (s) => {
    const id = await document(s);
    if (id === null || id === 999_999) return null;
    const { speakers } = await s.client.documents.get({ documentId: id });
    const speaker = s.dice.pick(speakers);
    if (speaker === undefined) return null;
    return {
      speakerId: speaker.id,
      ...(s.dice.chance(2) ? { name: name(s) } : {}),
      ...(s.dice.chance(2) ? { role: s.dice.pick(ROLES)! } : {}),
      ...(s.dice.chance(2) ? { participantId: await participant(s) } : {}),
      everywhere: s.dice.chance(2),
    };
  },
  'speakers.redetect': (s) =>
    withId(document(s), (id) => ({
      documentIds: [id],
      pattern: s.dice.pick([null, '%NOM% :', '/(R\\d) :/', '(((']) ?? null,
      ...(s.dice.chance(3) ? { labels: ['R1', 'Référent 2'] } : {}),
    })),
  'speakers.merge': async (s) => {
    const speakers = await speakersOf(s);
    const into = s.dice.pick(speakers);
    const others = speakers.filter(() => s.dice.chance(2)).map(({ id }) => id);
    return into === undefined || others.length === 0 ? null : { speakerIds: others, intoSpeakerId: into.id };
  },
  'speakers.create': (s) =>
    withId(document(s), async (documentId) => ({
      documentId,
      name: name(s),
      role: s.dice.pick(ROLES)!,
      participantId: await participant(s),
    })),
  'speakers.assignTurns': async (s) => {
    const range = await passage(s);
    if (range === null) return null;
    const { speakers } = await s.client.documents.get({ documentId: range.documentId });
    return {
      ...range,
      speakerId: s.dice.chance(3) ? null : (s.dice.pick(speakers)?.id ?? null),
      ...(s.dice.chance(4) ? { newSpeaker: { name: name(s), role: s.dice.pick(ROLES)! } } : {}),
    };
  },
};
