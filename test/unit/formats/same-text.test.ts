import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/formats/read.ts';
import { bytesOf } from './documents.ts';

const EXPECTED = [
  'Entretien R7',
  'Les débuts',
  'Enquêtrice\u00A0: Pourquoi dites-vous «\u202Fau hasard\u202F»\u202F?',
  'R7\u00A0: L’équipe cherchait quelqu’un',
  'et j’étais là… C’était long, très long. 👩‍👩‍👧 🎉',
  'R7\u00A0: Deux  espaces, inter\u00ADnet, rendez\u2011vous, “cœur”.',
  'Les outils',
  'R7\u00A0: Dans l’ordre, j’ai appris[1]\u202F:',
  '1. Moodle,',
  'a) les cours,',
  'b) les devoirs,',
  '2. la visioconférence,',
  'a) chez moi,',
  '3. le tableau.',
  'R7\u00A0: Et sans ordre\u202F:',
  '• le téléphone',
  '• le mien',
  '• le courriel',
  'R7\u00A0: On s’est débrouillés seuls, vraiment seuls.',
  'Semaine\tDemandes\tRéponses',
  '1\tquarante\tdix',
  'R7\u00A0: Voir l’encadré.',
  'Dans un cadre',
  'Enquêtrice\u00A0: Et maintenant[2]\u202F?',
  'R7\u00A0: Maintenant, ça va\u202F; merci\u202F!',
  '[1] Une note en bas de page, sur l’ordre.',
  '[2] Question posée deux fois.',
];

describe('one interview saved in several formats', () => {
  it.each(['riche.docx', 'riche.odt', 'source/riche.fodt'])(
    'reads the same from %s, with its headings and its comment',
    async (name) => {
      const {
        text,
        headings,
        comments = [],
        warnings,
      } = await readDocument(bytesOf(name), { fileName: name });
      expect(text.split('\n')).toEqual(EXPECTED);
      expect(headings.map(({ paragraph, level }) => [paragraph, level])).toEqual([
        [0, 1],
        [1, 2],
        [6, 2],
      ]);
      expect(comments.map((comment) => [text.slice(comment.start, comment.end), comment])).toEqual([
        [
          'On s’est débrouillés seuls',
          expect.objectContaining({ author: 'Camille Renaud', text: 'Elle le redit plus bas.' }),
        ],
      ]);
      expect(warnings).toEqual([{ code: 'tracked-changes', details: { insertions: 1, deletions: 1 } }]);
    },
  );
});
