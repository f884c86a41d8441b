import { document, name } from './choices.ts';
import { draft } from './drafts.ts';
import type { GeneratorsOf } from './situation.ts';

export const importGenerators: GeneratorsOf<'import'> = {
  'import.confirm': async (s) => ({
    drafts: [
      {
        draftId: await draft(s),
        headingsAsTopics: s.dice.chance(2),
        ...(s.dice.chance(3) ? { speakers: [] } : {}),
        ...(s.dice.chance(3) ? { participantName: name(s) } : {}),
        ...(s.dice.chance(3) ? { documentName: name(s) } : {}),
        ...(s.dice.chance(3) ? { commentsAsMemos: true } : {}),
      },
    ],
  }),
  'import.replace': async (s) => {
    const documentId = await document(s);
    if (documentId === null || documentId === 999_999) return null;
    const draftId = await draft(s);
    const { textVersionId, items } = await s.client.import.proposeReplacement({ draftId, documentId });
    const placements = items
      .filter(({ fate }) => fate === 'lost')
      .map(({ kind, id }) => ({ kind, id, range: s.dice.chance(3) ? { start: 0, end: 4 } : null }));
    return { draftId, documentId, textVersionId, placements: s.dice.chance(8) ? [] : placements };
  },
};
