import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/formats/read.ts';
import { bytesOf } from './documents.ts';

/** What a format cannot carry, or what the program that wrote the file did not write. */
interface Loss {
  readonly reason: string;
  /** Makes the full text what is left of it. */
  readonly apply: (lines: readonly string[]) => readonly string[];
}

const without = (reason: string, line: string): Loss => ({
  reason,
  apply: (lines) => lines.filter((other) => other !== line),
});
const written = (reason: string, from: string | RegExp, to: string): Loss => ({
  reason,
  apply: (lines) => lines.map((line) => line.replace(from, to)),
});

const SPACES_COLLAPSE = written('a page shows one space for several', 'Deux  espaces', 'Deux espaces');
const NO_BRACKET = written('a page numbers with a full stop', /^([a-z])\) /u, '$1. ');
const NO_BOX = without('the text box became a picture, or was dropped', 'Dans un cadre');
const NO_LETTERS: Loss = {
  reason: 'Markdown numbers with digits',
  apply: (lines) => lines.map((line) => line.replace(/^a\) /u, '1. ').replace(/^b\) /u, '2. ')),
};
const NO_TRACKING = written('tracked changes look like any text', 'C’était long', 'C’était vraiment long');
const TITLE_PAGE: Loss = {
  reason: 'pandoc gives a book a title page',
  apply: (lines) => ['Entretien R7', ...lines],
};

/** A printed page has signs at places, and no headings. */
const PRINTED: readonly Loss[] = [
  SPACES_COLLAPSE,
  NO_TRACKING,
  written('a gap does not say whether a line may break there', /[\u00A0\u202F]/gu, ' '),
  written('one sign for hyphens that break and that do not', '\u2011', '-'),
  written('a soft hyphen that breaks nothing is not printed', 'inter\u00ADnet', 'internet'),
  written('an emoji of several signs is drawn as a picture', '👩‍👩‍👧 ', ''),
];

/** Every file with what is lost on the way; the rest must be the same, character by character. */
const FILES: readonly (readonly [string, readonly Loss[]])[] = [
  ['riche.docx', []],
  ['riche.odt', []],
  ['source/riche.fodt', []],
  ['riche.rtf', []],
  ['riche.html', [SPACES_COLLAPSE, NO_BRACKET, NO_BOX, NO_TRACKING]],
  ['riche.md', [SPACES_COLLAPSE, NO_LETTERS, NO_BOX]],
  ['riche.epub', [SPACES_COLLAPSE, NO_BRACKET, NO_BOX, TITLE_PAGE]],
  ['riche.pdf', PRINTED],
];

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
  it.each(FILES)('reads the same from %s, up to what that cannot carry', async (name, losses) => {
    const { text, headings } = await readDocument(bytesOf(name), { fileName: name });
    const expected = losses.reduce<readonly string[]>((lines, loss) => loss.apply(lines), EXPECTED);
    expect(text.split('\n')).toEqual(expected);
    const titles = headings.map(({ level, title }) => `${level} ${title}`);
    const own = losses.includes(TITLE_PAGE) ? titles.slice(1) : titles;
    const carried = losses === PRINTED ? [] : ['1 Entretien R7', '2 Les débuts', '2 Les outils'];
    expect(own).toEqual(carried);
  });

  it('loses on the way only what is there to be lost', () => {
    for (const [, losses] of FILES) {
      for (const { reason, apply } of losses)
        expect([reason, apply(EXPECTED)]).not.toEqual([reason, EXPECTED]);
    }
  });

  it.each(['riche.docx', 'riche.odt', 'source/riche.fodt', 'riche.rtf'])(
    'has its comment on its words, and its changes accepted, in %s',
    async (name) => {
      const { text, comments = [], warnings } = await readDocument(bytesOf(name), { fileName: name });
      expect(comments.map((comment) => [text.slice(comment.start, comment.end), comment])).toEqual([
        [
          'On s’est débrouillés seuls',
          expect.objectContaining({ author: 'Camille Renaud', text: 'Elle le redit plus bas.' }),
        ],
      ]);
      expect(warnings).toEqual([{ code: 'tracked-changes', details: { insertions: 1, deletions: 1 } }]);
    },
  );

  it.each(['riche.docx', 'riche.odt', 'riche.rtf', 'riche.html', 'riche.pdf'])(
    'has its title in %s',
    async (name) => {
      const { properties } = await readDocument(bytesOf(name), { fileName: name });
      expect(properties).toMatchObject({ title: 'Entretien R7', author: 'Camille Renaud' });
    },
  );
});
