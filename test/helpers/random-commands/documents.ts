import { document, name, participant, place, withId } from './choices.ts';
import type { GeneratorsOf } from './situation.ts';

export const documentGenerators: GeneratorsOf<'documents'> = {
  'documents.rename': (s) => withId(document(s), (documentId) => ({ documentId, name: name(s) })),
  'documents.move': (s) => withId(document(s), (documentId) => ({ documentId, position: place(s) })),
  'documents.remove': (s) => withId(document(s), (id) => ({ documentIds: [id] })),
  'documents.edit': async (s) => {
    const id = await document(s);
    if (id === null || id === 999_999) return null;
    const { text, textVersionId } = await s.client.documents.get({ documentId: id });
    const places = [0, 1, 2, 3].map(() => s.dice.below(text.length + 1)).toSorted((a, b) => a - b);
    const added = s.dice.pick(['', 'Ah. ', 'ENQ : Et là ?\n', '😀', '\r\n', ' « bien » '])!;
    const edits = [
      { start: places[0]!, end: places[1]!, text: added },
      { start: places[2]!, end: places[3]!, text: s.dice.chance(2) ? '' : 'plus ' },
    ];
    return {
      changes: [
        {
          documentId: id,
          textVersionId: s.dice.chance(30) ? textVersionId + 1 : textVersionId,
          edits: s.dice.chance(2) ? edits : edits.slice(0, 1),
        },
      ],
      dropEmptied: !s.dice.chance(4),
      typing: s.dice.chance(3),
    };
  },
  'documents.setParticipant': (s) =>
    withId(document(s), async (documentId) => ({
      documentId,
      participantId: s.dice.chance(3) ? null : await participant(s),
    })),
};
