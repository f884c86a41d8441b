import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../src/formats/docx.ts';
import { splitParagraphs } from '../../../src/text/paragraphs.ts';
import { bytesOf, failure } from './documents.ts';

describe('a Word document written by LibreOffice', () => {
  it('is read line by line: headings, breaks, tabs, lists, tables, changes, text box', async () => {
    const { text, headings, properties, encoding, warnings } = await readDocx(bytesOf('libreoffice.docx'));
    expect(text.split('\n')).toEqual([
      'Partie 1. Les débuts',
      'Enquêtrice\u00A0: Comment êtes-vous devenue référente\u00A0?',
      'R5\u202F: Par hasard… L’équipe cherchait quelqu’un',
      'et j’étais là. 👩‍👩‍👧 🎉',
      '',
      'R5\u00A0: Un\tdeux\ttrois, inter\u00ADnet, rendez\u2011vous.',
      'Outils',
      '• Moodle',
      '• une visioconférence',
      'Semaine\tDemandes',
      '1\tquarante',
      'ou plus',
      'R5\u00A0: C’était long, très long.',
      'R5\u00A0: Voir la note[1], et l’encadré.',
      'Dans un cadre',
      '[1] Une note en bas de page.',
    ]);
    expect(headings).toEqual([
      { paragraph: 0, level: 1, title: 'Partie 1. Les débuts' },
      { paragraph: 5, level: 2, title: 'Outils' },
    ]);
    expect(properties).toEqual({
      title: 'Entretien R5',
      author: 'Camille Renaud',
      created: '2020-05-18T10:00:00Z',
    });
    expect(encoding).toBeNull();
    expect(warnings).toEqual([{ code: 'tracked-changes', details: { insertions: 1, deletions: 1 } }]);
  });
  it('numbers headings as the paragraphs of the text are numbered', async () => {
    const { text, headings } = await readDocx(bytesOf('libreoffice.docx'));
    const paragraphs = splitParagraphs(text);
    for (const { paragraph, title } of headings) {
      const range = paragraphs[paragraph]!;
      expect(text.slice(range.start, range.end)).toBe(title);
    }
  });
  it('is refused, not guessed at, when it is encrypted', async () => {
    expect(await failure(readDocx(bytesOf('encrypted.docx')), 'format.encrypted')).toEqual({});
  });
});

describe('a Word document written by pandoc', () => {
  it('is read line by line', async () => {
    const { text, headings, warnings } = await readDocx(bytesOf('pandoc.docx'));
    expect(text.split('\n')).toEqual([
      'Entretien R6',
      'Camille Renaud',
      '2020-05-20',
      'Partie 1. Les débuts',
      'Enquêtrice\u00A0: Et vous, comment cela a-t-il commencé\u00A0?',
      'R6\u202F: Un soir de mars…',
      'À la ligne, avec un cœur ❤️ et une famille 👩‍👩‍👧.',
      'R6\u202F: Un\tdeux, inter\u00ADnet, rendez\u2011vous.',
      'Outils',
      '• Moodle',
      '• une visioconférence',
      '• sans caméra',
      'Semaine\tDemandes',
      '1\tquarante',
      '2\t',
      'R6\u202F: C’était long, très long.',
      'R6\u202F: Voir la note[1] et le mot en italique.',
      '[1] Une note en bas de page.',
    ]);
    expect(headings.map(({ paragraph, level }) => [paragraph, level])).toEqual([
      [3, 1],
      [8, 2],
    ]);
    expect(warnings.map(({ code }) => code)).toEqual(['tracked-changes']);
  });
});

describe('a Word document written by the docx library', () => {
  it('is read with its headings and progress', async () => {
    const made = new Document({
      title: 'Essai',
      sections: [
        {
          children: [
            new Paragraph({ text: 'Partie', heading: HeadingLevel.HEADING_3 }),
            new Paragraph({ children: [new TextRun('R1 : oui'), new TextRun({ text: 'non', break: 1 })] }),
          ],
        },
      ],
    });
    const progress: number[] = [];
    const bytes = new Uint8Array(await Packer.toBuffer(made));
    const parsed = await readDocx(bytes, { onProgress: (done) => progress.push(done) });
    expect(parsed.text).toBe('Partie\nR1 : oui\nnon');
    expect(parsed.headings).toEqual([{ paragraph: 0, level: 3, title: 'Partie' }]);
    expect(parsed.properties.title).toBe('Essai');
    expect(progress.at(-1)).toBe(1);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  });
});
